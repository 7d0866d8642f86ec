import { describe, expect, it } from '@jest/globals';
import { PageQuery, rowsOn, toPage } from './page.js';
import { runInContext } from './request-context.js';

function query(page: number, size: number): PageQuery {
  return Object.assign(new PageQuery(), { page, page_size: size });
}

function pageOf(count: number, page: number, url = '/api/projects/?page=9&title=a%20b') {
  const context = { requestId: 'x', channel: 'rest', origin: 'https://rolecall.example', url } as const;
  return runInContext(context, () => toPage(['row'], count, query(page, 10)));
}

describe(rowsOn.name, () => {
  it.each([
    [1, 100, 0],
    [3, 7, 14],
    [Number.MAX_SAFE_INTEGER, 1000, Number.MAX_SAFE_INTEGER],
    [1e300, 1, Number.MAX_SAFE_INTEGER],
  ])('starts page %d of %d rows after %d', (page, size, offset) => {
    expect(rowsOn(query(page, size))).toEqual({ offset, limit: size });
  });
});

describe(toPage.name, () => {
  const at = (page: number) => `https://rolecall.example/api/projects/?page=${page}&title=a+b`;

  it('keeps the path as it was asked for, with slashes that are too many', () => {
    expect(pageOf(21, 1, '//api/projects/?x=1').next).toBe('https://rolecall.example//api/projects/?x=1&page=2');
  });

  it.each([
    ['the only page', 10, 1, null, null],
    ['no rows at all', 0, 1, null, null],
    ['the first of three', 21, 1, at(2), null],
    ['the second', 21, 2, at(3), at(1)],
    ['the last', 21, 3, null, at(2)],
    ['a page past the end', 21, 9, null, at(3)],
  ])('links %s to its neighbours', (_, count, page, next, previous) => {
    expect(pageOf(count, page)).toEqual({ count, next, previous, results: ['row'] });
  });
});
