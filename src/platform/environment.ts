import { plainToInstance } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { Trimmed } from './trimmed.decorator.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;
const TOKEN_RULE = 'may hold letters, digits and - . _ ~ + / only (RFC 6750 §2.1)';
/** A person's name in one text, in any form that has at least one letter or digit. */
export const FULL_NAME = /^(?=.*[\p{L}\p{N}]).{1,256}$/su;
export const FULL_NAME_RULE = 'must be a name, of at most 256 characters';
/** The Owner's name if none is set. */
export const DEFAULT_OWNER_NAME = 'Rolecall Owner';
const WEB_URL = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** Every setting there is, with its default. The names are the environment variables of `.env.example`. */
export class Environment {
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 65535' })
  @Max(65_535, { message: 'must be from 0 to 65535' })
  PORT = 3000;

  @MinLength(1, { message: 'must name an address to listen on' })
  HOST = '127.0.0.1';

  /** PostgreSQL 15 or newer. Without it the embedded database under `DATA_DIR` is used. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a URL that starts with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** Folder of the embedded database; `memory://` keeps nothing. */
  @MinLength(1, { message: 'must name a folder, or be memory://' })
  DATA_DIR = './data';

  @IsInt({ message: 'must be a whole number' })
  @Min(2, { message: 'must be from 2 to 200' })
  @Max(200, { message: 'must be from 2 to 200' })
  DATABASE_POOL_MAX = 10;

  /** Used on the first start only. */
  @Trimmed()
  @MinLength(1, { message: 'must not be empty' })
  ORGANIZATION_TITLE = 'My organization';

  /** Used on the first start only. */
  @Trimmed()
  @IsEmail({ require_tld: false }, { message: 'must be an email address' })
  OWNER_EMAIL = 'owner@example.com';

  /** Used on the first start only. The last word becomes the family name. */
  @Matches(FULL_NAME, { message: FULL_NAME_RULE })
  OWNER_NAME = DEFAULT_OWNER_NAME;

  /** Presets the Owner's first token on the first start; otherwise one is generated and printed once. */
  @IsOptional()
  @MinLength(20, { message: 'must have at least 20 characters' })
  @Matches(TOKEN, { message: TOKEN_RULE })
  OWNER_TOKEN?: string;

  /** Origin used in `Location`, `$ref` and `meta.location`; without it, that of the request. */
  @IsOptional()
  @IsUrl(WEB_URL, { message: 'must be an http or https URL' })
  PUBLIC_URL?: string;

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** Largest request body, in mebibytes. */
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be from 1 to 1000' })
  @Max(1000, { message: 'must be from 1 to 1000' })
  BODY_LIMIT_MB = 10;

  /** Seconds for which a connection without a request is kept; longer than the proxy in front keeps its own. */
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be from 1 to 3600' })
  @Max(3600, { message: 'must be from 1 to 3600' })
  KEEP_ALIVE_SECONDS = 75;

  /** Days for which the log of SCIM requests is kept; 0 keeps none. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 3650' })
  @Max(3650, { message: 'must be from 0 to 3650' })
  SCIM_REQUEST_RETENTION_DAYS = 30;

  /** Days for which the activity log and the record of changed access are kept; 0 keeps them for ever. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 36500' })
  @Max(36_500, { message: 'must be from 0 to 36500' })
  ACTIVITY_RETENTION_DAYS = 730;

  /** Hours between two checks of everybody's access in an organization; 0 checks only when somebody asks. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 8760' })
  @Max(8760, { message: 'must be from 0 to 8760' })
  RECONCILE_EVERY_HOURS = 24;

  /** Requests that one token may make in a minute on this instance; 0 sets no limit. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 1000000000' })
  @Max(1_000_000_000, { message: 'must be from 0 to 1000000000' })
  RATE_LIMIT_PER_MINUTE = 6000;

  /** The token that `/metrics` asks for; without it only programs on the same machine may read. */
  @IsOptional()
  @MinLength(20, { message: 'must have at least 20 characters' })
  @Matches(TOKEN, { message: TOKEN_RULE })
  METRICS_TOKEN?: string;

  /** Share of the working users, in percent, that may lose access through one REST change without confirmation. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be from 0 to 100' })
  @Max(100, { message: 'must be from 0 to 100' })
  BRAKE_SHARE_PERCENT = 25;

  /** A change that takes access from fewer users than this never needs confirmation, whatever their share. */
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be from 1 to 1000000000' })
  @Max(1_000_000_000, { message: 'must be from 1 to 1000000000' })
  BRAKE_MINIMUM_USERS = 10;
}

/** The settings cannot be used. The message names each variable and its rule, and never a value: it may be a secret. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = EnvironmentError.name;
  }
}

const NUMERIC = [
  'PORT',
  'DATABASE_POOL_MAX',
  'BODY_LIMIT_MB',
  'KEEP_ALIVE_SECONDS',
  'SCIM_REQUEST_RETENTION_DAYS',
  'ACTIVITY_RETENTION_DAYS',
  'RECONCILE_EVERY_HOURS',
  'RATE_LIMIT_PER_MINUTE',
  'BRAKE_SHARE_PERCENT',
  'BRAKE_MINIMUM_USERS',
] as const;

/**
 * Reads and checks the settings. A variable that is set to nothing counts as not set.
 * @throws EnvironmentError naming every variable at fault
 */
export function loadEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const known = Object.keys(new Environment()).concat('DATABASE_URL', 'OWNER_TOKEN', 'PUBLIC_URL', 'METRICS_TOKEN');
  const given = Object.entries(variables).filter(([name, value]) => known.includes(name) && value?.trim());
  const values: Record<string, string | number | undefined> = Object.fromEntries(given);
  for (const name of NUMERIC) if (values[name] !== undefined) values[name] = Number(values[name]);
  const environment = plainToInstance(Environment, values, { exposeDefaultValues: true });
  const problems = validateSync(environment, { stopAtFirstError: true }).map(
    ({ property, constraints }) => `${property} ${Object.values(constraints ?? {}).join(', ')}`,
  );
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}
