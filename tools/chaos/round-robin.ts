import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that sends each request to the next of several servers; it keeps no sessions. */
export class RoundRobin {
  /** How many requests each server got, in the order of the servers. */
  readonly sent: number[];
  private next = 0;
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly origins: readonly string[],
    private readonly server: Server,
  ) {
    this.sent = origins.map(() => 0);
    server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
      this.pass(incoming, outgoing);
    });
  }

  static async before(origins: readonly string[]): Promise<RoundRobin> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new RoundRobin(origins, server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const at = this.next++ % this.origins.length;
    this.sent[at] = (this.sent[at] ?? 0) + 1;
    const { hostname, port } = new URL(this.origins[at] ?? '');
    const { method, url: path, headers } = incoming;
    const onward = send({ hostname, port, method, path, headers, agent: this.agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  }
}
