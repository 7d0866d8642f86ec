import { request, type OutgoingHttpHeaders } from 'node:http';
import type { Answer } from './http-client.js';

/** A request that `fetch` would refuse or normalize. */
export interface RawRequest {
  readonly method?: string;
  /** Sent as it is: no dots are resolved, nothing is encoded. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent one by one, with chunked transfer coding unless a `content-length` is given. */
  readonly chunks?: Iterable<string | Buffer>;
  /** Address of this machine to send from. */
  readonly localAddress?: string;
}

/** Sends a request byte for byte; an answer that comes before the whole body is sent counts. */
export function sendRaw(
  origin: string,
  { method = 'GET', path, headers, chunks, localAddress }: RawRequest,
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = request({ hostname, port, method, path, headers, localAddress, agent: false }, (incoming) => {
      answered = true;
      const received: Buffer[] = [];
      incoming.on('data', (part: Buffer) => received.push(part));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(received).toString('utf8');
        const pairs = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: new Headers(Object.fromEntries(pairs)),
          body: text === '' ? undefined : JSON.parse(text),
        });
      });
    });
    outgoing.on('error', (error) => {
      if (!answered) reject(error);
    });
    for (const chunk of chunks ?? []) outgoing.write(chunk);
    outgoing.end();
  });
}
