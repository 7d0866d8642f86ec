import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { MASK } from './secrets.js';

/** Secrets that can be recognized anywhere: our tokens, a header's credentials, the password in a database's URL. */
const SECRETS = /\brc_[\w-]{20,}|(?<=\b(?:bearer|basic|token) +)[\w.~+/-]{8,}=*|(?<=:\/\/[^\s:@/"]*:)[^\s@/"]+(?=@)/gi;

/** Masks the secrets in a text that can be recognized by their form. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, MASK);
}

/** How long lines are gathered, in milliseconds, and how many bytes of them. */
const GATHERING = { periodicFlush: 100, minLength: 4_096 };

const ERROR = pino.levels.values.error ?? 0;

/**
 * A logger of JSON lines without secrets. Lines are gathered, because a system call for each line costs a request more
 * than its authorization. Errors, and the lines before them, are written at once, and the rest when the process exits.
 * Only being killed loses gathered lines.
 *
 * @param destination standard output by default
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'], censor: MASK },
    hooks: {
      streamWrite: withoutSecrets,
      logMethod(line, log, level) {
        log.apply(this, line);
        if (level >= ERROR) this.flush();
      },
    },
  };
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, ...GATHERING }));
}

/** Parts of Nest that log every module and route at each start. */
const CHATTY = new Set<unknown>(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Makes Nest, and everything that uses Nest's `Logger`, log through pino. */
export class PinoLoggerService implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(CHATTY.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Sorts out Nest's arguments: the context is last, and a stack or a text may come before it. */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const text = rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.logger[level]({ context, ...message }, text);
    else this.logger[level]({ context, ...(text ? { stack: text } : {}) }, String(message));
  }
}
