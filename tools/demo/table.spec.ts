import { describe, expect, it } from '@jest/globals';
import { tableLines } from './table.js';

describe('tableLines', () => {
  it('draws a box as wide as its words', () => {
    expect(tableLines(['who', 'role'], [['Ana', 'Reviewer\nLead']], 80)).toEqual([
      '┌─────┬──────────┐',
      '│ who │ role     │',
      '├─────┼──────────┤',
      '│ Ana │ Reviewer │',
      '│     │ Lead     │',
      '└─────┴──────────┘',
    ]);
  });

  it('wraps the widest column until the table fits', () => {
    const lines = tableLines(['who', 'why'], [['Ana', 'left the last group with a role']], 30);
    expect(lines.every((line) => line.length === 30)).toBe(true);
    expect(lines.slice(3, -1)).toEqual(['│ Ana │ left the last group  │', '│     │ with a role          │']);
  });

  it('breaks a word that is longer than its column', () => {
    const lines = tableLines(['a'], [['x'.repeat(20)]], 14);
    expect(lines.slice(3, -1)).toEqual([`│ ${'x'.repeat(10)} │`, `│ ${'x'.repeat(10)} │`]);
  });

  it('breaks between words and after hyphens before it breaks a word', () => {
    const lines = tableLines(['a', 'b'], [['deactivated', 'one two (acme-second-read)']], 32);
    expect(lines.slice(3, -1)).toEqual(['│ deactivated │ one two (acme- │', '│             │ second-read)   │']);
  });

  it('fills up rows that are too short', () => {
    expect(tableLines(['a', 'b'], [['1']], 80)).toContain('│ 1 │   │');
  });
});
