import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Forwards what arrives, in order, with the delay that the line has at that moment. */
async function carry(from: Socket, to: Socket, latency: () => number): Promise<void> {
  try {
    for await (const piece of from) {
      if (latency() > 0) await delay(latency());
      if (!to.write(piece as Buffer)) await once(to, 'drain');
    }
    to.end();
  } catch {
    from.destroy();
    to.destroy();
  }
}

/** A line between a server and its database that can be made slow. */
export class SlowLine {
  /** Milliseconds by which everything is late, in each direction. */
  latency = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param target URL of the database; the line's URL differs in the port only */
  static async to(target: string): Promise<SlowLine> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = new URL(target);
    url.port = String((server.address() as AddressInfo).port);
    const line = new SlowLine(server, url.href);
    server.on('connection', (near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) socket.setNoDelay(true).on('error', () => undefined);
      void carry(near, far, () => line.latency);
      void carry(far, near, () => line.latency);
    });
    return line;
  }

  close(): void {
    this.server.close();
  }
}
