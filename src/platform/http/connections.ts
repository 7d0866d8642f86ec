import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const SECOND = 1_000;

/** What a request's head may take beyond the time for which its connection may be idle, in seconds. */
const HEADERS_MARGIN = 5;

/**
 * Sets for how long a connection is kept that has no request on it, in seconds. A client or proxy must give its
 * connections up before the server does: otherwise a request meets a connection that is just being closed.
 */
export function keepConnections(server: Server, seconds: number): void {
  server.keepAliveTimeout = seconds * SECOND;
  server.headersTimeout = Math.max(server.headersTimeout, (seconds + HEADERS_MARGIN) * SECOND);
}

/**
 * The connections of a server with the answers that are due on them. Node's own `close` would wait for a connection that
 * has never had a request on it, and for one whose last answer does not say that it ends.
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

  /** To be called with each request before anybody answers it. */
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
   * Ends the connections without a request at once, and each other with the answers that are due on it, which say so
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
