import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Caller, findCaller } from './caller.js';
import { FloorDatabase } from './floor-database.js';
import { RequestLog } from './request-log.js';
import { type Answer, route } from './route.js';

const { DATABASE_URL, DATABASE_POOL_MAX = '10' } = process.env;
const database = new FloorDatabase(DATABASE_URL, Number(DATABASE_POOL_MAX));
const log = new RequestLog(database);

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? undefined : (JSON.parse(Buffer.concat(parts).toString()) as unknown);
}

async function answerOf(caller: Caller, request: IncomingMessage): Promise<Answer> {
  try {
    return await route(database, caller, await bodyOf(request));
  } catch (error) {
    return { status: 500, body: JSON.stringify({ detail: String(error) }) };
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const begun = performance.now();
  const { method = 'GET', url = '/', headers } = request;
  const { authorization = '', host = '' } = headers;
  const caller = await findCaller(database, { authorization, method, path: url, host });
  if (!caller) return void response.writeHead(401).end();
  const { status, body = '' } = await answerOf(caller, request);
  const type = { 'Content-Type': 'application/scim+json', 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, status === 204 ? {} : type).end(body);
  if (url.startsWith('/scim')) log.add(caller, status, begun);
}

/** Longer than any turn of another side, so that no connection is closed at the moment when its next request leaves. */
const KEEP_ALIVE_MS = 600_000;

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => void serve(request, response));
server.listen(0, '127.0.0.1', () => {
  console.log(`floor on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void log.close().then(() => database.close()));
});
