import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aUser } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';
import { pause, Wire } from '../../tools/harness/wire.js';

const READ = `GET /scim/v2/Users?count=0 HTTP/1.1\r\nHost: rolecall.test\r\nAuthorization: Bearer ${OWNER_TOKEN}\r\n\r\n`;

/** The head and the body of a request that creates a user. */
function creation(): [head: string, body: string] {
  const body = JSON.stringify(aUser());
  const head = [
    'POST /scim/v2/Users HTTP/1.1',
    'Host: rolecall.test',
    `Authorization: Bearer ${OWNER_TOKEN}`,
    'Content-Type: application/scim+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '\r\n',
  ];
  return [head.join('\r\n'), body];
}

describe('A connection without a request', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('is kept for longer than a balancer keeps it, and the next request on it may take its time', () => {
    const { keepAliveTimeout, headersTimeout } = server.app.getHttpServer();
    expect(keepAliveTimeout).toBe(75_000);
    expect(headersTimeout).toBeGreaterThan(keepAliveTimeout);
  });

  it('serves the next request when Node would have closed it', async () => {
    const wire = new Wire(server.origin);
    wire.write(READ);
    expect((await wire.answers(1)).text).toContain('Keep-Alive: timeout=75\r\n');
    await pause(6_500);
    wire.write(READ);
    expect(await wire.answers(2)).toMatchObject({ statuses: [200, 200], isClosed: false });
    wire.end();
  }, 20_000);

  it('is closed after the seconds of the setting', async () => {
    const impatient = await startTestServer({ KEEP_ALIVE_SECONDS: 1 });
    const wire = new Wire(impatient.origin);
    wire.write(READ);
    expect(await wire.answers(1)).toMatchObject({ statuses: [200], isClosed: false });
    await pause(700);
    wire.write(READ);
    expect(await wire.answers(2)).toMatchObject({ statuses: [200, 200], isClosed: false });
    expect(await wire.answers(3, 5_000)).toMatchObject({ statuses: [200, 200], isClosed: true });
    await impatient.close();
  });
});

describe('A server that stops', () => {
  let wires: Wire[] = [];

  afterEach(() => {
    for (const wire of wires) wire.end();
    wires = [];
  });

  /** A connection to a server, on which some bytes were sent. */
  function connected({ origin }: TestServer, bytes = ''): Wire {
    const wire = new Wire(origin);
    wire.write(bytes);
    wires.push(wire);
    return wire;
  }

  /** Whether the connection ends long before an idle one would be closed. */
  function soon(over: Promise<void>): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(false), 3_000);
      over.then(() => resolve(true), reject).finally(() => clearTimeout(timer));
    });
  }

  it('waits for no connection that waits for nothing', async () => {
    const server = await startTestServer();
    const used = connected(server, READ);
    const untouched = connected(server);
    const begun = connected(server, READ.slice(0, 30));
    expect((await used.answers(1)).statuses).toEqual([200]);
    await pause(50);
    expect(await soon(server.close())).toBe(true);
    for (const wire of [used, untouched, begun]) expect(await wire.answers(9)).toMatchObject({ isClosed: true });
  });

  it('finishes what it has begun, says that the connection ends, and takes nothing more', async () => {
    const server = await startTestServer();
    const [head, body] = creation();
    const wire = connected(server, head + body.slice(0, 9));
    await pause(200);
    const closed = server.close();
    await pause(200);
    expect(wire.isOpen).toBe(true);
    wire.write(body.slice(9));
    const { statuses, text, isClosed } = await wire.answers(2);
    expect({ statuses, isClosed }).toEqual({ statuses: [201], isClosed: true });
    expect(text).toMatch(/^connection: close\r$/im);
    expect(await soon(closed)).toBe(true);
  });
});
