import { describe, expect, it } from '@jest/globals';
import { foldName, trimName } from './fold-name.js';

const blanks: [what: string, blank: string][] = [
  ['a space', ' '],
  ['a tab', '\t'],
  ['a line break', '\r\n'],
  ['a vertical tab', '\v'],
  ['a next line', '\u0085'],
  ['a no-break space', '\u00a0'],
  ['a soft hyphen', '\u00ad'],
  ['an Ogham space', '\u1680'],
  ['a Mongolian vowel separator', '\u180e'],
  ['an en quad', '\u2000'],
  ['a line separator', '\u2028'],
  ['a narrow no-break space', '\u202f'],
  ['an ideographic space', '\u3000'],
  ['a zero-width space', '\u200b'],
  ['a zero-width non-joiner', '\u200c'],
  ['a zero-width joiner', '\u200d'],
  ['a left-to-right mark', '\u200e'],
  ['an embedding', '\u202a'],
  ['an isolate', '\u2068'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
];

describe('trimName', () => {
  it.each(blanks)('takes %s away at both ends, however often', (_, blank) => {
    expect(trimName(`${blank}Night Shift${blank}`)).toBe('Night Shift');
    expect(trimName(` ${blank}${blank} Eng${blank} ${blank}`)).toBe('Eng');
    expect(trimName(blank)).toBe('');
  });

  it.each([
    ['blanks', 'Night \t Shift'],
    ['the joiners of a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a Persian non-joiner', 'نرم\u200cافزار'],
    ['the selector of an emoji at its end', '\u2764\ufe0f'],
    ['the tags of a flag at its end', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a combining mark at its beginning', '\u0301e'],
    ['nothing', ''],
  ])('keeps %s within a text', (_, text) => {
    expect(trimName(text)).toBe(text);
  });

  it('takes no longer than the text is long', () => {
    const long = `a${' '.repeat(1_000_000)}b`;
    const start = performance.now();
    expect(trimName(long)).toBe(long);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('foldName', () => {
  it.each([
    ['Kim@Example.ORG', 'kim@example.org'],
    [' kim@x.test\r\n', 'kim@x.test'],
    ['\u00a0E\u0301cole ', '\u00e9cole'],
    ['\u2000 Eng', 'eng'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
    expect(foldName(folded)).toBe(folded);
  });
});
