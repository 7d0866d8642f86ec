import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const SECOND = 1_000;

/** How much longer a request's headers may take than its connection may be idle, in seconds. */
const HEADERS_MARGIN = 5;

/**
 * Sets how long a connection is kept without a request, in seconds. A client or proxy must close its connections before
 * the server does: otherwise a request may meet a connection that is just being closed.
 */
export function keepConnections(server: Server, seconds: number): void {
  server.keepAliveTimeout = seconds * SECOND;
  server.headersTimeout = Math.max(server.headersTimeout, (seconds + HEADERS_MARGIN) * SECOND);
}

/**
 * The connections of a server and their pending answers. Node's own `close` would wait for a connection that has never
 * had a request, and for one whose last answer did not announce its end.
 */
export class Connections {
  private readonly due = new Map<Socket, Set<ServerResponse>>();
  private isEnding = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.due.set(socket, new Set());
      socket.once('close', () => this.due.delete(socket));
    });
  }

  /** Must be called with each request before it is answered. */
  serve({ socket }: IncomingMessage, response: ServerResponse): void {
    const answers = this.due.get(socket);
    answers?.add(response);
    response.shouldKeepAlive &&= !this.isEnding;
    response.once('close', () => {
      answers?.delete(response);
      if (this.isEnding) this.endIdle();
    });
  }

  /**
   * Closes the connections without a request at once, and each other one after its pending answers, which announce that
   * (`Connection: close`) unless they have begun.
   */
  end(): void {
    this.isEnding = true;
    for (const answers of this.due.values())
      for (const response of answers) if (!response.headersSent) response.shouldKeepAlive = false;

    this.endIdle();
  }

  private endIdle(): void {
    for (const [socket, answers] of this.due) if (answers.size === 0) socket.destroySoon();
  }
}
