import { describe, expect, it } from '@jest/globals';
import { announce } from './app.announce.js';
import { Environment } from './platform/environment.js';
import { createLogger } from './platform/logging/logger.js';

/** The warnings that a start with these settings logs. */
function warningsOf(settings: Partial<Environment>): string[] {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  const environment = Object.assign(new Environment(), { DATABASE_URL: 'postgres://x' }, settings);
  announce('http://127.0.0.1:3000', environment, undefined, logger);
  const entries = lines.map((line) => JSON.parse(line) as { level: unknown; msg: string });
  expect(entries.at(-1)?.msg).toBe('ready on http://127.0.0.1:3000');
  return entries.slice(0, -1).map(({ msg }) => msg);
}

describe(announce.name, () => {
  it.each(['0.0.0.0', '::', '10.0.0.7', 'rolecall.acme.test'])(
    'warns where others can reach the server at %s and have no token for the metrics',
    (HOST) => {
      expect(warningsOf({ HOST })).toEqual([expect.stringContaining('METRICS_TOKEN')]);
    },
  );

  it.each<Partial<Environment>>([
    { HOST: '127.0.0.1' },
    { HOST: 'localhost' },
    { HOST: '::1' },
    { HOST: '0.0.0.0', METRICS_TOKEN: 'the-token-of-the-scraper' },
  ])('has nothing to warn of with %j', (settings) => {
    expect(warningsOf(settings)).toEqual([]);
  });
});
