import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from './call.js';

const SHORT = 2_000;
const PLAIN = /^[\x20-\x7e]*$/;

let bodies = 0;

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A short body is part of the command; any other goes to a file. */
function bodyOf(body: Buffer, folder: string): string {
  const text = body.toString('latin1');
  if (text.length <= SHORT && PLAIN.test(text)) return quoted(text);
  bodies += 1;
  const file = join(folder, `body-${bodies}`);
  writeFileSync(file, body);
  return `@${file}`;
}

/**
 * The command that sends a call again; `$ORIGIN` is the server, `$TOKEN` the token of the one who is named at the end.
 * @param folder where bodies go that are too long, or not text
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
