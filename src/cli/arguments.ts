import { parseArgs } from 'node:util';
import { type Command, type Options, UsageError } from './command.js';

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly options: Options; readonly json: boolean };

function findCommand(words: readonly string[], commands: readonly Command[]): Command {
  const found = commands.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);
  if (!found) throw new UsageError(words.length === 0 ? 'Which command?' : `There is no command ${words.join(' ')}`);
  return found;
}

/** What `parseArgs` says of options that it cannot make sense of. */
function isParseError(error: unknown): error is Error {
  return (
    typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

function parseOptions(args: string[], { options }: Command): Record<string, string | boolean | undefined> {
  const known = Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]);
  const config = Object.fromEntries(known) as Record<string, { type: 'string' | 'boolean' }>;
  try {
    return parseArgs({ args, options: { ...config, json: { type: 'boolean' } }, strict: true }).values;
  } catch (error) {
    throw isParseError(error) ? new UsageError(error.message) : error;
  }
}

/**
 * Reads a command line: the words of a command, then its options.
 * @throws UsageError when it is none
 */
export function readArguments(args: readonly string[], commands: readonly Command[]): Invocation {
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  const words = args.slice(0, firstOption < 0 ? args.length : firstOption);
  const wantsHelp = args.includes('--help') || args.includes('-h') || words[0] === 'help';
  if (wantsHelp) return { kind: 'help', command: commands.find(({ name }) => name === words.join(' ')) };
  const command = findCommand(words, commands);
  const { json, ...options } = parseOptions(args.slice(command.name.split(' ').length), command);
  const missing = Object.entries(command.options).filter(
    ([name, spec]) => spec.required && options[name] === undefined,
  );
  if (missing.length > 0) throw new UsageError(`${missing.map(([name]) => `--${name}`).join(' and ')} is missing`);
  return { kind: 'run', command, options, json: json === true };
}
