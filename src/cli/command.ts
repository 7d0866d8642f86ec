import type { INestApplicationContext } from '@nestjs/common';
import { trimName } from '../text/index.js';

/** The options of a command line, by name; a switch that is not given is missing. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** An option of a command. Without `value` it is a switch. */
export interface OptionSpec {
  /** The placeholder for its value in the help. */
  readonly value?: string;
  readonly required?: boolean;
  readonly help: string;
}

/** One thing that the command line can do. */
export interface Command {
  /** One word or two. */
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /**
   * @returns what is printed
   * @throws UsageError, or an error whose message says why the command was refused
   */
  run(app: INestApplicationContext, options: Options): Promise<unknown>;
}

/** The command was not called as its help says. */
export class UsageError extends Error {}

/** The text of an option. */
export function textOf(options: Options, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || trimName(value) === '') throw new UsageError(`--${name} must not be empty`);
  return value;
}

/** The name or address in an option, without the blanks around it. */
export function nameOf(options: Options, name: string): string {
  return trimName(textOf(options, name));
}

/** How many users may lose access through the command, as the operator confirms it; undefined if not confirmed. */
export function confirmedNumber(options: Options): number | undefined {
  if (options.confirm === undefined) return undefined;
  const value = textOf(options, 'confirm');
  if (!/^\d{1,15}$/.test(value)) throw new UsageError('--confirm must be a whole number, that of the refusal');
  return Number(value);
}

/** For commands that are about one organization; `idOf(options, 'organization')` reads it. */
export const ORGANIZATION = { value: 'N', required: true, help: 'Id of the organization' } satisfies OptionSpec;

const ID = /^[1-9]\d{0,8}$/;

/** The id in an option. */
export function idOf(options: Options, name: string): number {
  const value = textOf(options, name);
  if (!ID.test(value)) throw new UsageError(`--${name} must be an id, a whole number`);
  return Number(value);
}
