import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Reply, ResponseReader } from './response-reader.js';

/** A request to make; the connection adds the headers that every request has. */
export interface Call {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly body?: object | string;
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** One keep-alive connection. It makes one request at a time, and opens again after the server has closed it. */
export class Connection {
  private readonly url: URL;
  private readonly headers: string;
  private socket?: Socket;
  private waiting?: Waiting;

  constructor(origin: string, token: string) {
    this.url = new URL(origin);
    this.headers = `Host: ${this.url.host}\r\nAuthorization: Bearer ${token}\r\n`;
  }

  /** @throws Error when the connection breaks before the answer is complete */
  async send({ method, path, body }: Call): Promise<Reply> {
    const socket = this.socket ?? (await this.open());
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const type = path.startsWith('/scim') ? 'application/scim+json' : 'application/json';
    const entity = body === undefined ? '' : `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      socket.write(`${method} ${path} HTTP/1.1\r\n${this.headers}${entity}\r\n${text}`);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket?.destroy();
  }

  private async open(): Promise<Socket> {
    const socket = connect({ host: this.url.hostname, port: Number(this.url.port), noDelay: true });
    const reader = new ResponseReader();
    socket.on('data', (data: Buffer) => {
      this.receive(reader.feed(data));
    });
    socket.on('close', () => {
      this.socket = undefined;
      this.waiting?.reject(new Error('The server closed the connection'));
    });
    await once(socket, 'connect');
    socket.on('error', (error) => {
      this.waiting?.reject(error);
    });
    this.socket = socket;
    return socket;
  }

  private receive(reply: Reply | undefined): void {
    if (!reply) return;
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve(reply);
  }
}
