import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv-line.js';

describe(csvLine.name, () => {
  it('puts commas between values and ends with CRLF', () => {
    expect(csvLine(['a', 1, null, 'b'])).toBe('a,1,,b\r\n');
  });

  it.each([
    ['plain', 'plain'],
    ['with space', 'with space'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['"', '""""'],
    ['Zoë', 'Zoë'],
  ])('writes %j as %j', (value, field) => {
    expect(csvLine([value])).toBe(`${field}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1', "'+49 30 1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("http://x.test","y")', '"\'=HYPERLINK(""http://x.test"",""y"")"'],
    ['a=1', 'a=1'],
    ['a@b.test', 'a@b.test'],
  ])('keeps a spreadsheet from running %j', (value, field) => {
    expect(csvLine([value])).toBe(`${field}\r\n`);
  });

  it('leaves numbers what they are', () => {
    expect(csvLine([-2, 0.5])).toBe('-2,0.5\r\n');
  });
});
