import { describe, expect, it } from '@jest/globals';
import { InvalidFilterError } from '../errors.js';
import { MAX_FILTER_LENGTH, parseFilter, parseValueFilter } from './parser.js';
import { printFilter } from './print.js';

const printed = (text: string): string => printFilter(parseFilter(text));

describe('parseFilter', () => {
  it.each([
    'userName eq "kim"',
    'name.familyName co "O\'Mara"',
    'userName sw "K"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "K"',
    'title pr',
    'meta.lastModified gt "2026-05-13T04:42:34Z"',
    'meta.lastModified ge "2026-05-13T04:42:34Z"',
    'meta.lastModified lt "2026-05-13T04:42:34Z"',
    'meta.lastModified le "2026-05-13T04:42:34Z"',
    'title pr and userType eq "Employee"',
    'title pr or userType eq "Intern"',
    'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
    'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
    'userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")',
    'userType eq "Employee" and (emails.type eq "work")',
    'userType eq "Employee" and emails[type eq "work" and value co "@example.com"]',
    'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
  ])('reads the kind of filter of RFC 7644 §3.4.2.2: %s', (text) => {
    expect(printed(text)).toBe(text.replace('(emails.type eq "work")', 'emails.type eq "work"'));
  });

  it.each([
    ['a pr or b pr and c pr', 'a pr or b pr and c pr'],
    ['(a pr or b pr) and c pr', '(a pr or b pr) and c pr'],
    ['a pr or (b pr and c pr)', 'a pr or b pr and c pr'],
    ['not (a pr) and b pr', 'not (a pr) and b pr'],
    ['not(a pr or b pr)', 'not (a pr or b pr)'],
    ['not (not (a pr))', 'not (not (a pr))'],
    ['((a pr))', 'a pr'],
    ['(a pr or b pr) or c pr', '(a pr or b pr) or c pr'],
  ])('binds not before and before or: %s', (text, canonical) => {
    expect(printed(text)).toBe(canonical);
    expect(printed(canonical)).toBe(canonical);
  });

  it('keeps a chain in one node', () => {
    expect(parseFilter('a pr or b pr or c pr')).toMatchObject({ operator: 'or', terms: { length: 3 } });
  });

  it.each([
    ['UserName EQ "k"', 'UserName eq "k"'],
    ['a Pr AND NOT (b pR)', 'a pr and not (b pr)'],
    [' \t( a  eq\n"k" ) ', 'a eq "k"'],
    ['not eq "k"', 'not eq "k"'],
    ['and pr and or pr', 'and pr and or pr'],
  ])('reads keywords without case, and blanks anywhere: %j', (text, canonical) => {
    expect(printed(text)).toBe(canonical);
  });

  it.each([
    ['"x"', 'x'],
    ['""', ''],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'],
    ['"\\u00e9\\uD83D\\uDE00"', 'é😀'],
    ['"é😀) or [(\'"', "é😀) or [('"],
    ['true', true],
    ['false', false],
    ['null', null],
    ['0', 0],
    ['-12.50e+2', -1250],
    ['-0', 0],
    ['kim@example.org', 'kim@example.org'],
    ['007', '007'],
    ['True', 'True'],
  ])('reads the value %s', (text, value) => {
    expect(parseFilter(`a eq ${text}`)).toEqual({ kind: 'attribute', path: { attribute: 'a' }, operator: 'eq', value });
  });

  it('reads a sub-attribute after a value path as a condition on the same element', () => {
    expect(printed('emails[type eq "work"].value eq "x"')).toBe('emails[type eq "work" and value eq "x"]');
    expect(printed('emails[type eq "a" and primary eq true].value pr')).toBe(
      'emails[type eq "a" and primary eq true and value pr]',
    );
    expect(printed('emails[type eq "a" or type eq "b"].value eq x')).toBe(
      'emails[(type eq "a" or type eq "b") and value eq "x"]',
    );
  });

  it.each([
    ['', 1, 'expected an attribute'],
    ['userName', 9, 'expected an operator'],
    ['userName is "k"', 10, 'expected an operator'],
    ['userName eq', 12, 'expected a value'],
    ['userName eq )', 13, 'expected a value'],
    ['userName co kim', 13, 'expected a value'],
    ["userName eq 'kim'", 13, 'expected a value'],
    ['userName eq 1e999', 13, 'expected a value'],
    ['userName eq "kim', 17, 'a double quote that ends'],
    ['userName eq "k\\x"', 15, 'an escape of JSON'],
    ['userName eq "k\\u12"', 15, 'an escape of JSON'],
    ['userName eq "k\u0007"', 15, 'a control character'],
    ['userName eq "k\\u0000"', 13, 'NUL'],
    ['userName eq "\\ud83d"', 13, 'surrogate'],
    ['displayName eq Blue Team', 21, '"and", "or" or the end'],
    ['a pr b pr', 6, '"and", "or" or the end'],
    ['a pr and', 9, 'expected an attribute'],
    ['(a pr', 6, '")"'],
    ['a pr)', 5, '"and", "or" or the end'],
    ['not a pr', 5, 'expected an operator'],
    ['not (a pr', 10, '")"'],
    ['emails[type eq "work"', 22, '"]"'],
    ['emails[]', 8, 'expected an attribute'],
    ['emails[a[b pr]]', 9, 'brackets do not nest'],
    ['emails[type pr].', 16, 'a sub-attribute'],
    ['emails[type pr] .value pr', 17, '"and", "or" or the end'],
    ['a.b.c pr', 1, 'expected an attribute'],
    ['"a" eq "b"', 1, 'expected an attribute'],
  ])('refuses %j at character %i', (text, position, expectation) => {
    expect(() => parseFilter(text)).toThrow(InvalidFilterError);
    expect(() => parseFilter(text)).toThrow(`at character ${position}: `);
    expect(() => parseFilter(text)).toThrow(expectation);
  });

  it('counts positions from where the client began', () => {
    expect(() => parseValueFilter('type is "work"', 7)).toThrow('at character 13: ');
    expect(() => parseValueFilter('type eq "work', 7)).toThrow('at character 21: ');
    expect(() => parseValueFilter('a[b pr]', 7)).toThrow('brackets do not nest');
  });

  it.each([
    ['5,000 parentheses', `${'('.repeat(5000)}a pr${')'.repeat(5000)}`],
    ['5,000 negations', `${'not('.repeat(5000)}a pr${')'.repeat(5000)}`],
    ['parentheses inside brackets', `a[${'('.repeat(50)}b pr${')'.repeat(50)}]`],
  ])('refuses %s by their depth', (_, text) => {
    expect(() => parseFilter(text)).toThrow('nests at most 50 deep');
  });

  it('takes a depth of 50', () => {
    expect(printed(`${'('.repeat(50)}a pr${')'.repeat(50)}`)).toBe('a pr');
    expect(printed(`${'(a pr) and '.repeat(60)}b pr`)).toHaveLength(60 * 'a pr and '.length + 4);
  });

  it('refuses a filter that is too long before reading it', () => {
    expect(() => parseFilter(`a eq "${'x'.repeat(MAX_FILTER_LENGTH)}"`)).toThrow(
      `at most ${MAX_FILTER_LENGTH} characters`,
    );
  });

  it('takes a thousand or-terms at once', () => {
    const filter = Array.from({ length: 1000 }, (_, i) => `emails.value eq "somebody.${i}@mail.example.org"`).join(
      ' or ',
    );
    const start = performance.now();
    expect(parseFilter(filter)).toMatchObject({ operator: 'or', terms: { length: 1000 } });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('takes fourteen or-groups joined by and', () => {
    const group = '(a eq "1" or b eq "2" or c eq "3")';
    expect(printed(Array(14).fill(group).join(' and '))).toBe(Array(14).fill(group).join(' and '));
  });
});
