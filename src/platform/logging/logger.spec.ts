import { describe, expect, it } from '@jest/globals';
import { createLogger, withoutSecrets } from './logger.js';

describe(withoutSecrets.name, () => {
  it.each([
    ['a token: rc_0123456789abcdefghijklmnop!', 'a token: [masked]!'],
    ['{"authorization":"Bearer the-owners-token-in-tests"}', '{"authorization":"Bearer [masked]"}'],
    ['Token abcdefgh==, and more', 'Token [masked], and more'],
    ['connect postgres://rolecall:s3cret@db:5432/x failed', 'connect postgres://rolecall:[masked]@db:5432/x failed'],
    ['http://127.0.0.1:3000/scim/v2/Users/ana@acme.test', 'http://127.0.0.1:3000/scim/v2/Users/ana@acme.test'],
    ['a bearer token is needed', 'a bearer token is needed'],
    ['token expired', 'token expired'],
  ])('makes of %j %j', (text, expected) => {
    expect(withoutSecrets(text)).toBe(expected);
  });
});

describe(createLogger.name, () => {
  it('lets no error wait for other lines', () => {
    const seen: string[] = [];
    const destination = {
      write: (line: string) => seen.push((JSON.parse(line) as { msg: string }).msg),
      flush: () => seen.push('flush'),
    };
    const logger = createLogger('info', destination);
    logger.info('begun');
    logger.warn('slow');
    logger.error('failed');
    logger.fatal('gone');
    expect(seen).toEqual(['begun', 'slow', 'failed', 'flush', 'gone', 'flush']);
  });

  it('masks wherever a secret stands, also in the cause of an error', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    const cause = new Error('no way to postgres://rolecall:s3cret@db/rolecall');
    logger.error({ err: new Error('failed for Bearer s3cret-s3cret', { cause }), user: { password: 's3cret' } });
    logger.info({ issued: { token: 's3cret' } }, 'rc_s3crets3crets3crets3cret');
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain('s3cret');
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['error', 'info']);
  });
});
