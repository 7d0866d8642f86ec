import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import { checkOf, documentedOperations, mediaTypeOf } from '../../tools/harness/open-api.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';
import { exchange } from '../../tools/harness/wire.js';

const authorization = `Bearer ${OWNER_TOKEN}`;

describe('What is wrong as HTTP', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const post = (headers: readonly string[], body = '') =>
    [
      'POST /scim/v2/Users HTTP/1.1',
      'Host: rolecall.test',
      `Authorization: ${authorization}`,
      'Content-Type: application/json',
      ...headers,
      '',
      body,
    ].join('\r\n');

  it.each(['[', 'a b', 'rolecall.test:99999', 'rolecall.test/scim', 'ro<le>call'])(
    'is a host that is none: %s',
    async (host) => {
      const headers = { authorization, host };
      const answer = await sendRaw(server.origin, { path: '/api/projects/?page_size=1', headers });
      expectRestError(answer, 400);
    },
  );

  it.each(['rolecall.test', 'rolecall.test:8443', '127.0.0.1', '[::1]:3000', 'xn--rlecall-90a.test'])(
    'is not the host %s',
    async (host) => {
      const answer = await sendRaw(server.origin, { path: '/api/projects/', headers: { authorization, host } });
      expect(answer.status).toBe(200);
    },
  );

  it.each([
    ['http://rolecall.test:8443/scim/v2/Me', 200, 'http://rolecall.test:8443/scim/v2/Users/'],
    ['HTTP://rolecall.test/api/projects/?page_size=1', 200, '"results"'],
    ['https://rolecall.test?x=/y', 404, 'X-Request-Id'],
    ['http://ro<le>call/scim/v2/Me', 400, 'not valid HTTP'],
    ['http://me:pw@rolecall.test/scim/v2/Me', 400, 'Host header'],
  ])('is not a target in absolute form, unless its host is none: %s', async (target, status, part) => {
    const head = [`GET ${target} HTTP/1.1`, 'Host: elsewhere.test', `Authorization: ${authorization}`, '', ''];
    const { statuses, text } = await exchange(server.origin, head.join('\r\n'));
    expect(statuses).toEqual([status]);
    expect(text).toContain(part);
  });

  it('is not a host that HTTP/1.0 leaves out', async () => {
    const { statuses } = await exchange(
      server.origin,
      `GET /scim/v2/Me HTTP/1.0\r\nAuthorization: ${authorization}\r\n\r\n`,
    );
    expect(statuses).toEqual([200]);
  });

  it('is a body that is announced as too large, which nobody waits for', async () => {
    const { statuses } = await exchange(server.origin, post([`Content-Length: ${10 ** 12}`]));
    expect(statuses).toEqual([413]);
  });

  it.each([
    ['a stranger', '/scim/v2/Users', 'Bearer nobody-knows-this', 401],
    ['somebody without a token', '/api/projects/', '', 401],
    ['the Owner, where there is nothing', '/scim/v2/Nothing', authorization, 404],
  ])('is no body of %s, which nobody waits for or reads', async (_, path, token, status) => {
    const head = [`POST ${path} HTTP/1.1`, 'Host: rolecall.test', `Authorization: ${token}`];
    const type = 'Content-Type: application/json';
    const { statuses } = await exchange(server.origin, [...head, type, 'Content-Length: 5000', '', '{"a'].join('\r\n'));
    expect(statuses).toEqual([status]);
  });

  it('is not an expectation that nobody knows', async () => {
    const { statuses, text } = await exchange(
      server.origin,
      post(['Expect: the-unexpected', 'Content-Length: 2'], '{}'),
    );
    expect(statuses).toEqual([400]);
    expect(text).toContain('userName');
  });

  it.each([
    ['a header without end', post([`X-Long: ${'x'.repeat(300_000)}`]), 431],
    ['a length that is none', post(['Content-Length: many']), 400],
    ['no host', `GET /scim/v2/Me HTTP/1.1\r\nAuthorization: ${authorization}\r\n\r\n`, 400],
    ['what is no HTTP', '\x16\x03\x01', 400],
  ])('has a request id, too: %s', async (_, bytes, status) => {
    const { statuses, text } = await exchange(server.origin, bytes);
    expect(statuses).toEqual([status]);
    expect(text).toMatch(/^X-Request-Id: [\w-]{8,}\r$/m);
  });

  const operations = documentedOperations();

  it.each(operations.map((documented) => [`${documented.method} ${documented.path}`, documented] as const))(
    'is described for %s',
    (_, documented) => {
      const surface = documented.path.startsWith('/scim/') ? 'application/scim+json' : 'application/json';
      expect(mediaTypeOf(documented, 405)).toBe(surface);
      expect(checkOf(documented, 405)).toBeDefined();
    },
  );

  it('is described where there is a body: what is too large, and what nobody reads', () => {
    const without = operations
      .filter(({ operation }) => operation.requestBody !== undefined)
      .filter(({ operation }) => !operation.responses['413'] || !operation.responses['415']);
    expect(without).toEqual([]);
  });
});

describe('A resource of which attributes are asked for', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('is of the form that the OpenAPI document has for it', async () => {
    const me = documentedOperations().find(({ method, path }) => method === 'get' && path === '/scim/v2/Me');
    const check = me && checkOf(me, 200);
    const { body } = await server.scim.get('/Me?attributes=userName,meta.version');
    expect({ isRight: check?.(body), errors: check?.errors }).toEqual({ isRight: true, errors: null });
  });
});
