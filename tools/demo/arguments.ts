import { parseArgs } from 'node:util';
import { messageOf } from './story-broken.js';

/** What the demo needs to know before it starts. */
export interface DemoArguments {
  /** The server's address without a trailing slash, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** A token of the organization's Owner; it opens both SCIM and REST. */
  readonly token: string;
  /** Milliseconds to wait before each step. */
  readonly pace: number;
}

/** Wrong usage; the message says what to do about it. */
export class UsageError extends Error {}

/** What `--help` prints. */
export const HELP = `Plays a recorded Okta life cycle against a running Rolecall server and checks every answer.

  npm run demo -- [--url URL] [--token TOKEN] [--pace MS]

  --url URL      address of the server   (default: ROLECALL_URL, else http://127.0.0.1:PORT, PORT being 3000 if unset)
  --token TOKEN  a token of the Owner    (default: OWNER_TOKEN)
  --pace MS      wait before each step, for people who watch (default: 0)
  --help         this text

Each run brings people, groups, a workspace and projects of its own and leaves those of earlier runs alone.
Exit code: 0 all checks passed, 1 a check failed or the server cannot be reached, 2 wrong usage.`;

const TOKEN_MISSING = `The demo needs a token of the organization's Owner. The server prints one when it starts for the first time;
a token can also be preset with OWNER_TOKEN. Pass it as either of

  npm run demo -- --token <token>
  OWNER_TOKEN=<token> npm run demo`;

function originOf(address: string): string {
  if (!URL.canParse(address)) throw new UsageError(`"${address}" is not a URL. Example: --url http://127.0.0.1:3000`);
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new UsageError(`The URL must start with http:// or https://: ${address}`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function tokenOf(text: string): string {
  const token = text.trim();
  if (token === '') throw new UsageError(TOKEN_MISSING);
  if (!/^[\x21-\x7e]+$/.test(token)) throw new UsageError('The token holds characters that no token has.');
  return token;
}

function paceOf(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--pace takes whole milliseconds, for example --pace 500`);
  return Number(text);
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        token: { type: 'string' },
        pace: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n\n${HELP}`, { cause: error });
  }
}

/**
 * Reads the command line, and the environment for what it leaves out. An empty variable counts as unset.
 *
 * @returns `'help'` if the command line asks for help.
 * @throws UsageError for an unknown option, a bad value or a missing token.
 */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DemoArguments | 'help' {
  const options = optionsOf(args);
  if (options.help) return 'help';
  const fallback = environment['ROLECALL_URL'] || `http://127.0.0.1:${environment['PORT'] || '3000'}`;
  return {
    origin: originOf(options.url ?? fallback),
    token: tokenOf(options.token ?? environment['OWNER_TOKEN'] ?? ''),
    pace: paceOf(options.pace),
  };
}
