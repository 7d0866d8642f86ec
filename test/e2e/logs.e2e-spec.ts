import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Transactions } from '../../src/platform/database/transactions.js';
import { aUser } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const SECRET = 'hunter2-hunter2-hunter2';

interface Line {
  readonly level: string;
  readonly msg?: string;
  readonly requestId?: string;
  readonly req?: { readonly id: string; readonly path: string };
  readonly err?: { readonly message: string; readonly stack: string };
}

describe('The log of the server', () => {
  const lines: string[] = [];
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ LOG_LEVEL: 'trace' }, undefined, { write: (line) => lines.push(line) });
  });
  afterAll(() => server.close());

  const about = (requestId: string): Line[] =>
    lines
      .map((line) => JSON.parse(line) as Line)
      .filter((line) => line.requestId === requestId || line.req?.id === requestId);

  it('has one line for each request, without its query', async () => {
    await server.scim.get('/Users?filter=userName%20eq%20%22ana%22', { 'x-request-id': 'request-read' });
    expect(about('request-read')).toMatchObject([{ level: 'info', req: { path: '/scim/v2/Users' } }]);
    expect(lines.join('')).not.toContain('ana');
  });

  it('has the cause of every failure under the id that the client was told', async () => {
    const failure = jest.spyOn(server.app.get(Transactions), 'shared');
    failure.mockRejectedValue(new Error('the disk is on fire'));
    const group = { displayName: 'burning' };
    const { status, headers, body } = await server.scim.post('/Groups', group, { 'x-request-id': 'request-failed' });
    failure.mockRestore();
    expect([status, headers.get('x-request-id')]).toEqual([500, 'request-failed']);
    expect(JSON.stringify(body)).not.toContain('fire');
    const [cause, request] = about('request-failed');
    expect(cause).toMatchObject({ level: 'error', err: { message: 'the disk is on fire' } });
    expect(cause?.err?.stack).toContain('\n');
    expect(request).toMatchObject({ level: 'error', req: { id: 'request-failed' } });
  });

  it('has the reason of a refusal at the level debug', async () => {
    await server.scim.get('/Users?filter=x', { 'x-request-id': 'request-refused' });
    expect(about('request-refused')).toMatchObject([{ level: 'debug', status: 400 }, { level: 'info' }]);
  });

  it('has no secret, whatever it came in', async () => {
    const { scim, rest } = server;
    const { token } = (await rest.post('/tokens', { name: 'Okta' })).body;
    await scim.with({ authorization: `Bearer ${SECRET}` }).get('/Users');
    await rest.with({ authorization: `Token ${SECRET}`, cookie: `session=${SECRET}` }).get('/users/');
    await scim.get(`/Users?access_token=${SECRET}`);
    await scim.get(`/Users/${token}`);
    await scim.post('/Users', aUser({ password: SECRET }));
    await scim.post('/Users', `{"password": "${SECRET}"`);
    await scim.get(`/Users?filter=${encodeURIComponent(`password eq "${SECRET}"`)}`);
    await rest.post('/tokens', { name: '', token: SECRET });
    const log = lines.join('');
    expect(log).not.toContain(SECRET);
    expect(log).not.toContain(token);
    expect(log).not.toContain(OWNER_TOKEN);
  });
});
