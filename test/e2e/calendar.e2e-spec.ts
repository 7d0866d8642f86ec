import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { createGroup, createUser } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** The last moment of .NET and Java, what offsets make of the ends of the calendar, and the end of the last day. */
const AFTER_EVERYTHING = [
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.9999999Z',
  '9999-12-31T23:59:59-14:00',
  '9999-12-31T24:00:00Z',
];
/** The first moment of .NET and Go, and the year before it. */
const BEFORE_EVERYTHING = [
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00+05:00',
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00+14:00',
];
const NONE = [
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-31T24:30:00Z',
  '2016-12-31T23:59:60Z',
  '2026-01-31T08:00:00+14:01',
  '2026-01-31T08:00:00+99:00',
  '0000-00-00T00:00:00Z',
  '+010000-01-01T00:00:00Z',
];

describe('A date at the end of the calendar', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await createGroup(server.scim, 'acme-qa', [await createUser(server.scim)]);
    await server.rest.post('/workspaces/', { title: 'Radiology' });
  });
  afterAll(() => server.close());

  /** How many resources of a list match a filter. */
  async function found(path: string, filter: string): Promise<Answer> {
    if (!path.endsWith('/.search')) return server.scim.get(`${path}?filter=${encodeURIComponent(filter)}`);
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'];
    return server.scim.post(path, { schemas, filter });
  }

  const lists = ['/Users', '/Groups', '/.search', '/Users/.search', '/Groups/.search'];

  describe.each(lists)('in a filter on %s', (path) => {
    const cases = [
      ...AFTER_EVERYTHING.map((moment) => [moment, ['lt', 'le', 'ne'], ['gt', 'ge', 'eq']] as const),
      ...BEFORE_EVERYTHING.map((moment) => [moment, ['gt', 'ge', 'ne'], ['lt', 'le', 'eq']] as const),
    ];

    it.each(cases)('%s is where it is', async (moment, ofAll, ofNone) => {
      const total = (await found(path, 'meta.created pr')).body.totalResults;
      expect(total).toBeGreaterThan(0);
      for (const operator of [...ofAll, ...ofNone]) {
        const name = path === '/Groups' ? 'meta.lastModified' : 'meta.created';
        const { status, body } = await found(path, `${name} ${operator} "${moment}"`);
        const expected = (ofAll as readonly string[]).includes(operator) ? total : 0;
        expect([operator, status, body.totalResults]).toEqual([operator, 200, expected]);
      }
    });

    it.each(NONE)('%s is no date', async (moment) => {
      const answer = await found(path, `meta.created lt "${moment}"`);
      expectScimError(answer, 400, 'invalidFilter');
      expect(answer.body.detail).toContain(moment);
    });
  });

  const logs: [path: string, from: string, to: string, isFile: boolean][] = [
    ['/scim/requests', 'since', 'until', false],
    ['/scim/requests/export', 'since', 'until', true],
    ['/activity-logs/', 'start_date', 'end_date', false],
    ['/activity-logs/export', 'start_date', 'end_date', true],
  ];
  const ends: [moment: string, from: 'all' | 'none', to: 'all' | 'none'][] = [
    ...[...AFTER_EVERYTHING, '9999-12-31'].map((moment) => [moment, 'none', 'all'] as [string, 'none', 'all']),
    ...[...BEFORE_EVERYTHING, '0000-01-01'].map((moment) => [moment, 'all', 'none'] as [string, 'all', 'none']),
  ];

  describe.each(logs)('in the query of %s', (path, from, to, isFile) => {
    /** `none` if no entry of the log matches a query, else `all`. */
    async function holds(query: string): Promise<'all' | 'none'> {
      const { status, body } = await server.rest.get(`${path}?${query}`);
      expect([query, status]).toEqual([query, 200]);
      const lines = isFile ? body.trim().split('\r\n').length - 1 : (body.count ?? body.recordsFiltered);
      return lines > 0 ? 'all' : 'none';
    }

    it.each(ends)('%s is where it is', async (moment, after, before) => {
      const text = encodeURIComponent(moment);
      expect([await holds(`${from}=${text}`), await holds(`${to}=${text}`)]).toEqual([after, before]);
    });

    it.each([...NONE, '2026-02-30', '2026-W48', '2026', '2026-334', '20261130T080000Z'])(
      '%s is no date',
      async (moment) => {
        for (const name of [from, to])
          expectRestError(await server.rest.get(`${path}?${name}=${encodeURIComponent(moment)}`), 400, [name]);
      },
    );
  });

  describe('as the end of a token', () => {
    const make = (expires_at: unknown) => server.rest.post('/tokens', { name: 'Calendar', expires_at });
    const names = async () => (await server.rest.get('/tokens')).body.map(({ name }: { name: string }) => name);

    it.each([
      ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
      ['9999-12-31T23:59:59+14:00', '9999-12-31T09:59:59.000Z'],
      ['9999-12-31', '9999-12-31T00:00:00.000Z'],
    ])('%s is kept, and opens what it may until then', async (moment, shown) => {
      const { status, body } = await make(moment);
      expect([status, body.expires_at]).toEqual([201, shown]);
      const { scim } = { scim: server.scim.with({ authorization: `Bearer ${body.token}` }) };
      expect((await scim.get('/Users?count=0')).status).toBe(200);
      const [listed] = (await server.rest.get('/tokens')).body;
      expect(listed.expires_at).toBe(shown);
      expect((await server.rest.delete(`/tokens/${body.id}`)).status).toBe(204);
    });

    it.each([
      '9999-12-31T23:59:59-14:00',
      '9999-12-31T24:00:00Z',
      ...BEFORE_EVERYTHING,
      ...NONE,
      '2099-02-30',
      '2099-W48',
      '2099',
      '',
      4102444800,
      {},
    ])('%j is refused', async (moment) => {
      expectRestError(await make(moment), 400, ['expires_at']);
      expect(await names()).not.toContain('Calendar');
    });
  });
});
