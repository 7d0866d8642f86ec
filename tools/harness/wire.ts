import { connect, type Socket } from 'node:net';

/** Everything that came back over a connection, answers in their order. */
export interface Exchange {
  readonly text: string;
  readonly statuses: readonly number[];
  /** Whether the server closed the connection. */
  readonly isClosed: boolean;
}

const STATUS_LINE = /HTTP\/1\.1 (\d{3}) /g;

/** A connection that sends bytes as they are. */
export class Wire {
  private received = '';
  private closed = false;
  private readonly socket: Socket;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.socket = connect({ host: hostname, port: Number(port) });
    this.socket.on('data', (part: Buffer) => (this.received += part.toString('latin1')));
    this.socket.on('close', () => (this.closed = true));
    this.socket.on('error', () => (this.closed = true));
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  write(bytes: string | Buffer): void {
    if (!this.closed) this.socket.write(bytes);
  }

  /** Waits until this many answers have begun, the server has closed, or the time is over. */
  async answers(count: number, limitMs = 3_000): Promise<Exchange> {
    const until = performance.now() + limitMs;
    while (performance.now() < until && !this.closed && this.statuses().length < count) await pause(5);
    await pause(5);
    return { text: this.received, statuses: this.statuses(), isClosed: this.closed };
  }

  end(): void {
    this.socket.destroy();
  }

  private statuses(): number[] {
    return [...this.received.matchAll(STATUS_LINE)].map(([, status]) => Number(status));
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Sends bytes on a connection of their own. */
export async function exchange(origin: string, bytes: string | Buffer, count = 1): Promise<Exchange> {
  const wire = new Wire(origin);
  wire.write(bytes);
  const exchanged = await wire.answers(count);
  wire.end();
  return exchanged;
}
