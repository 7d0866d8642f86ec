import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { Transactions } from '../../src/platform/database/transactions.js';
import { addMappings, createProject, createWorkspace, numberOf } from '../support/containers.js';
import type { Answer } from '../support/http-client.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { onPostgreSql } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const POLL_MS = 10;

describe('A manual edit and a group at the same moment', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  async function waiting(): Promise<number> {
    await server.database.rows(sql`select pg_stat_clear_snapshot()`);
    const row = await server.database.row<{ count: number }>(sql`
      select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`);
    return row?.count ?? 0;
  }

  /**
   * Sends requests so that each is running, and waiting, before the next one starts; the first waits for rows that are
   * locked here. The embedded database has one session, so there they follow one another.
   */
  async function queued(lock: RawBuilder<unknown>, ...requests: (() => Promise<Answer>)[]): Promise<Answer[]> {
    const answers: Promise<Answer>[] = [];
    const sendAll = async () => {
      if (onPostgreSql) await server.database.rows(lock);
      for (const request of requests) {
        answers.push(request());
        if (onPostgreSql) while ((await waiting()) < answers.length) await delay(POLL_MS);
        else await answers.at(-1);
      }
    };
    await (onPostgreSql ? server.app.get(Transactions).plain(sendAll) : sendAll());
    return Promise.all(answers);
  }

  async function inAGroup() {
    const { id: scimId } = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('crew'), [{ id: scimId }]);
    const Operations = [{ op: 'remove', path: `members[value eq "${scimId}"]` }];
    const leave = () => server.scim.patch(`/Groups/${group.id}`, { Operations });
    return { user: await numberOf(server, scimId), group: group.displayName as string, leave };
  }

  const accessOf = async (user: number) => (await server.rest.get(`/users/${user}/access`)).body;

  it('keep a workspace that is given manually while the group goes', async () => {
    const { id, title } = await createWorkspace(server);
    const { user, group, leave } = await inAGroup();
    await addMappings(server, { workspaces_groups: [[title, group]] });
    const answers = await queued(
      sql`select from workspace_memberships where user_id = ${user} for update`,
      () => server.rest.post(`/workspaces/${id}/memberships/`, { user }),
      leave,
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 204]);
    expect((await accessOf(user)).workspaces).toEqual([{ id, title, grants: [{ kind: 'manual' }] }]);
  });

  it.each([
    ['membership', 'members', 'Inherit'],
    ['role', 'roles', 'RE'],
  ])('keep a project %s that is given manually while the group goes', async (_, kind, role) => {
    const project = await createProject(server);
    const { user, group, leave } = await inAGroup();
    await addMappings(server, { projects_groups: [{ project_id: project, group, role: 'Annotator' }] });
    const path = kind === 'roles' ? '/projects/roles/' : `/projects/${project}/members/`;
    const answers = await queued(
      sql`select from project_memberships where user_id = ${user} for update`,
      () => server.rest.post(path, { project, user, role: 'RE' }),
      leave,
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 204]);
    expect((await accessOf(user)).projects).toMatchObject([{ id: project, grants: [{ kind: 'manual', role }] }]);
  });
});
