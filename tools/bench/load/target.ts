import { type Call, Connection } from './connection.js';
import { faultOf } from './run-load.js';

/** Clients that a load comes from, as the promises have it. */
export const CLIENTS = 16;

/** One of the two servers, with the connections to it. */
export class Target {
  private constructor(
    readonly origin: string,
    readonly token: string,
    readonly pid: number,
    readonly connections: readonly Connection[],
    /** For what is asked beside a load. */
    private readonly beside: Connection,
  ) {}

  static at({ origin, pid }: { readonly origin: string; readonly pid: number }, token: string): Target {
    const connections = Array.from({ length: CLIENTS }, () => new Connection(origin, token));
    return new Target(origin, token, pid, connections, new Connection(origin, token));
  }

  /**
   * One request on a connection of its own; not for two at the same time.
   * @returns the body as JSON, undefined without one
   * @throws Error when it is refused
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
