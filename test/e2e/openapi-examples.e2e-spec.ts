import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessLost, lossesOf, snapshotOf, type Snapshot } from '../support/access-snapshot.js';
import { pathToWhatIsThere } from '../support/example-ids.js';
import { type Answer, HttpClient } from '../support/http-client.js';
import {
  type DocumentedOperation,
  documentedOperations,
  exampleBody,
  exampleRequest,
} from '../../tools/harness/open-api.js';
import { createGroup, createUser } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const writes = documentedOperations()
  .filter(({ method }) => method !== 'get')
  .map((documented) => [`${documented.method} ${documented.path}`, documented] as const);

/** A small organization: fewer people than the brake protects; some have the ids of examples. */
async function fill({ scim, rest }: TestServer): Promise<void> {
  const people = [];
  for (const name of ['real-2', 'real-3', 'real-4', 'ana', 'real-6', 'real-7'])
    people.push(await createUser(scim, { userName: `${name}@company.test` }));

  const [first, second, third, ana, ...others] = people as { id: string }[];
  for (const n of [1, 2, 3]) await rest.post('/workspaces', { title: `Workspace ${n}` });
  for (const n of [1, 2, 3, 4, 5, 6, 7])
    await rest.post('/projects', { title: `Project ${n}`, workspace: 1 + (n % 3) });
  await createGroup(scim, 'real-team', [ana, ...others] as { id: string }[]);
  await createGroup(scim, 'acme-reviewers', [first, second, third] as { id: string }[]);
  const saved = await rest.post('/scim/settings', {
    roles_groups: [
      ['Manager', 'real-team'],
      ['Reviewer', 'acme-reviewers'],
    ],
    workspaces_groups: [['Workspace 3', 'real-team']],
    projects_groups: [{ project_id: 7, group: 'acme-reviewers', role: 'Reviewer' }],
  });
  expect(saved.status).toBe(201);
  await rest.post('/workspaces/3/memberships', { user: 5 });
  await rest.post('/projects/7/members/bulk', { included: [5, 6, 7] });
  await rest.post('/projects/roles', { project: 7, user: 2, role: 'RE' });
  await rest.post('/tokens', { name: 'Okta' });
  await rest.patch('/organizations/1', { default_role: 'RE', seat_limit: 50 });
}

describe('An example of the OpenAPI document', () => {
  let server: TestServer;
  let client: HttpClient;
  let known: Snapshot;

  beforeAll(async () => {
    server = await startTestServer();
    await fill(server);
    const accept = 'application/scim+json, application/json';
    client = new HttpClient(server.origin, { authorization: `Bearer ${OWNER_TOKEN}`, accept });
    known = await snapshotOf(server);
  });
  afterAll(() => server.close());

  const send = (
    documented: DocumentedOperation,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const { type, body } = exampleBody(documented) ?? {};
    return client.send(documented.method.toUpperCase(), path, {
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      body,
    });
  };

  /** What an operation removes of what was there before; the next one is compared with the result. */
  const lostBy = async (work: () => Promise<unknown>, losses: typeof lossesOf): Promise<string[]> => {
    const before = known;
    await work();
    known = await snapshotOf(server);
    return losses(before, known);
  };

  it.each(writes)('takes nothing that it has not made, sent as it stands twice: %s', async (_, documented) => {
    const { path, headers } = exampleRequest(documented);
    const statuses: number[] = [];
    const lost = await lostBy(async () => {
      while (statuses.length < 2) statuses.push((await send(documented, path, headers)).status);
    }, lossesOf);
    expect({ lost, statuses }).toEqual({ lost: [], statuses });
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  const withBodies = writes.filter(([, documented]) => exampleBody(documented) !== undefined);

  it.each(withBodies)("takes nobody's access, sent to what is there: %s", async (_, documented) => {
    const { path, headers } = exampleRequest(documented);
    const lost = await lostBy(() => send(documented, pathToWhatIsThere(path), headers), accessLost);
    expect(lost).toEqual([]);
  });
});
