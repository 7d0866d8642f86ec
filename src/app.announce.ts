import type { Logger } from 'pino';
import type { FirstStart } from './modules/auth/index.js';
import { isEmbedded } from './platform/database/orm-options.js';
import type { Environment } from './platform/environment.js';
import { SCIM_BASE } from './scim-server/http/scim-url.js';
import { isLoopback } from './platform/http/this-machine.js';

function welcome(origin: string, { organization, ownerEmail, token }: FirstStart): string {
  return [
    '',
    `  Rolecall: "${organization.title}" was created, its Owner is ${ownerEmail}.`,
    '',
    `  SCIM base URL   ${origin}${SCIM_BASE}`,
    `  Owner's token   ${token ?? '(the one in OWNER_TOKEN)'}`,
    ...(token === undefined ? [] : ['                  shown this once: keep it now']),
    `  Web console     ${origin}/`,
    `  API explorer    ${origin}/docs`,
    '',
    '',
  ].join('\n');
}

/** Tells the operator the URL of the server, and on the first start how to sign in. */
export function announce(url: string, environment: Environment, first: FirstStart | undefined, logger: Logger): void {
  const origin = (environment.PUBLIC_URL ?? url.replace('[::1]', 'localhost')).replace(/\/+$/, '');
  if (first) process.stdout.write(welcome(origin, first));
  if (isEmbedded(environment))
    logger.warn('embedded database: good for trials and small teams; a power cut may cost data, DATABASE_URL has more');

  if (environment.METRICS_TOKEN === undefined && !isLoopback(environment.HOST))
    logger.warn('/metrics answers programs on this machine only: for a scraper elsewhere, set METRICS_TOKEN');

  logger.info({ url }, `ready on ${url}`);
}
