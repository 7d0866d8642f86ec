import { describe, expect, it } from '@jest/globals';
import { Environment, EnvironmentError, loadEnvironment } from './environment.js';

function problemsOf(variables: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

describe(loadEnvironment.name, () => {
  it('has a default for everything that must be set', () => {
    expect(loadEnvironment({})).toEqual(new Environment());
    expect(loadEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: './data', LOG_LEVEL: 'info' });
  });

  it('takes what is set, numbers as numbers', () => {
    const variables = {
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://rolecall@db/rolecall',
      DATABASE_POOL_MAX: '25',
      DATA_DIR: 'memory://',
      ORGANIZATION_TITLE: 'Acme Labs',
      OWNER_EMAIL: 'ana@localhost',
      OWNER_NAME: 'Ana',
      OWNER_TOKEN: 'abcdefghij.klmnopq~r+s/t-_==',
      PUBLIC_URL: 'https://rolecall.example',
      LOG_LEVEL: 'silent',
      BODY_LIMIT_MB: '1000',
      KEEP_ALIVE_SECONDS: '3600',
      SCIM_REQUEST_RETENTION_DAYS: '0',
      ACTIVITY_RETENTION_DAYS: '0',
      RECONCILE_EVERY_HOURS: '0',
      RATE_LIMIT_PER_MINUTE: '0',
      METRICS_TOKEN: 'a-token-of-the-scraper',
      BRAKE_SHARE_PERCENT: '100',
      BRAKE_MINIMUM_USERS: '1',
    };
    const numbers = {
      PORT: 0,
      DATABASE_POOL_MAX: 25,
      BODY_LIMIT_MB: 1000,
      KEEP_ALIVE_SECONDS: 3600,
      SCIM_REQUEST_RETENTION_DAYS: 0,
      ACTIVITY_RETENTION_DAYS: 0,
      RECONCILE_EVERY_HOURS: 0,
      RATE_LIMIT_PER_MINUTE: 0,
      BRAKE_SHARE_PERCENT: 100,
      BRAKE_MINIMUM_USERS: 1,
    };
    expect(loadEnvironment(variables)).toMatchObject({ ...variables, ...numbers });
  });

  it('takes names and addresses without the blanks around them', () => {
    const variables = { ORGANIZATION_TITLE: ' Acme Labs\u00a0', OWNER_EMAIL: '\ufeffana@localhost\r\n' };
    expect(loadEnvironment(variables)).toMatchObject({
      ORGANIZATION_TITLE: 'Acme Labs',
      OWNER_EMAIL: 'ana@localhost',
    });
    expect(problemsOf({ ORGANIZATION_TITLE: '\u200b' })).toEqual(['ORGANIZATION_TITLE must not be empty']);
  });

  it.each(['', ' ', undefined])('takes %j for not set', (nothing) => {
    const variables = { PORT: nothing, DATABASE_URL: nothing, OWNER_TOKEN: nothing, PUBLIC_URL: nothing };
    expect(loadEnvironment(variables)).toEqual(new Environment());
  });

  it('passes over variables of others, those of objects included', () => {
    expect(loadEnvironment({ PATH: '/bin', constructor: 'x', toString: 'x' })).toEqual(new Environment());
  });

  const refused: [name: string, value: string, rule: RegExp][] = [
    ['PORT', 'abc', /0 to 65535/],
    ['PORT', '3000.5', /whole number/],
    ['PORT', '-1', /0 to 65535/],
    ['PORT', '65536', /0 to 65535/],
    ['DATABASE_URL', 'mysql://s3cret@db/x', /postgres:\/\//],
    ['DATABASE_POOL_MAX', '1', /2 to 200/],
    ['DATABASE_POOL_MAX', '201', /2 to 200/],
    ['OWNER_EMAIL', 's3cret', /email/],
    ['OWNER_NAME', '-', /must be a name/],
    ['OWNER_NAME', 's3cret'.repeat(43), /at most 256/],
    ['OWNER_TOKEN', 's3cret', /20 characters/],
    ['OWNER_TOKEN', 's3cret with blanks in it!', /RFC 6750/],
    ['PUBLIC_URL', 's3cret', /http/],
    ['PUBLIC_URL', 'ftp://s3cret.example', /http/],
    ['LOG_LEVEL', 's3cret', /trace, debug/],
    ['BODY_LIMIT_MB', '0', /1 to 1000/],
    ['BODY_LIMIT_MB', 'ten', /1 to 1000/],
    ['BODY_LIMIT_MB', 'Infinity', /1 to 1000/],
    ['KEEP_ALIVE_SECONDS', '0', /1 to 3600/],
    ['KEEP_ALIVE_SECONDS', '3601', /1 to 3600/],
    ['KEEP_ALIVE_SECONDS', '7.5', /whole number/],
    ['SCIM_REQUEST_RETENTION_DAYS', '-1', /0 to 3650/],
    ['SCIM_REQUEST_RETENTION_DAYS', '3651', /0 to 3650/],
    ['SCIM_REQUEST_RETENTION_DAYS', '1.5', /whole number/],
    ['ACTIVITY_RETENTION_DAYS', '36501', /0 to 36500/],
    ['RECONCILE_EVERY_HOURS', '-1', /0 to 8760/],
    ['RATE_LIMIT_PER_MINUTE', '-1', /0 to 1000000000/],
    ['RATE_LIMIT_PER_MINUTE', '1.5', /whole number/],
    ['METRICS_TOKEN', 's3cret', /20 characters/],
    ['METRICS_TOKEN', 's3cret with blanks in it!', /RFC 6750/],
    ['BRAKE_SHARE_PERCENT', '-1', /0 to 100/],
    ['BRAKE_SHARE_PERCENT', '101', /0 to 100/],
    ['BRAKE_SHARE_PERCENT', '12.5', /whole number/],
    ['BRAKE_MINIMUM_USERS', '0', /1 to 1000000000/],
    ['BRAKE_MINIMUM_USERS', 'many', /1 to 1000000000/],
  ];

  it.each(refused)('refuses %s=%s with the rule and without the value', (name, value, rule) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} .*${rule.source}`))]);
    expect(problems.join()).not.toContain('s3cret');
  });

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', OWNER_EMAIL: 'nobody' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'OWNER_EMAIL', 'LOG_LEVEL']);
    expect(new EnvironmentError(problems).message).toContain('\n  PORT ');
  });
});
