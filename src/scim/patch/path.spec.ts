import { describe, expect, it } from '@jest/globals';
import { printAttributePath } from '../attribute-path.js';
import { InvalidFilterError, InvalidPathError } from '../errors.js';
import { printFilter } from '../filter/print.js';
import { Urn } from '../urns.js';
import { parsePatchPath } from './path.js';

function printed(text: string): string {
  const { attribute, filter, subAttribute } = parsePatchPath(text);
  const brackets = filter ? `[${printFilter(filter)}]` : '';
  return `${printAttributePath(attribute)}${brackets}${subAttribute === undefined ? '' : `.${subAttribute}`}`;
}

describe('parsePatchPath', () => {
  it.each([
    ['members'],
    ['name.familyName'],
    ['addresses[type eq "work"]'],
    ['members[value eq "2f1c"]'],
    ['members[value eq "2f1c"].displayName'],
    ['members.$ref'],
    ['emails[type eq "work" and value co "@example.org"].value'],
    ['emails[display eq "a ] b"].value'],
    ['emails[display eq "a \\" ] b"].value'],
    [`${Urn.enterpriseUser}:manager.value`],
    [`${Urn.enterpriseUser}:manager[value eq "1"]`],
    [`${Urn.group}:members[value eq "1"].display`],
  ])('reads %s', (text) => {
    expect(printed(text)).toBe(text);
  });

  it.each([
    ['a.b.c', 1],
    ['two words', 1],
    ['[type eq "work"]', 1],
    ['.value', 1],
    ['emails[type eq "work"', 22],
    ['emails[type eq "work]', 22],
    ['emails[type eq "work"]value', 23],
    ['emails[type eq "work"].', 23],
    ['emails[type eq "work"].a.b', 23],
    ['emails[type eq "work"][type eq "home"]', 23],
    ['emails.value[type eq "work"]', 13],
  ])('refuses %s at character %i', (text, position) => {
    expect(() => parsePatchPath(text)).toThrow(InvalidPathError);
    expect(() => parsePatchPath(text)).toThrow(`malformed at character ${position}:`);
  });

  it.each(['emails[]', 'emails[type eq]', 'emails[type is "work"]', 'emails[type[value eq "x"]]'])(
    'calls the filter in %s invalid, with its position in the path',
    (text) => {
      expect(() => parsePatchPath(text)).toThrow(InvalidFilterError);
      expect(() => parsePatchPath(text)).toThrow(/character \d+/);
    },
  );

  it('takes no schema for an attribute', () => {
    expect(() => parsePatchPath(Urn.user, [Urn.user])).toThrow(InvalidPathError);
  });

  it('refuses a path of a million brackets at once', () => {
    expect(() => parsePatchPath(`members${'['.repeat(1_000_000)}`)).toThrow(InvalidPathError);
  });
});
