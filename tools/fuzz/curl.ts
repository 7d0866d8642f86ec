import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from './call.js';

const SHORT = 2_000;
const PLAIN = /^[\x20-\x7e]*$/;

let bodies = 0;

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Writes a short body into the command, and any other to a file. */
function bodyOf(body: Buffer, folder: string): string {
  const text = body.toString('latin1');
  if (text.length <= SHORT && PLAIN.test(text)) return quoted(text);
  bodies += 1;
  const file = join(folder, `body-${bodies}`);
  writeFileSync(file, body);
  return `@${file}`;
}

/**
 * Prints the command that repeats a call; `$ORIGIN` is the server, `$TOKEN` the token of the actor named at the end.
 *
 * @param folder for bodies that are too long, or not text
 */
export function toCurl({ actor, method, path, headers, body }: Call, folder: string): string {
  const url = path.length > SHORT ? `${path.slice(0, SHORT)}…(${path.length} characters)` : path;
  return [
    `curl -i --path-as-is -g -X ${method}`,
    `"$ORIGIN"${quoted(url)}`,
    '-H "Authorization: Bearer $TOKEN"',
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value.slice(0, SHORT)}`)}`),
    ...(body ? [`--data-binary ${bodyOf(body, folder)}`] : []),
    `# as ${actor}`,
  ].join(' ');
}
