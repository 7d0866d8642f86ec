import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { accessRows, fingerprints } from '../access/access-rows.js';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, createUser } from '../support/people.js';
import { createPerson, createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const PATH = '/provisioning/reconcile';

describe('Reconciling', () => {
  let server: TestServer;
  let ana: { id: number; email: string };
  let project: number;

  beforeAll(async () => {
    server = await startTestServer();
    const { id, userName: email } = await createUser(server.scim);
    await createUser(server.scim, { active: false });
    await createGroup(server.scim, 'qa', [{ id }]);
    project = (await server.rest.post('/projects/', { title: 'Chest X-ray' })).body.id;
    await server.rest.post('/scim/settings', {
      roles_groups: [['Reviewer', 'qa']],
      workspaces_groups: [['Radiology', 'qa']],
      projects_groups: [{ project_id: project, group: 'qa', role: 'Annotator' }],
    });
    ana = { id: (await server.rest.get(`/users/?email=${email}`)).body[0].id, email };
  });
  afterAll(() => server.close());

  const reconcile = (dryRun?: boolean) =>
    server.rest.post(dryRun === undefined ? PATH : `${PATH}?dry_run=${dryRun}`, undefined);

  it('finds nothing where nobody meddled', async () => {
    const before = await fingerprints(server.database);
    for (const dryRun of [true, false, undefined]) {
      expect(await reconcile(dryRun)).toMatchObject({
        status: 200,
        body: { users_checked: 3, drift: 0, changes: [] },
      });
    }
    expect(await fingerprints(server.database)).toEqual(before);
  });

  describe('after somebody meddled with the rows', () => {
    const inProject = (change: object) => ({ projects: { added: [], removed: [], changed: [], ...change } });
    const faults: [what: string, fault: () => RawBuilder<unknown>, changes: () => object[]][] = [
      [
        'a role',
        () => sql`update role_assignments set role = 'MA' where user_id = ${ana.id}`,
        () => [{ role: { from: 'MA', to: 'RE' } }],
      ],
      [
        'a reason that nobody notices',
        () => sql`update role_assignments set role_source = 'manual' where user_id = ${ana.id}`,
        () => [],
      ],
      [
        'a workspace that is missing',
        () => sql`delete from workspace_memberships where user_id = ${ana.id}`,
        () => [{ workspaces: { added: ['Radiology'], removed: [] } }],
      ],
      [
        'a project that is missing',
        () => sql`delete from project_memberships where user_id = ${ana.id}`,
        () => [inProject({ added: [{ id: project, role: 'AN' }] })],
      ],
      [
        'a project role that no mapping gives',
        () => sql`update project_memberships set mapped_role = 'RE' where user_id = ${ana.id}`,
        () => [inProject({ changed: [{ id: project, from: 'RE', to: 'AN' }] })],
      ],
      [
        'a mapping that came without a word',
        () => sql`delete from project_mappings`,
        () => [inProject({ removed: [{ id: project }] })],
      ],
    ];
    afterEach(async () => {
      await server.rest.post('/scim/settings', {
        projects_groups: [{ project_id: project, group: 'qa', role: 'Annotator' }],
      });
    });

    it.each(faults)('reports %s, repairs it, and finds nothing more', async (_, fault, changes) => {
      const right = await accessRows(server.database, 1);
      await server.database.rows(fault());
      const found = { users_checked: 3, drift: 1, changes: changes().map((change) => ({ user: ana, ...change })) };
      const before = await fingerprints(server.database);
      expect((await reconcile(true)).body).toEqual(found);
      expect(await fingerprints(server.database)).toEqual(before);
      expect((await reconcile()).body).toEqual(found);
      expect((await reconcile(true)).body).toEqual({ users_checked: 3, drift: 0, changes: [] });
      const mapped = await server.database.rows(sql`select from project_mappings`);
      expect(await accessRows(server.database, 1)).toEqual(
        mapped.length > 0 ? right : right.map((row) => ({ ...row, projects: [] })),
      );
    });
  });

  it('writes down what it repaired', async () => {
    await server.database.rows(sql`update role_assignments set role = 'MA' where user_id = ${ana.id}`);
    const { headers } = await reconcile(false);
    const changes = await server.database.rows(sql`
      select user_id, previous, current from access_changes where request_id = ${headers.get('x-request-id')}`);
    expect(changes).toEqual([{ user_id: ana.id, previous: 'MA', current: 'RE' }]);
  });

  it('tells of a hundred users and counts all', async () => {
    await server.database.rows(sql`
      with people as (
        insert into users (organization_id, scim_id, user_name, user_name_key)
        select 1, gen_random_uuid(), 'crowd-' || n, 'crowd-' || n from generate_series(1, 150) as n returning id
      )
      insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source)
      select 1, id, 'AN', 'default', 'RE', 'default' from people`);
    const { body } = await reconcile(true);
    expect({ ...body, changes: body.changes.length }).toEqual({ users_checked: 153, drift: 150, changes: 100 });
    expect((await reconcile()).body.drift).toBe(150);
    expect((await reconcile()).body.drift).toBe(0);
  });

  it('stays within the organization', async () => {
    const other = await createTenant(server, 'owner@reconcile.test');
    await server.database.rows(sql`update role_assignments set role = 'MA' where user_id = ${ana.id}`);
    expect((await other.rest.post(PATH, {})).body).toEqual({ users_checked: 1, drift: 0, changes: [] });
    expect((await reconcile()).body.drift).toBe(1);
  });

  it.each(['yes', '2', '', 'true&dry_run=false'])('refuses the dry_run "%s", and repairs nothing', async (value) => {
    expectRestError(await server.rest.post(`${PATH}?dry_run=${value}`, {}), 400, ['dry_run']);
  });

  it('is for the Owner and Administrators', async () => {
    const [manager, administrator] = [await createPerson(server, 'MA'), await createPerson(server, 'AD')];
    expectRestError(await manager.rest.post(PATH, {}), 403);
    expect((await administrator.rest.post(`${PATH}?dry_run=true`, {})).status).toBe(200);
  });
});
