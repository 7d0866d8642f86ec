import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const texts = files.map((file) => [file, readFileSync(join(source, file), 'utf8')] as const);

/** The files with a statement that writes to a table. */
function writersOf(table: string, from: readonly (readonly [file: string, text: string])[]): string[] {
  const writing = new RegExp(`\\b(insert\\s+into|update|merge\\s+into)\\s+${table}\\b`, 'i');
  return from.filter(([, text]) => writing.test(text)).map(([file]) => file);
}

describe('access_changes', () => {
  it('is written by one statement, which all writers of access end in', () => {
    expect(writersOf('access_changes', texts)).toEqual(['modules/provisioning/engine/projection/logged-changes.ts']);
  });

  it.each([
    'insert into access_changes (user_id)',
    'INSERT INTO\n  access_changes',
    'update access_changes set reason',
  ])('would be seen to be written by a planted %j', (statement) => {
    expect(writersOf('access_changes', [['planted.ts', `sql\`${statement}\``]])).toEqual(['planted.ts']);
  });

  it('is not written by who reads it or clears it away', () => {
    const statements = 'select from access_changes; delete from access_changes';
    expect(writersOf('access_changes', [['reader.ts', statements]])).toEqual([]);
  });
});
