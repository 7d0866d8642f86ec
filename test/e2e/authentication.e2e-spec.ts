import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { aUser } from '../support/people.js';
import { clientsOf, createPerson, issueToken } from '../support/tenants.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';
import { exchange } from '../../tools/harness/wire.js';

describe('Tokens', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const refused: [what: string, authorization: string][] = [
    ['no header', ''],
    ['a text that is no credentials', 'non-token'],
    ['the scheme alone', 'Bearer'],
    ['a token nobody has', 'Bearer rc_nobody-has-this-one'],
    ['more than a token', `Bearer ${OWNER_TOKEN} more`],
    ['the token without its scheme', OWNER_TOKEN],
    ['the scheme of a password', `Basic ${Buffer.from(`owner:${OWNER_TOKEN}`).toString('base64')}`],
    ['a part of a token', `Bearer ${OWNER_TOKEN.slice(0, -1)}`],
    ['a token in another case', `Bearer ${OWNER_TOKEN.toUpperCase()}`],
  ];

  it.each(refused)('opens nothing to %s', async (_, authorization) => {
    const scim = await server.scim.with({ authorization }).get('/Users');
    expectScimError(scim, 401);
    expect(scim.headers.get('www-authenticate')).toMatch(/^Bearer /);
    const rest = await server.rest.with({ authorization }).get('/users/');
    expectRestError(rest, 401);
    expect(rest.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  it.each(['Bearer', 'bearer', 'BEARER'])('counts after the scheme %s', async (scheme) => {
    const authorization = `${scheme} ${OWNER_TOKEN}`;
    expect((await server.scim.with({ authorization }).get('/Users')).status).toBe(200);
    expect((await server.rest.with({ authorization }).get('/users/')).status).toBe(200);
  });

  it('counts after the scheme Token on REST alone, as the SDK of LSE sends it', async () => {
    const authorization = `Token ${OWNER_TOKEN}`;
    expectScimError(await server.scim.with({ authorization }).get('/Users'), 401);
    const { status, body } = await server.rest.with({ authorization }).get('/current-user/whoami');
    expect({ status, email: body.email }).toEqual({ status: 200, email: 'owner@example.com' });
  });

  it.each(['  ', '     '])('counts after its scheme and as many blanks as there are: %j', async (blanks) => {
    for (const scheme of ['Bearer', 'bearer']) {
      const authorization = `${scheme}${blanks}${OWNER_TOKEN}`;
      expect((await server.scim.with({ authorization }).get('/Users')).status).toBe(200);
      expect((await server.rest.with({ authorization }).get('/users/')).status).toBe(200);
      expectScimError(await server.scim.with({ authorization: `${authorization} more` }).get('/Users'), 401);
    }
    const authorization = `Token${blanks}${OWNER_TOKEN}`;
    expect((await server.rest.with({ authorization }).get('/users/')).status).toBe(200);
    expectScimError(await server.scim.with({ authorization }).get('/Users'), 401);
  });

  it('counts for nothing in a URL', async () => {
    const nobody = server.scim.with({ authorization: '' });
    expectScimError(await nobody.get(`/Users?access_token=${OWNER_TOKEN}`), 401);
    expectScimError(await server.scim.get(`/Users?access_token=${OWNER_TOKEN}`), 403, 'sensitive');
    expectRestError(await server.rest.get(`/users/?access_token=${OWNER_TOKEN}`), 403);
  });

  it('counts for nothing in a body', async () => {
    const body = aUser({ access_token: OWNER_TOKEN });
    expectScimError(await server.scim.with({ authorization: '' }).post('/Users', body), 401);
    expectScimError(await server.scim.with({ authorization: 'Basic b3duZXI6' }).post('/Users', body), 401);
    expect((await server.scim.post('/Users', body)).status).toBe(201);
  });

  it('opens SCIM to nobody but the Owner', async () => {
    const statuses: Record<string, number[]> = {};
    for (const role of ['AD', 'MA', 'RE', 'AN', 'NO']) {
      const { scim, rest } = await createPerson(server, role);
      const answer = await scim.get('/Users');
      expectScimError(answer, 403);
      statuses[role] = [(await rest.get('/users/')).status, (await rest.get('/current-user/whoami')).status];
    }
    expect(statuses).toEqual({ AD: [200, 200], MA: [403, 200], RE: [403, 200], AN: [403, 200], NO: [403, 200] });
  });

  it('stops at once when its person is deactivated, and works again when they are back', async () => {
    const { scimId, rest } = await createPerson(server, 'AD');
    const statuses: number[] = [];
    const look = async () => statuses.push((await rest.get('/users/')).status);
    await look();
    for (const active of [false, true]) {
      await server.scim.patch(`/Users/${scimId}`, { Operations: [{ op: 'replace', value: { active } }] });
      await look();
    }
    await server.scim.delete(`/Users/${scimId}`);
    await look();
    expect(statuses).toEqual([200, 401, 200, 401]);
  });

  it('stops at once when it is revoked, while others of the same person go on', async () => {
    const { body } = await server.rest.post('/tokens', { name: 'Okta, next year' });
    const { scim } = clientsOf(server, body.token);
    expect((await scim.get('/Users')).status).toBe(200);
    expect((await server.rest.delete(`/tokens/${body.id}`)).status).toBe(204);
    expectScimError(await scim.get('/Users'), 401);
    expect((await server.scim.get('/Users')).status).toBe(200);
    expectRestError(await server.rest.delete(`/tokens/${body.id}`), 404);
  });

  it('ends at the moment it expires', async () => {
    const { scimId } = await createPerson(server, 'AD');
    const get = async (expiresAt: number) => {
      const token = await issueToken(server, scimId, new Date(expiresAt));
      return (await clientsOf(server, token).rest.get('/users/')).status;
    };
    expect([await get(Date.now() - 1000), await get(Date.now() + 60_000)]).toEqual([401, 200]);
  });

  it('shows its secret once and keeps others from it', async () => {
    const administrator = await createPerson(server, 'AD');
    const made = await administrator.rest.post('/tokens', { name: 'Script', expires_at: '2099-01-01T00:00:00Z' });
    expect(made.body).toMatchObject({ name: 'Script', token: expect.stringMatching(/^rc_[\w-]{40,}$/) });
    const listed = (await administrator.rest.get('/tokens')).body;
    expect(JSON.stringify(listed)).not.toContain(made.body.token);
    expect(listed[0]).toMatchObject({ id: made.body.id, expires_at: '2099-01-01T00:00:00.000Z', last_used_at: null });
    const ofTheOwner = (await server.rest.get('/tokens')).body.map(({ id }: { id: number }) => id);
    expect(ofTheOwner).not.toContain(made.body.id);
    expectRestError(await server.rest.delete(`/tokens/${made.body.id}`), 404);
  });

  const faulty: [what: string, body: unknown, field: string][] = [
    ['no name', {}, 'name'],
    ['an empty name', { name: '' }, 'name'],
    ['a name with a NUL', { name: 'a\0b' }, 'name'],
    ['a moment that is none', { name: 'x', expires_at: 'tomorrow' }, 'expires_at'],
    ['a moment that has passed', { name: 'x', expires_at: '2001-01-01T00:00:00Z' }, 'expires_at'],
    ['a moment that no database holds', { name: 'x', expires_at: '+275760-09-13T00:00:00Z' }, 'expires_at'],
  ];

  it.each(faulty)('is not made with %s', async (_, body, field) => {
    expectRestError(await server.rest.post('/tokens', body), 400, [field]);
  });

  it('speaks for its own person, however many come at the same moment', async () => {
    const people = [await createPerson(server, 'AD'), await createPerson(server, 'AN')];
    const requests = people.map(
      ({ token }) =>
        `GET /api/current-user/whoami HTTP/1.1\r\nHost: rolecall.test\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    );
    const { text } = await exchange(server.origin, requests.join(''), people.length);
    const answered = [...text.matchAll(/"scim_id":"([^"]+)"/g)].map(([, id]) => id);
    expect(answered).toEqual(people.map(({ scimId }) => scimId));
  });

  it('is not needed where nothing is to be protected', async () => {
    const statuses = async (paths: string[]): Promise<number[]> => {
      const answers: Answer[] = [];
      for (const path of paths) answers.push(await server.scim.with({ authorization: '' }).get(path));
      return answers.map(({ status }) => status);
    };
    expect(await statuses(['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'])).toEqual([200, 200, 200]);
    const health = await fetch(`${server.origin}/health/ready`);
    expect(await health.json()).toEqual({ status: 'ok' });
  });
});
