/** What is known of the output. */
export interface Terminal {
  /** Columns to fill. */
  readonly width: number;
  readonly colours: boolean;
  write(line: string): void;
}

/** The colours in use, by what they mean. */
const CODES = { good: 32, bad: 31, faint: 2, strong: 1 } as const;

/** Widest line that is still read comfortably. */
const MAXIMUM_WIDTH = 160;
const MINIMUM_WIDTH = 60;

/** Columns if the output is a file or a pipe. */
const DEFAULT_WIDTH = 120;

/**
 * The stream's width and abilities. There are colours only on a terminal, and none if NO_COLOR is set and not empty.
 */
export function terminalOn(
  stream: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  return {
    width: Math.min(Math.max(stream.columns ?? DEFAULT_WIDTH, MINIMUM_WIDTH), MAXIMUM_WIDTH),
    colours: stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
    write: (line) => void stream.write(`${line}\n`),
  };
}

/** The text in a colour, or unchanged where colours are off. */
export function painted(terminal: Terminal, colour: keyof typeof CODES, text: string): string {
  return terminal.colours ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}

/** The text in exactly this many columns: padded with blanks, or cut with an ellipsis. */
export function fitted(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, Math.max(width - 1, 0))}…` : text.padEnd(width);
}
