/** Says on the terminal what is being measured, on a line that is written over; nothing where nobody looks. */
export class Progress {
  private readonly stream = process.stderr;

  show(text: string): void {
    if (this.stream.isTTY) this.stream.write(`\r\u001b[K  ${text}`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[K');
  }
}
