import { beforeEach, describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { prepareMarkedStatements, StatementNames } from './prepared-statements.js';

const marked = (number: number) => `/* prepared */ select ${number}`;

describe(StatementNames.name, () => {
  it('names a marked text from the second time on, and always the same', () => {
    const names = new StatementNames();
    const [first, second, third] = [marked(1), marked(1), marked(1)].map((text) => names.nameOf(text));
    expect(first).toBeUndefined();
    expect(second).toEqual(expect.any(String));
    expect(third).toBe(second);
  });

  it.each(['select 1', 'select $1 /* prepared */ limit 1', ''])('leaves %j alone', (text) => {
    const names = new StatementNames();
    expect([names.nameOf(text), names.nameOf(text)]).toEqual([undefined, undefined]);
  });

  it('gives different texts different names, wherever the mark stands', () => {
    const names = new StatementNames();
    const texts = [marked(1), marked(2), 'insert into users /* prepared */'];
    for (const text of texts) names.nameOf(text);
    expect(new Set(texts.map((text) => names.nameOf(text))).size).toBe(3);
  });

  it('names no more than there is room for, however many texts come by', () => {
    const names = new StatementNames(2);
    const texts = Array.from({ length: 10 }, (_, number) => marked(number));
    const given = texts.map((text) => [names.nameOf(text), names.nameOf(text)][1]);
    expect(given.filter((name) => name !== undefined)).toHaveLength(2);
    expect(names.nameOf(marked(0))).toBe(given[0]);
  });

  it('is not kept from naming by texts that came by once', () => {
    const names = new StatementNames(2);
    for (let number = 0; number < 10; number++) names.nameOf(marked(number));
    names.nameOf(marked(99));
    expect(names.nameOf(marked(99))).toEqual(expect.any(String));
  });
});

describe(prepareMarkedStatements.name, () => {
  let sent: unknown[][];
  let connection: { query: (...call: unknown[]) => unknown };

  beforeEach(() => {
    sent = [];
    connection = { query: (...call) => sent.push(call) };
  });

  it('sends marked statements by name, and everything else as it came', () => {
    const pool = new EventEmitter();
    prepareMarkedStatements(pool);
    pool.emit('connect', connection);
    const cursor = { text: marked(1) };
    for (const call of [[marked(1), [7]], [marked(1), [8]], ['select 2', [9]], [cursor]]) connection.query(...call);
    expect(sent).toEqual([
      [marked(1), [7]],
      [{ name: expect.any(String), text: marked(1), values: [8] }],
      ['select 2', [9]],
      [cursor],
    ]);
  });
});
