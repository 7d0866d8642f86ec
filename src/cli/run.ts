import type { INestApplicationContext } from '@nestjs/common';
import { CommanderError } from 'commander';
import { v7 } from 'uuid';
import { DataDirectoryLockedError } from '../platform/database/data-directory-lock.js';
import { EnvironmentError } from '../platform/environment.js';
import { AppError } from '../platform/errors.js';
import { ConfirmationRequiredError, ValidationFailedError } from '../platform/http/errors/rest-error.js';
import { runInContext } from '../platform/http/request-context.js';
import { confirmedNumber, UsageError } from './command.js';
import { organizationCommands } from './organization-commands.js';
import { programOf } from './program.js';
import { provisioningCommands } from './provisioning-commands.js';
import { readable } from './readable.js';
import { tokenCommands } from './token-commands.js';

const COMMANDS = [...organizationCommands, ...tokenCommands, ...provisioningCommands];

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** What a command line needs from its surroundings: where to print, and how to open the application. */
export interface Surroundings {
  out(text: string): void;
  error(text: string): void;
  /** Opens the application; it is closed when the command is done. */
  open(): Promise<INestApplicationContext>;
}

/** Describes why a command failed: in a sentence if an operator can mend it, otherwise with the stack. */
function reasonOf(error: unknown): string {
  if (error instanceof ValidationFailedError) {
    const fields = Object.entries(error.validationErrors).map(
      ([field, messages]) => `  ${field}: ${messages.join(' ')}`,
    );
    return [error.detail, ...fields].join('\n');
  }
  if (error instanceof ConfirmationRequiredError)
    return `${error.loss} If that is what you want, run the command again with --confirm ${error.affected}`;

  if (error instanceof AppError) return error.detail;
  if (error instanceof DataDirectoryLockedError || error instanceof EnvironmentError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function perform(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const print = (text: string) => {
    surroundings.out(text);
  };
  const program = programOf(COMMANDS, print, async (command, options, json) => {
    const confirmation = { affected: confirmedNumber(options) };
    const app = await surroundings.open();
    try {
      const context = { requestId: v7(), channel: 'system', origin: '', confirmation } as const;
      const result = await runInContext(context, () => command.run(app, options));
      print(json ? `${JSON.stringify(result, null, 2)}\n` : readable(result));
    } finally {
      await app.close();
    }
  });
  await program.parseAsync(args, { from: 'user' });
}

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 refused, 2 wrong usage
 */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await perform(args, surroundings);
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === DONE) return DONE;
    if (error instanceof CommanderError || error instanceof UsageError) {
      surroundings.error(`${error.message}\nSee: npm run -s cli -- --help\n`);
      return WRONG_USAGE;
    }
    surroundings.error(`${reasonOf(error)}\n`);
    return REFUSED;
  }
}
