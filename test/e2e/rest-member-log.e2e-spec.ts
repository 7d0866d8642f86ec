import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMappings, createProject, createWorkspace, lastChanges, numberOf } from '../support/containers.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const INHERIT = 'Inherit';

type Change = readonly [from: string | null, to: string | null];

describe('The log of members who are added and removed manually', () => {
  let server: TestServer;
  let user: number;
  let group: string;

  beforeAll(async () => {
    server = await startTestServer();
    const { id: scimId } = await createUser(server.scim);
    user = await numberOf(server, scimId);
    group = (await createGroup(server.scim, unique('crew'), [{ id: scimId }])).displayName;
  });
  afterAll(() => server.close());

  const changes = async (action: string): Promise<Change[]> =>
    (await lastChanges(server, action)).map(({ from, to }) => [from, to] as Change);

  const come = async (path: string) => (await server.rest.post(`${path}bulk/`, { included: [user] })).body.assignments;
  const go = async (path: string) => (await server.rest.delete(`${path}bulk/?included=${user}`)).body.unassignments;

  it.each<[what: string, isMapped: boolean, given: Change[], taken: Change[]]>([
    ['whom nothing else makes one', false, [[null, 'member']], [['member', null]]],
    ['whom a group makes one', true, [], []],
  ])('has of a member of a workspace %s what they get and lose', async (_, isMapped, given, taken) => {
    const { id, title } = await createWorkspace(server);
    if (isMapped) await addMappings(server, { workspaces_groups: [[title, group]] });
    const path = `/workspaces/${id}/memberships/`;
    expect([await come(path), await come(path)]).toEqual([1, 0]);
    expect(await changes('workspace.members-changed')).toEqual(given);
    expect([await go(path), await go(path)]).toEqual([1, 0]);
    expect(await changes('workspace.members-changed')).toEqual(taken);
  });

  it.each<[mapped: string | null, given: Change[], taken: Change[]]>([
    [null, [[null, 'IN']], [['IN', null]]],
    ['Inherit', [], []],
    ['Reviewer', [['RE', 'IN']], []],
  ])('has of a member of a project with %j by a group what they get and lose', async (mapped, given, taken) => {
    const id = await createProject(server);
    if (mapped !== null) await addMappings(server, { projects_groups: [{ project_id: id, group, role: mapped }] });
    const path = `/projects/${id}/members/`;
    expect([await come(path), await come(path)]).toEqual([1, 0]);
    expect(await changes('project.members-changed')).toEqual(given);
    expect([await go(path), await go(path)]).toEqual([1, 0]);
    expect(await changes('project.members-changed')).toEqual(taken);
  });

  it.each<[mapped: string | null, taken: Change[]]>([
    [null, [['RE', null]]],
    ['Inherit', [['RE', 'IN']]],
    ['Annotator', [['RE', 'AN']]],
    ['Reviewer', []],
  ])('has of a manual Reviewer, with %j from a group, what is left when they go', async (mapped, taken) => {
    const id = await createProject(server);
    if (mapped !== null) await addMappings(server, { projects_groups: [{ project_id: id, group, role: mapped }] });
    await server.rest.post('/projects/roles/', { project: id, user, role: 'RE' });
    expect(await go(`/projects/${id}/members/`)).toBe(1);
    expect(await changes('project.members-changed')).toEqual(taken);
  });

  it.each<[role: string, byHand: string, mapped: string, joined: Change[], left: Change[]]>([
    ['AN', 'RE', 'Annotator', [], []],
    ['AN', 'RE', 'Inherit', [], []],
    ['AN', 'AN', 'Reviewer', [['AN', 'RE']], [['RE', 'AN']]],
    ['AN', INHERIT, 'Reviewer', [['IN', 'RE']], [['RE', 'IN']]],
    ['RE', 'AN', 'Inherit', [['AN', 'RE']], [['RE', 'AN']]],
    ['RE', 'AN', 'Annotator', [], []],
  ])(
    'has of a member (%s) with %s manually what %s by a group makes of it',
    async (role, byHand, mapped, joined, left) => {
      const id = await createProject(server);
      const { id: scimId } = await createUser(server.scim);
      const person = await numberOf(server, scimId);
      const crew = await createGroup(server.scim, unique('crew'));
      await server.rest.patch('/organizations/0/memberships', { user_id: person, role });
      if (byHand === INHERIT) await server.rest.post(`/projects/${id}/members/bulk/`, { included: [person] });
      else await server.rest.post('/projects/roles/', { project: id, user: person, role: byHand });
      await addMappings(server, { projects_groups: [{ project_id: id, group: crew.displayName, role: mapped }] });
      for (const [op, expected] of [
        ['add', joined],
        ['remove', left],
      ] as const) {
        const Operations = [{ op, path: 'members', value: [{ value: scimId }] }];
        expect((await server.scim.patch(`/Groups/${crew.id}`, { Operations })).status).toBeLessThan(300);
        const logged = await lastChanges(server, 'group.members-changed');
        expect(logged.map(({ from, to }) => [from, to])).toEqual(expected);
        for (const { through } of logged) expect(through).toEqual([`group ${crew.displayName}`]);
      }
    },
  );

  it('has everybody whose membership ends with what they were in', async () => {
    const { id: workspace } = await createWorkspace(server);
    const project = await createProject(server);
    await come(`/workspaces/${workspace}/memberships/`);
    await come(`/projects/${project}/members/`);
    await server.rest.delete(`/workspaces/${workspace}/`);
    await server.rest.delete(`/projects/${project}/`);
    expect(await changes('workspace.deleted')).toEqual([['member', null]]);
    expect(await changes('project.deleted')).toEqual([['IN', null]]);
  });
});
