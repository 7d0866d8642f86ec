/** An answer, its body undecoded. */
export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

interface Head {
  readonly status: number;
  /** Undefined for a body in chunks. */
  readonly length?: number;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_LINE = Buffer.from('\r\n');
const EMPTY = Buffer.alloc(0);

function headOf(text: string): Head {
  const status = Number(text.slice(9, 12));
  if (status === 204 || status === 304) return { status, length: 0 };
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  return length === undefined ? { status } : { status, length: Number(length) };
}

/**
 * Splits what arrives on a keep-alive connection into answers, one at a time. It understands only the HTTP/1.1 that the
 * two servers speak, so that it costs the shared processors next to nothing.
 */
export class ResponseReader {
  private pending: Buffer = EMPTY;
  private head?: Head;
  private parts: Buffer[] = [];
  private received = 0;

  /** @returns the answer once its last byte has arrived */
  feed(data: Buffer): Reply | undefined {
    this.pending = this.pending.length === 0 ? data : Buffer.concat([this.pending, data]);
    this.head ??= this.readHead();
    if (!this.head) return undefined;
    const isDone = this.head.length === undefined ? this.readChunks() : this.readLength(this.head.length);
    return isDone ? this.finish(this.head.status) : undefined;
  }

  private readHead(): Head | undefined {
    const end = this.pending.indexOf(END_OF_HEAD);
    if (end === -1) return undefined;
    const head = headOf(this.pending.toString('latin1', 0, end));
    this.pending = this.pending.subarray(end + END_OF_HEAD.length);
    return head;
  }

  private take(length: number): void {
    this.parts.push(this.pending.subarray(0, length));
    this.received += length;
    this.pending = this.pending.subarray(length);
  }

  private readLength(length: number): boolean {
    this.take(Math.min(this.pending.length, length - this.received));
    return this.received === length;
  }

  private readChunks(): boolean {
    for (;;) {
      const end = this.pending.indexOf(END_OF_LINE);
      if (end === -1) return false;
      const size = Number.parseInt(this.pending.toString('latin1', 0, end), 16);
      const start = end + END_OF_LINE.length;
      if (this.pending.length < start + size + END_OF_LINE.length) return false;
      this.pending = this.pending.subarray(start);
      if (size > 0) this.take(size);
      this.pending = this.pending.subarray(END_OF_LINE.length);
      if (size === 0) return true;
    }
  }

  private finish(status: number): Reply {
    const body = this.parts.length === 1 ? (this.parts[0] ?? EMPTY) : Buffer.concat(this.parts);
    this.head = undefined;
    this.parts = [];
    this.received = 0;
    return { status, body };
  }
}
