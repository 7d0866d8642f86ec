import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ROLES } from '../../src/modules/provisioning/engine/rules/roles.js';
import { isWorking } from '../access/model/working-role.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface SignIns {
  readonly first: Date | string | null;
  readonly last: Date | string | null;
  readonly activation_role: string | null;
}

describe('POST /api/users/{id}/sign-in', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await server.rest.patch('/organizations/0/set-default-role', { default_role: 'NO' });
  });
  afterAll(() => server.close());

  const create = async (email: string): Promise<number> => (await server.rest.post('/users', { email })).body.id;

  const signIns = async (id: number) =>
    server.database.row<SignIns>(sql`
      select first_signed_in_at as first, last_signed_in_at as last, activation_role
        from role_assignments where user_id = ${id}`);

  it('answers with the user', async () => {
    const id = await create('answer@acme.test');
    const answer = await server.rest.post(`/users/${id}/sign-in`, {});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual((await server.rest.get(`/users/${id}`)).body);
  });

  it('needs no body, with or without a slash at the end', async () => {
    const id = await create('bodiless@acme.test');
    for (const path of [`/users/${id}/sign-in`, `/users/${id}/sign-in/`])
      expect((await server.rest.send('POST', path)).status).toBe(200);
  });

  it('notes the first sign-in once and the last one each time', async () => {
    const id = await create('often@acme.test');
    await server.rest.post(`/users/${id}/sign-in`, {});
    const once = await signIns(id);
    await server.rest.post(`/users/${id}/sign-in`, {});
    const twice = await signIns(id);
    expect(once?.first).toEqual(once?.last);
    expect(twice?.first).toEqual(once?.first);
    expect(new Date(twice?.last ?? 0).getTime()).toBeGreaterThan(new Date(once?.last ?? 0).getTime());
  });

  it('writes the sign-in and the role that follows into the logs', async () => {
    const id = await create('logged@acme.test');
    await server.rest.patch('/organizations/0/set-default-role', { default_role: 'RE' });
    const answer = await server.rest.post(`/users/${id}/sign-in`, {});
    await server.rest.patch('/organizations/0/set-default-role', { default_role: 'NO' });
    const requestId = answer.headers.get('x-request-id');
    const logged = await server.database.rows(sql`
      select e.action, e.details, c.previous, c.current from activity_entries e
        join access_changes c on c.request_id = e.request_id where e.request_id = ${requestId}`);
    expect(logged).toEqual([{ action: 'user.signed-in', details: { userId: id }, previous: 'NO', current: 'RE' }]);
  });

  it.each([
    ['an id that nobody has', 999_999, 404],
    ['what is no id', 'ana', 404],
  ])('refuses %s', async (_, id, status) => {
    expect((await server.rest.post(`/users/${id}/sign-in`, {})).status).toBe(status);
  });

  it('does not know an account that SCIM has deleted', async () => {
    const { body: user } = await server.scim.post('/Users', { userName: 'deleted@acme.test' });
    const [{ id }] = (await server.rest.get('/users?email=deleted@acme.test')).body;
    await server.scim.delete(`/Users/${user.id}`);
    expect((await server.rest.post(`/users/${id}/sign-in`, {})).status).toBe(404);
  });

  it('wants a token', async () => {
    const id = await create('secret@acme.test');
    const anonymous = server.rest.with({ authorization: '' });
    expect((await anonymous.post(`/users/${id}/sign-in`, {})).status).toBe(401);
  });
});

describe('The order of roles in the database', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('is that of the rules', async () => {
    const ranked = await server.database.rows<{ role: string; same: string; working: boolean }>(sql`
      select r.role, role_at(role_rank(r.role)) as same, role_rank(r.role) >= role_rank('AN') as working
        from unnest(${[...ROLES]}::text[]) as r (role) order by role_rank(r.role) desc`);
    expect(ranked).toEqual(ROLES.map((role) => ({ role, same: role, working: isWorking(role) })));
  });
});
