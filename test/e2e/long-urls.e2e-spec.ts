import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

describe('Requests at the limits of HTTP', () => {
  let server: TestServer;
  const headers = { authorization: `Bearer ${OWNER_TOKEN}` };
  const filterOf = (length: number) => `userName eq "${'é'.repeat(length - 14)}"`;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('answers a filter of 30,000 characters in the URL', async () => {
    const path = `/scim/v2/Users?filter=${encodeURIComponent(filterOf(30_000))}`;
    const answer = await sendRaw(server.origin, { path, headers });
    expect([answer.status, answer.body.totalResults]).toEqual([200, 0]);
  });

  it('refuses a URL beyond all measure with a SCIM error that says what to do instead', async () => {
    const answer = await sendRaw(server.origin, { path: `/scim/v2/Users?filter=${'a'.repeat(300_000)}`, headers });
    expect(answer.status).toBe(431);
    expect(answer.body).toMatchObject({ status: '431', detail: expect.stringContaining('/.search') });
  });

  it('answers what is no HTTP with a SCIM error and closes the connection', async () => {
    const { hostname, port } = new URL(server.origin);
    const socket = connect(Number(port), hostname);
    socket.write('THIS IS NOT HTTP\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ status: '400', scimType: 'invalidSyntax' });
  });
});
