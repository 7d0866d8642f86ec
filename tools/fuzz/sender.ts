import { Agent, request } from 'node:http';
import type { Answer, Call } from './call.js';

/** How long to wait for an answer. */
const PATIENCE_MS = 20_000;

/** There was no answer: the connection broke, or it took too long. */
class NoAnswer extends Error {}

/** Sends calls byte for byte: no dots are resolved, nothing is encoded, no redirect is followed. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true });

  /** @param tokens by actor; an actor without a token sends none */
  constructor(
    readonly origin: string,
    private readonly tokens: Readonly<Record<string, string | undefined>>,
  ) {}

  /**
   * Sends a call. An answer before the whole body is sent counts. If the server closes a kept connection just when it
   * is used again, it has not seen the request, which is then sent once more.
   *
   * @throws NoAnswer
   */
  async send(call: Call): Promise<Answer> {
    const first = await this.attempt(call);
    const answer = first === 'closed before' ? await this.attempt(call) : first;
    if (answer === 'closed before') throw new NoAnswer('no answer: the connection is closed');
    return answer;
  }

  private attempt(call: Call): Promise<Answer | 'closed before'> {
    const { method, path, body } = call;
    const { hostname, port } = new URL(this.origin);
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException) => {
        if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve('closed before');
        else reject(new NoAnswer(`no answer: ${error.message}`, { cause: error }));
      };
      const options = { hostname, port, method, path, agent: this.agent, headers: this.headersOf(call) };
      const outgoing = request({ ...options, timeout: PATIENCE_MS }, (incoming) => {
        outgoing.removeListener('error', fail).on('error', () => undefined);
        const received: Buffer[] = [];
        incoming.on('data', (part: Buffer) => received.push(part));
        incoming.on('error', fail);
        incoming.on('end', () => {
          const pairs = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
          const text = Buffer.concat(received).toString('utf8');
          const milliseconds = performance.now() - begun;
          resolve({ status: incoming.statusCode ?? 0, headers: Object.fromEntries(pairs), text, milliseconds });
        });
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing for ${PATIENCE_MS} ms`)));
      outgoing.on('error', fail);
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }

  private headersOf({ actor, headers, body }: Call): Record<string, string | number> {
    const token = this.tokens[actor];
    return {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-length': body.length }),
      ...headers,
    };
  }
}
