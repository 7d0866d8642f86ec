import { type Call, Connection } from './connection.js';
import { faultOf } from './run-load.js';

/** How many clients a load comes from; the promises say 16. */
export const CLIENTS = 16;

/** One of the two servers, with the connections to it. */
export class Target {
  private constructor(
    readonly origin: string,
    readonly token: string,
    readonly pid: number,
    readonly connections: readonly Connection[],
    /** For requests beside a load. */
    private readonly beside: Connection,
  ) {}

  static at({ origin, pid }: { readonly origin: string; readonly pid: number }, token: string): Target {
    const connections = Array.from({ length: CLIENTS }, () => new Connection(origin, token));
    return new Target(origin, token, pid, connections, new Connection(origin, token));
  }

  /**
   * Sends one request on a connection of its own; must not be called twice at the same time.
   *
   * @returns the body as JSON, undefined without one
   * @throws Error when the request is refused
   */
  async ask(method: string, path: string, body?: object | string): Promise<unknown> {
    const call: Call = { method, path, body };
    const reply = await this.beside.send(call);
    const fault = faultOf(call, reply);
    if (fault !== undefined) throw new Error(fault);
    return reply.body.length === 0 ? undefined : (JSON.parse(reply.body.toString()) as unknown);
  }

  close(): void {
    for (const connection of [...this.connections, this.beside]) connection.close();
  }
}
