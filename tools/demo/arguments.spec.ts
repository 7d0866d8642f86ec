import { describe, expect, it } from '@jest/globals';
import { readArguments, UsageError } from './arguments.js';

const TOKEN = 'a-token-of-the-owner';

describe('readArguments', () => {
  it.each([
    ['nothing', [], { OWNER_TOKEN: TOKEN }, 'http://127.0.0.1:3000'],
    ['PORT', [], { OWNER_TOKEN: TOKEN, PORT: '4000' }, 'http://127.0.0.1:4000'],
    ['an empty PORT', [], { OWNER_TOKEN: TOKEN, PORT: '' }, 'http://127.0.0.1:3000'],
    ['ROLECALL_URL', [], { OWNER_TOKEN: TOKEN, PORT: '4000', ROLECALL_URL: 'https://a.test/' }, 'https://a.test'],
    [
      '--url',
      ['--url', 'http://b.test:81'],
      { OWNER_TOKEN: TOKEN, ROLECALL_URL: 'https://a.test' },
      'http://b.test:81',
    ],
    ['a path', ['--url', 'http://b.test/rolecall//'], { OWNER_TOKEN: TOKEN }, 'http://b.test/rolecall'],
  ])('takes the address from %s', (_, args, environment, origin) => {
    expect(readArguments(args, environment)).toEqual({ origin, token: TOKEN, pace: 0 });
  });

  it('prefers the token of the command line', () => {
    expect(readArguments(['--token', 'mine', '--pace', '250'], { OWNER_TOKEN: TOKEN })).toMatchObject({
      token: 'mine',
      pace: 250,
    });
  });

  it('needs no token to explain itself', () => {
    expect(readArguments(['--help'], {})).toBe('help');
  });

  it.each([
    ['no token', [], /OWNER_TOKEN=<token>/],
    ['a token with a line break', ['--token', 'a\nb'], /characters/],
    ['an option that is not there', ['--speed', '1'], /--speed/],
    ['an address that is no URL', ['--token', TOKEN, '--url', 'localhost'], /not a URL/],
    ['another protocol', ['--token', TOKEN, '--url', 'ftp://a.test'], /must start with http/],
    ['a pace that is no number', ['--token', TOKEN, '--pace', 'slow'], /milliseconds/],
  ])('refuses %s', (_, args, message) => {
    expect(() => readArguments(args, {})).toThrow(UsageError);
    expect(() => readArguments(args, {})).toThrow(message);
  });
});
