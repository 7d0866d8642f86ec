import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApiDocument } from '../../src/platform/http/openapi/open-api.js';
import { type HttpClient, HttpClient as Client } from '../support/http-client.js';
import {
  checkOf,
  document,
  type DocumentedOperation,
  documentedOperations,
  exampleBody,
  examplePath,
} from '../../tools/harness/open-api.js';
import { namingWhatIsThere, pathToWhatIsThere } from '../support/example-ids.js';
import { missingExamples } from '../support/missing-examples.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

/** The Owner cannot be deleted, and only the Owner may use SCIM. */
const REFUSED = ['delete /scim/v2/Me'];

/** Makes everything that the examples name: people up to 7, workspaces up to 3, projects up to 7. */
async function fill(rest: HttpClient): Promise<void> {
  for (const n of [2, 3, 4, 5, 6, 7]) await rest.post('/users', { email: `person-${n}@acme.test` });
  for (const n of [1, 2, 3]) await rest.post('/workspaces', { title: `Workspace ${n}` });
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await rest.post('/projects', { title: `Project ${n}` });
}

describe('The OpenAPI document', () => {
  let server: TestServer;
  let client: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    await fill(server.rest);
    await server.rest.post('/projects/roles', { project: 6, user: 4, role: 'RE' });
    const accept = 'application/scim+json, application/json';
    client = new Client(server.origin, { authorization: `Bearer ${OWNER_TOKEN}`, accept });
  });
  afterAll(() => server.close());

  const send = (documented: DocumentedOperation) => {
    const { type, body } = exampleBody(documented) ?? {};
    const headers = type === undefined ? undefined : { 'content-type': type };
    const path = pathToWhatIsThere(examplePath(documented));
    return client.send(documented.method.toUpperCase(), path, { headers, body: namingWhatIsThere(body) });
  };

  const operations = documentedOperations().map((documented) => {
    const { method, path } = documented;
    return [`${method} ${path}`, documented] as const;
  });

  it.each(operations)(
    'has for %s an example that works on what is there, and the form of the answer',
    async (name, documented) => {
      const answer = await send(documented);
      const documentedStatuses = Object.keys(documented.operation.responses).map(Number);
      const isGood = REFUSED.includes(name) ? answer.status === 403 : answer.status < 300;
      expect({ isGood, answer }).toMatchObject({ isGood: true });
      expect(documentedStatuses).toContain(answer.status);
      const check = checkOf(documented, answer.status);
      check?.(answer.body);
      expect(check ? check.errors : answer.body).toBe(check ? null : undefined);
    },
  );

  it.each(operations)('has for %s the form of a refusal', async (_, documented) => {
    if (documented.operation.security === undefined) return;
    const { status, body } = await client
      .with({ authorization: 'Bearer nobody' })
      .send(documented.method.toUpperCase(), examplePath(documented));
    expect(status).toBe(401);
    const check = checkOf(documented, status);
    expect({ valid: check?.(body), errors: check?.errors }).toEqual({ valid: true, errors: null });
  });

  it.each(operations)('says in words what %s does, and what can go wrong', (_, { operation }) => {
    expect(operation.summary).toMatch(/\w{2}/);
    expect(operation.tags).toHaveLength(1);
    expect(Object.keys(operation.responses).filter((status) => status.startsWith('5'))).not.toEqual([]);
  });

  it('has every path that the server has, and no other', async () => {
    const { body } = await client.get('/docs/json');
    const listed = (paths: object) =>
      Object.entries(paths).flatMap(([path, item]) => [path, ...Object.keys(item as object)]);
    expect(listed(document.paths)).toEqual(listed(body.paths));
  });

  it('has an example of each body and of each identifier in a path', async () => {
    const { body } = await client.get('/docs/json');
    expect(missingExamples(body as OpenApiDocument)).toEqual([]);
  });

  it('starts with the way from a token to the first mapped group', () => {
    expect(document.info.description).toMatch(/Authorize[^]*POST \/scim\/v2\/Users[^]*POST \/api\/scim\/settings/);
    expect(document.components?.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
  });
});

describe('The API explorer', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(['/docs', '/docs/'])(
    'needs nothing from elsewhere, as its content security policy demands: %s',
    async (path) => {
      const page = await fetch(server.origin + path);
      const html = await page.text();
      expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
      const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
      expect(sources.length).toBeGreaterThan(2);
      expect(sources.filter((url) => /^(https?:)?\/\//.test(url))).toEqual([]);
      expect(html).not.toMatch(/<script>|<script [^>]*>[^<\s]/);
      for (const url of sources.filter((source) => !source.startsWith('data:')))
        expect([url, (await fetch(new URL(url, page.url))).status]).toEqual([url, 200]);
    },
  );
});
