import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METHODS } from '../../src/platform/http/openapi/open-api.js';
import { HttpClient } from '../support/http-client.js';
import { document, documentedOperations, examplePath } from '../../tools/harness/open-api.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

/** Each path of the document with its methods, in capitals and sorted, and an example of it. */
const paths = Object.entries(document.paths).map(([path, item]) => {
  const methods = METHODS.filter((method) => item[method]).map((method) => method.toUpperCase());
  const documented = documentedOperations().find((operation) => operation.path === path);
  return { path, methods: methods.sort(), example: documented ? examplePath(documented) : path };
});

describe('The methods of a path', () => {
  let server: TestServer;
  let client: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    client = new HttpClient(server.origin, { authorization: `Bearer ${OWNER_TOKEN}` });
  });
  afterAll(() => server.close());

  it.each(paths)('are told by OPTIONS: $path', async ({ methods, example }) => {
    const { status, headers } = await client.send('OPTIONS', example);
    expect([status, headers.get('allow')]).toEqual([204, methods.join(', ')]);
  });

  const others = paths.flatMap(({ path, methods, example }) =>
    METHODS.map((method) => method.toUpperCase())
      .filter((method) => !methods.includes(method))
      .map((method) => ({ method, path, methods, example })),
  );

  it.each(others)('are told to who tries another: $method $path', async ({ method, methods, example }) => {
    const { status, headers } = await client.send(method, example);
    expect([status, headers.get('allow')]).toEqual([405, methods.join(', ')]);
  });

  it('are those of the path, and not of one that takes its last word for an id', async () => {
    for (const method of ['PATCH', 'DELETE']) {
      const { status, headers } = await client.send(method, '/api/projects/roles', { body: { title: 'x' } });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, POST']);
    }
  });

  it('are no reason to say that what is not there cannot be read', async () => {
    for (const path of ['/api/projects/999', '/scim/v2/Users/nobody']) {
      expect((await client.get(path)).status).toBe(404);
      expect((await client.send('HEAD', path)).status).toBe(404);
      expect((await client.send('OPTIONS', '/api/nothing')).status).toBe(404);
    }
  });
});
