import { describe, expect, it } from '@jest/globals';
import {
  asksForSecret,
  harmlessPart,
  holdsSecret,
  isSecretPath,
  pathWithoutSecrets,
  reasonWithoutQuotes,
  withoutHidden,
} from './secrets.js';

describe(isSecretPath.name, () => {
  it.each([
    ['password', true],
    [' Password ', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:password', true],
    ['/password', true],
    ['name.newPassword', true],
    ['client_secret[value eq "x"]', true],
    ['password = x', true],
    ['token', true],
    ['title', false],
    ['Secretary', false],
    ['Password keeper', false],
    ['vault-secrets', false],
    ['token-team', false],
    ['/Users/secretary@acme.test', false],
  ])('of %j is %s', (text, expected) => {
    expect(isSecretPath(text)).toBe(expected);
  });
});

describe(holdsSecret.name, () => {
  it.each([
    ['{"password":"x"}', true],
    ['[{"op":"add","path":"password","value":"x"}]', true],
    ['"password"', true],
    ['password: x', true],
    ['api_key=x', true],
    ['userName eq "a" and password sw"x"', true],
    ['password[value eq "x"]', true],
    ['Password keeper', false],
    ['secretary: first floor', false],
    ['userName eq "token keeper"', false],
  ])('of %j is %s', (text, expected) => {
    expect(holdsSecret(text)).toBe(expected);
  });
});

describe(asksForSecret.name, () => {
  it.each([
    ['password pr', true],
    ['password%20eq%20"x"', true],
    ['userName eq "password"', false],
  ])('of %j is %s', (filter, expected) => {
    expect(asksForSecret(filter)).toBe(expected);
  });
});

describe(harmlessPart.name, () => {
  it.each([
    ['password', 'password'],
    ['urn:x:User:passWord', 'urn:x:User:passWord'],
    ['passwordHash', 'passwordHash'],
    ['password[value eq "x"]', 'password[masked]'],
    ['password.x', 'password[masked]'],
    ['password x', 'password[masked]'],
    ['x password', '[masked]'],
  ])('of %j is %j', (path, expected) => {
    expect(harmlessPart(path)).toBe(expected);
  });
});

describe('The reason of a refusal', () => {
  const reason = 'The path "password[eq \\"x1\\"…" is malformed at character 9, found "x1", not "add".';

  it('quotes nothing in the log of the server, and says nothing of a path with a secret in it', () => {
    expect(reasonWithoutQuotes(reason, '/Users')).toBe('The path "…".');
    expect(reasonWithoutQuotes('There is no user password=x1', '/Users/password=x1')).toBe('[masked]');
  });

  it('quotes nothing that was masked in the log of requests', () => {
    expect(
      withoutHidden(
        reason,
        ['password[eq "x1"', { val: 'x1' }].map((text) => JSON.stringify(text)),
      ),
    ).toBe('The path "[masked]" is malformed at character 9, found "[masked]", not "add".');
    expect(withoutHidden('Cannot sort by "password[a "x1": no', ['password[a "x1'])).toBe(
      'Cannot sort by "[masked]": no',
    );
    expect(withoutHidden('The userName "kim" is taken', [])).toBe('The userName "kim" is taken');
  });
});

describe(pathWithoutSecrets.name, () => {
  it.each([
    ['/scim/v2/Users/ana@acme.test?password=x', '/scim/v2/Users/ana@acme.test'],
    ['/api/tokens/7', '/api/tokens/7'],
    ['/scim/v2/Users&filter=password%20eq%20%22x%22', '[masked]'],
    ['/scim/v2/Users/%E0%A4', '/scim/v2/Users/%E0%A4'],
  ])('of %s is %s', (url, expected) => {
    expect(pathWithoutSecrets(url)).toBe(expected);
  });
});
