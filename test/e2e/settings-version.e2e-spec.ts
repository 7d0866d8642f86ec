import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { sendRaw } from '../support/raw-request.js';
import { createTenant } from '../support/tenants.js';
import { createTestDatabase, onPostgreSql, type TestDatabase } from '../support/test-database.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const NOTHING = { roles_groups: [], workspaces_groups: [], projects_groups: [] };
const UNKNOWN = `"${'0'.repeat(64)}"`;

const tagOf = ({ headers }: Answer): string => headers.get('etag') ?? 'none';

describe('The version of the SCIM settings', () => {
  let database: TestDatabase;
  let server: TestServer;
  /** Two instances share a PostgreSQL; an embedded database has one. */
  let second: TestServer;
  let project: number;
  let workspace: { id: number; title: string };
  let group: { id: string; displayName: string };

  const read = () => server.rest.get('/scim/settings');
  const version = async () => tagOf(await read());
  const save = (settings: object, ifMatch?: string, { rest } = server) =>
    rest.post('/scim/settings', settings, ifMatch === undefined ? {} : { 'if-match': ifMatch });

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startTestServer({}, database);
    second = onPostgreSql ? await startTestServer({}, database) : server;
  });
  beforeEach(async () => {
    await save(NOTHING);
    project = (await server.rest.post('/projects/', { title: unique('Chest X-ray') })).body.id;
    workspace = (await server.rest.post('/workspaces/', { title: unique('Radiology') })).body;
    group = await createGroup(server.scim, unique('acme-qa'), [await createUser(server.scim)]);
    await save({
      roles_groups: [
        ['Reviewer', group.displayName],
        ['Manager', 'acme-leads'],
      ],
      workspaces_groups: [[workspace.title, group.displayName]],
      projects_groups: [{ project_id: project, group: group.displayName, role: 'Inherit' }],
    });
  });
  afterAll(async () => {
    await server.close();
    if (second !== server) await second.close();
    await database.drop();
  });

  const rename = (displayName: string) =>
    server.scim.patch(`/Groups/${group.id}`, { Operations: [{ op: 'replace', value: { displayName } }] });

  it('is a strong ETag, the same on every reading and on every instance', async () => {
    const tag = await version();
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(tagOf(await second.rest.get('/scim/settings/'))).toBe(tag);
  });

  it('is in the answer of a save, and is that of the next reading', async () => {
    const before = await version();
    const saved = await save({ roles_groups: [] });
    expect(tagOf(saved)).not.toBe(before);
    const next = await read();
    expect({ tag: tagOf(saved), body: saved.body }).toEqual({ tag: tagOf(next), body: next.body });
  });

  const changes: [what: string, change: () => Promise<Answer>][] = [
    ['a row more', () => save({ roles_groups: [['Annotator', 'acme-new']] })],
    ['rows in another order', async () => save({ roles_groups: (await read()).body.roles_groups.toReversed() })],
    ['a group renamed by the identity provider', () => rename(unique('acme-renamed'))],
    ['a group renamed in upper case', () => rename(group.displayName.toUpperCase())],
    ['a workspace renamed', () => server.rest.patch(`/workspaces/${workspace.id}/`, { title: unique('Imaging') })],
    ['a workspace deleted', () => server.rest.delete(`/workspaces/${workspace.id}/`)],
    ['a project deleted', () => server.rest.delete(`/projects/${project}/`)],
    [
      'a placeholder taken over by a group of another name',
      async () => {
        await save({ roles_groups: [['Annotator', 'acme-announced']] });
        return rename('acme-announced');
      },
    ],
  ];

  it.each(changes)('is another one after %s, and a save that knows the old one is refused', async (_, change) => {
    const known = await version();
    expect((await change()).status).toBeLessThan(300);
    const now = await read();
    expect(tagOf(now)).not.toBe(known);
    const refused = await save(NOTHING, known);
    expectRestError(refused, 412);
    expect(refused.body.detail).toMatch(/changed since.*Nothing was saved/);
    expect(await read()).toMatchObject({ body: now.body });
    expect((await save({ roles_groups: [] }, tagOf(now))).status).toBe(201);
  });

  const others: [what: string, change: () => Promise<Answer>][] = [
    ['the same saved again', async () => save((await read()).body)],
    ['a save of nothing', () => save({})],
    ['a mapped group deleted, whose name the mappings keep', () => server.scim.delete(`/Groups/${group.id}`)],
    ['a member more', async () => addMember((await createUser(server.scim)).id)],
    ['a group that no mapping names', () => server.scim.post('/Groups', { displayName: unique('other') })],
    ['a project renamed', () => server.rest.patch(`/projects/${project}/`, { title: 'Thorax' })],
    ['what another organization saves', saveElsewhere],
  ];
  const addMember = (value: string) =>
    server.scim.patch(`/Groups/${group.id}`, { Operations: [{ op: 'add', path: 'members', value: [{ value }] }] });

  async function saveElsewhere(): Promise<Answer> {
    const other = await createTenant(server, 'owner@elsewhere.test');
    return other.rest.post('/scim/settings', { roles_groups: [['Annotator', 'elsewhere']] });
  }

  it.each(others)('stays what it is after %s', async (_, change) => {
    const known = await version();
    expect((await change()).status).toBeLessThan(300);
    expect(await version()).toBe(known);
    expect((await save({ roles_groups: [] }, known)).status).toBe(201);
  });

  it.each<[what: string, header: (known: string) => string]>([
    ['the version itself', (known) => known],
    ['a version that a proxy has made weak', (known) => `W/${known}`],
    ['a version that a proxy has marked as compressed', (known) => `${known.slice(0, -1)}-gzip"`],
    ['one of several', (known) => `${UNKNOWN}, ${known}`],
    ['any version', () => '*'],
  ])('lets a save pass that names %s', async (_, header) => {
    expect((await save({ roles_groups: [] }, header(await version()))).status).toBe(201);
  });

  it.each(['', '""', UNKNOWN, `${UNKNOWN}, "x"`, 'W/', '"', 'x', '1'])(
    'refuses a save that names %j',
    async (header) => {
      const known = await version();
      expectRestError(await save({ roles_groups: [] }, header), 412);
      expect(await version()).toBe(known);
    },
  );

  it('creates neither group nor workspace for a save that is refused', async () => {
    const name = unique('acme-late');
    expectRestError(await save({ workspaces_groups: [[name, name]] }, UNKNOWN), 412);
    const titles = (await server.rest.get('/workspaces/')).body.map(({ title }: { title: string }) => title);
    expect(titles).not.toContain(name);
    expect((await server.rest.get(`/scim/groups?search=${name}`)).body.count).toBe(0);
  });

  it('holds for a preview too', async () => {
    const known = await version();
    const body = { roles_groups: [['Annotator', group.displayName]] };
    const preview = (ifMatch: string) => server.rest.post('/scim/settings/preview', body, { 'if-match': ifMatch });
    expect(await preview(known)).toMatchObject({ status: 200, body: { users_changed: 1 } });
    await rename(unique('acme-renamed'));
    expectRestError(await preview(known), 412);
    expect((await preview(await version())).status).toBe(200);
  });

  it('is looked at after the body: what cannot be read is a fault of its own', async () => {
    expectRestError(await save({ roles_groups: [['Boss', 'x']] }, UNKNOWN), 400, ['roles_groups']);
  });

  it('says that there is nothing new to who has it', async () => {
    const known = await version();
    const ask = (tag: string) =>
      sendRaw(server.origin, {
        path: '/api/scim/settings',
        headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'if-none-match': tag },
      });
    const answer = await ask(known);
    expect({ status: answer.status, body: answer.body, tag: tagOf(answer) }).toEqual({ status: 304, tag: known });
    expect((await ask(UNKNOWN)).status).toBe(200);
  });

  it('lets one of many saves pass that know the same one', async () => {
    const known = await version();
    const names = Array.from({ length: 12 }, (_, at) => `acme-at-once-${at}`);
    const answers = await Promise.all(
      names.map((name, at) => save({ roles_groups: [['Annotator', name]] }, known, at % 2 === 0 ? server : second)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 412)]);
    const winner = answers.findIndex(({ status }) => status === 201);
    const now = await read();
    expect(now.body.roles_groups).toEqual([['Annotator', names[winner]]]);
    expect({ tag: tagOf(answers[winner] ?? now), body: answers[winner]?.body }).toEqual({
      tag: tagOf(now),
      body: now.body,
    });
  });

  it('holds also against a group that is renamed at the same time', async () => {
    const known = await version();
    const name = unique('acme-renamed');
    const [saved, renamed] = await Promise.all([
      save({ roles_groups: [['Manager', group.displayName]] }, known, second),
      rename(name),
    ]);
    expect(renamed.status).toBe(204);
    expect([201, 412]).toContain(saved.status);
    const role = saved.status === 201 ? 'Manager' : 'Reviewer';
    expect((await read()).body.roles_groups).toContainEqual([role, name]);
  });
});
