import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as events from '../../src/events/index.js';
import { views } from '../../src/platform/database/migrations/0001-initial/views.js';

const root = join(import.meta.dirname, '..', '..');
const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

const cellsOf = (row: string) =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The cells of the table under a heading of docs/architecture.md, without its header. */
function tableUnder(heading: string): string[][] {
  const [section = ''] = (document.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ');
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => cellsOf(line));
}

/** The source of each module, without its tests. */
const modules = readdirSync(join(root, 'src/modules')).map((name) => {
  const folder = join(root, 'src/modules', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  return { name, source: sources.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n') };
});

function modulesWith(pattern: RegExp): string[] {
  return modules.filter(({ source }) => pattern.test(source)).map(({ name }) => name);
}

describe('The views', () => {
  it.each(views)('$name is read by whom it names, and by nobody else', ({ name, readBy }) => {
    expect(modulesWith(new RegExp(`\\b${name}\\b`))).toEqual(readBy);
  });

  it('are in the document as they are, in the order of their names', () => {
    const rows = tableUnder('Reading against the arrows').map((cells) => cells.slice(0, 3));
    const expected = views.map(({ name, publishedBy, readBy }) => [`\`${name}\``, publishedBy, readBy.join(', ')]);
    expect(rows).toEqual(expected.sort());
  });
});

describe('The events', () => {
  const { DomainEvent: _, ImpendingEvent: __, ...classes } = events;

  /** The modules that create an event, themselves or by passing its class on. */
  const publishers = (name: string) => modulesWith(new RegExp(`new ${name}\\(|: ${name}(,| })`));

  /** The modules with a handler of an event; the activity log receives every event and names none. */
  const subscribers = (name: string) => modulesWith(new RegExp(`@OnDomainEvent\\([^)]*\\b${name}\\b`));

  it('are in the document as they are', () => {
    const expected = Object.values(classes).map(({ name, type }) => [
      `\`${name}\``,
      `\`${type}\``,
      publishers(name).join(', '),
      subscribers(name).join(', '),
    ]);
    expect(tableUnder('Events and transactions')).toEqual(expected);
  });
});
