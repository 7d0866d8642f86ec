import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { MASK } from './secrets.js';

/** What opens a door wherever it stands: our tokens, a header's credentials, the password of a database's URL. */
const SECRETS = /\brc_[\w-]{20,}|(?<=\b(?:bearer|basic|token) +)[\w.~+/-]{8,}=*|(?<=:\/\/[^\s:@/"]*:)[^\s@/"]+(?=@)/gi;

/** A text without the secrets that can be known by their looks. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, MASK);
}

/** Lines wait for each other this long, in milliseconds, or until there are so many bytes of them. */
const GATHERING = { periodicFlush: 100, minLength: 4_096 };

const ERROR = pino.levels.values.error ?? 0;

/**
 * JSON lines without anything that could open a door. They are written together, since a system call for each line
 * costs a request more than its authorization; errors and what came before them at once, and the rest when the process
 * exits. Only being killed loses what was gathered.
 * @param destination standard output, unless it is given
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

/** Parts of Nest that list every module and route at each start. */
const CHATTY = new Set<unknown>(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Lets Nest and everything that uses Nest's `Logger` write through pino. */
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

  /** Nest puts the context last, and a stack or a text before it. */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const text = rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.logger[level]({ context, ...message }, text);
    else this.logger[level]({ context, ...(text ? { stack: text } : {}) }, String(message));
  }
}
