import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schema } from '../../src/platform/http/openapi/open-api.js';
import type { Answer, HttpClient } from '../support/http-client.js';
import { HttpClient as Client } from '../support/http-client.js';
import {
  document,
  type DocumentedOperation,
  documentedOperations,
  exampleBody,
  examplePath,
} from '../../tools/harness/open-api.js';
import { createUser } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

type Resolved = Exclude<Schema, { $ref: string }>;

function resolved(schema: Schema): Resolved {
  if (!('$ref' in schema)) return schema;
  return resolved(document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

function bodySchemaOf({ operation }: DocumentedOperation): Resolved | undefined {
  const { requestBody } = operation;
  const schema = requestBody && 'content' in requestBody && requestBody.content['application/json']?.schema;
  return schema ? resolved(schema) : undefined;
}

const operations = documentedOperations().filter(({ path }) => path.startsWith('/api/'));

const optionalFields = operations.flatMap((documented) => {
  const { properties = {}, required = [] } = bodySchemaOf(documented) ?? {};
  const optional = Object.entries(properties).filter(([name]) => !required.includes(name));
  return optional.map(([name, schema]) => [documented.method, documented.path, name, documented, schema] as const);
});

const optionalParameters = operations.flatMap((documented) =>
  (documented.operation.parameters ?? []).flatMap((parameter) =>
    'in' in parameter && parameter.in === 'query' && parameter.required !== true
      ? [[documented.method, documented.path, parameter.name, documented, parameter] as const]
      : [],
  ),
);

/**
 * Values that a REST request does not give: one rule for every field of every body and every parameter of every query.
 */
describe('Values that are not given', () => {
  let server: TestServer;
  let client: HttpClient;

  beforeAll(async () => {
    server = await startTestServer({ BRAKE_SHARE_PERCENT: 100 });
    for (const n of [2, 3, 4, 5, 6, 7]) await server.rest.post('/users', { email: `person-${n}@acme.test` });
    for (const n of [1, 2, 3]) await server.rest.post('/workspaces', { title: `Workspace ${n}` });
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await server.rest.post('/projects', { title: `Project ${n}` });
    client = new Client(server.origin, {
      authorization: `Bearer ${OWNER_TOKEN}`,
      accept: 'application/json',
      'content-type': 'application/json',
    });
  });
  afterAll(() => server.close());

  const send = (documented: DocumentedOperation, query: string, body?: unknown): Promise<Answer> =>
    client.send(documented.method.toUpperCase(), examplePath(documented) + query, { body });

  const expectDocumented = (answer: Answer, { operation }: DocumentedOperation) => {
    expect(answer.status).toBeLessThan(500);
    expect(Object.keys(operation.responses)).toContain(String(answer.status));
  };

  it.each(optionalFields)('are null in the body of %s %s: %s', async (_m, _p, name, documented, schema) => {
    expect(resolved(schema).nullable).toBe(true);
    const { body: example = {} } = exampleBody(documented) ?? {};
    const { [name]: _, ...others } = example as Record<string, unknown>;
    const answer = await send(documented, '', { ...others, [name]: null });
    expectDocumented(answer, documented);
    // a value that the request needs is named in the refusal
    const without = await send(documented, '', others);
    expect(without.status >= 300 || answer.status < 300).toBe(true);
  });

  it.each(optionalFields)('are never an empty text that breaks %s %s: %s', async (_m, _p, name, documented) => {
    const { body: example = {} } = exampleBody(documented) ?? {};
    expectDocumented(await send(documented, '', { ...(example as object), [name]: '' }), documented);
  });

  it.each(optionalParameters)(
    'are an empty text in the query of %s %s: %s',
    async (_m, _p, name, documented, parameter) => {
      const answer = await send(documented, `?${name}=`, documented.method === 'get' ? undefined : {});
      expectDocumented(answer, documented);
      const { type, enum: words, format } = resolved((parameter as { schema?: Schema }).schema ?? {});
      const takesText = type === 'string' && !words && format === undefined;
      const mayPass = takesText || type === 'array' || documented.method !== 'get';
      expect({ name, isRefused: mayPass || answer.status === 400 }).toEqual({ name, isRefused: true });
    },
  );

  it.each(operations.filter((documented) => bodySchemaOf(documented)))(
    'are a whole body where $method $path can do without it, and refused elsewhere',
    async (documented) => {
      const { requestBody } = documented.operation;
      const isRequired = requestBody && 'content' in requestBody && requestBody.required === true;
      const answer = await client
        .with({ 'content-type': '' })
        .send(documented.method.toUpperCase(), examplePath(documented));
      expectDocumented(answer, documented);
      expect(!isRequired || answer.status === 400).toBe(true);
      const list = await send(documented, '', []);
      expect(list.status).toBe(400);
    },
  );

  it.each([
    ['POST', '/projects/7/members/bulk?all=true&included=5&role=OW', { included: [6, 7], roles: null }],
    ['POST', '/projects/7/members/bulk', { all: true, roles: null, search: null, role: null, ids: null }],
    ['DELETE', '/projects/7/members/bulk', { all: true, search: null, role: null, ids: null }],
    ['POST', '/workspaces/3/memberships/bulk', { all: true, search: null, role: null, ids: null }],
    ['DELETE', '/workspaces/3/memberships/bulk', { all: true, search: null, role: null, ids: null }],
  ])('are null as LSE’s SDK sends it: %s %s', async (method, path, body) => {
    expect((await server.rest.send(method, path, { body })).status).toBe(200);
  });

  it('never select everybody', async () => {
    await server.rest.post('/workspaces/3/memberships', { user: 5 });
    const members = async () => (await server.rest.get('/workspaces/3/memberships/')).body.length;
    const before = await members();
    for (const body of [{}, { all: null, ids: null }, { included: null }, { all: '' }, { all: false, search: '' }]) {
      const { status, body: answer } = await server.rest.send('DELETE', '/workspaces/3/memberships/bulk', { body });
      expect(status === 400 || (status === 200 && answer.unassignments === 0)).toBe(true);
      expect(await members()).toBe(before);
    }
    for (const query of [
      '?all=true&role=',
      '?all=true&user_type=',
      '?all=&included=5',
      '?all=true&ids=',
      '?all=true&search=',
    ]) {
      const { status, body: answer } = await server.rest.send('DELETE', `/workspaces/3/memberships/bulk${query}`);
      expect(status === 400 || answer.unassignments === 0).toBe(true);
      expect(await members()).toBe(before);
    }
  });

  it('clear what null means something for, and nothing else', async () => {
    const id = (await server.rest.post('/projects', { title: 'Cleared', description: 'x', workspace: 3 })).body.id;
    const read = async () => (await server.rest.get(`/projects/${id}`)).body;
    await server.rest.patch(`/projects/${id}`, { title: null, is_published: null });
    expect(await read()).toMatchObject({ title: 'Cleared', description: 'x', workspace: 3, is_published: false });
    await server.rest.patch(`/projects/${id}`, { description: null, workspace: null });
    expect(await read()).toMatchObject({ title: 'Cleared', description: null, workspace: null });
    await server.rest.patch('/organizations/1', { seat_limit: 20 });
    expect((await server.rest.patch('/organizations/1', { title: null })).body.seat_limit).toBe(20);
    expect((await server.rest.patch('/organizations/1', { seat_limit: null })).body.seat_limit).toBeNull();
    const { id: scimId, userName } = await createUser(server.scim);
    const user = (await server.rest.get(`/users/?email=${encodeURIComponent(userName)}`)).body[0];
    const names = { first_name: null, last_name: null, phone: null };
    expect(await server.rest.patch(`/users/${user.id}`, names)).toMatchObject({ status: 200, body: user });
    expect((await server.scim.get(`/Users/${scimId}`)).body.name).toEqual({ givenName: 'Kim', familyName: 'Lee' });
  });
});
