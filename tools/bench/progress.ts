/** Shows on the terminal what is being measured, on a line that is overwritten; nothing if there is no terminal. */
export class Progress {
  private readonly stream = process.stderr;

  show(text: string): void {
    if (this.stream.isTTY) this.stream.write(`\r\u001b[K  ${text}`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[K');
  }
}
