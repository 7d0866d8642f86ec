import { beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Answer } from '../support/http-client.js';
import { aUser, createGroup, createUser } from '../support/people.js';
import { reorderSubscribers, shuffled, type Reorder } from '../support/subscriber-order.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Plays a story that contains every event with several subscribers, and records the result of each step. */
class Story {
  /** For each step its answer, the logged facts, and the changes of access with their causes. */
  readonly lines: string[] = [];

  constructor(private readonly server: TestServer) {}

  async play(): Promise<void> {
    const { scim, rest } = this.server;
    const people = [];
    for (const name of ['ana', 'bo', 'cy', 'di', 'ed', 'flo'])
      people.push(await createUser(scim, { userName: `${name}@example.org` }));
    const [leads, team] = [await createGroup(scim, 'leads', people), await createGroup(scim, 'team', people)];
    const [one, two] = [await this.create('workspaces', 'one'), await this.create('workspaces', 'two')];
    const project = await this.create('projects', 'three');
    const mappings = {
      roles_groups: Object.entries({ leads: 'Reviewer', placeholder: 'Manager' }).map(([group, role]) => [role, group]),
      workspaces_groups: ['one', 'two'].map((title) => [title, 'team']),
      projects_groups: [
        { project_id: project, group: 'team', role: 'Inherit' },
        { project_id: project, group: 'never pushed', role: 'Reviewer' },
      ],
    };
    const patch = (value: object) => ({ Operations: [{ op: 'replace', value }] });
    await this.tell('mappings are saved', rest.post('/scim/settings', mappings));
    await this.tell('mappings go unconfirmed', rest.post('/scim/settings', { workspaces_groups: [] }));
    await this.tell('somebody is deleted', scim.delete(`/Users/${people[0].id}`));
    await this.tell('somebody is deactivated', scim.patch(`/Users/${people[1].id}`, patch({ active: false })));
    const name = patch({ displayName: 'placeholder' });
    await this.tell('a placeholder is absorbed', scim.patch(`/Groups/${leads.id}`, name));
    for (const path of [`/workspaces/${one}`, `/projects/${project}`]) {
      await this.tell(`${path} is deleted unconfirmed`, rest.delete(path));
      await this.tell(`${path} is deleted`, rest.delete(`${path}?confirm=4`));
    }
    await this.tell('a group is deleted', scim.delete(`/Groups/${team.id}`));
    await this.tell('a manual edit gives to many', rest.post(`/workspaces/${two}/memberships/bulk/`, { all: true }));
    await this.tell('somebody is revived', scim.post('/Users', aUser({ userName: 'ana@example.org' })));
    await this.tell('nothing is left to do', rest.post('/provisioning/reconcile', {}));
  }

  /** Everything stored at the end that is the same on all databases. */
  async ending(): Promise<object> {
    const rows = (table: string, columns: string) =>
      this.server.database.rows(sql`
        select ${sql.raw(columns)} from ${sql.table(table)} order by ${sql.raw(columns)}`);
    return {
      roles: await rows('role_assignments', 'user_id, role, role_source, reason, base_role'),
      workspaces: await rows('workspace_memberships', 'user_id, workspace_id, mapped, manual'),
      projects: await rows('project_memberships', 'user_id, project_id, mapped_role, mapped_inherit'),
      members: await rows('group_members', 'group_id, user_id'),
      groups: await rows('groups', 'id, display_name, placeholder'),
      roleMappings: await rows('role_mappings', 'group_id, role'),
      workspaceMappings: await rows('workspace_mappings', 'group_id, workspace_id'),
      projectMappings: await rows('project_mappings', 'group_id, project_id, role'),
    };
  }

  private async create(kind: 'workspaces' | 'projects', title: string): Promise<number> {
    return (await this.server.rest.post(`/${kind}/`, { title })).body.id as number;
  }

  private async tell(step: string, request: Promise<Answer>): Promise<void> {
    const { status, headers } = await request;
    const id = headers.get('x-request-id');
    const written = await this.server.database.rows<{ line: string }>(sql`
      select concat_ws(' ', action, details) as line from activity_entries where request_id = ${id}
      union all
      select concat_ws(' ', user_id, kind, target_id, previous, '->', current, causes) from access_changes
       where request_id = ${id}
      order by line`);
    this.lines.push(`${step}: ${status}`, ...written.map(({ line }) => line));
  }
}

async function tell(reorder: Reorder): Promise<{ lines: readonly string[]; ending: object }> {
  const restore = reorderSubscribers(reorder);
  const server = await startTestServer({ BRAKE_MINIMUM_USERS: 2 });
  try {
    const story = new Story(server);
    await story.play();
    return { lines: story.lines, ending: await story.ending() };
  } finally {
    restore();
    await server.close();
  }
}

describe('The subscribers of events', () => {
  let inOrder: Awaited<ReturnType<typeof tell>>;

  beforeAll(async () => {
    inOrder = await tell((subscribers) => [...subscribers]);
  });

  it('hold back what takes access from too many, let through what is confirmed, and note what SCIM takes', () => {
    const { lines } = inOrder;
    expect(lines.filter((line) => line.endsWith(': 400'))).toEqual([
      'mappings go unconfirmed: 400',
      '/workspaces/1 is deleted unconfirmed: 400',
      '/projects/1 is deleted unconfirmed: 400',
    ]);
    expect(lines.filter((line) => line.startsWith('access.large-loss'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('nothing is left to do: 200');
  });

  it.each<[string, Reorder]>([
    ['the reverse order', (subscribers) => subscribers.toReversed()],
    ['a random order', shuffled(1)],
    ['another random order', shuffled(2)],
    ['a third random order', shuffled(3)],
  ])('come to the same in %s', async (_, reorder) => {
    expect(await tell(reorder)).toEqual(inOrder);
  });
});
