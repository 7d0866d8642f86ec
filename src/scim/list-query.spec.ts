import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../test/support/patching.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, parseListQuery } from './list-query.js';

describe('parseListQuery', () => {
  it.each([[{}], [undefined], [null], [{ filter: '', count: '', startIndex: '', sortBy: '', attributes: '' }]])(
    'has a default for everything that %j leaves open',
    (raw) => {
      expect(parseListQuery(raw)).toEqual({
        startIndex: 1,
        count: DEFAULT_PAGE_SIZE,
        sortOrder: 'ascending',
        attributes: [],
        excludedAttributes: [],
      });
    },
  );

  it.each([
    [{ startIndex: '101', count: '100' }, 101, 100],
    [{ startIndex: 101, count: 5 }, 101, 5],
    [{ startIndex: '0', count: '0' }, 1, 0],
    [{ startIndex: '-7', count: '-1' }, 1, 0],
    [{ startIndex: '99999999999999999999', count: '99999999999' }, 2_147_483_647, MAX_PAGE_SIZE],
    [{ STARTINDEX: '3', Count: '4' }, 3, 4],
    [{ startIndex: null, count: null }, 1, DEFAULT_PAGE_SIZE],
  ])('reads the page of %j', (raw, startIndex, count) => {
    expect(parseListQuery(raw)).toMatchObject({ startIndex, count });
  });

  it('reads a query string and the body of a search alike', () => {
    const rest = { filter: 'title pr', sortBy: 'userName', sortOrder: 'Descending' };
    const query = parseListQuery({ ...rest, count: '5', attributes: 'userName, emails', aadOptscim062020: '' });
    const body = parseListQuery({ ...rest, count: 5, attributes: ['userName', 'emails'], schemas: ['urn:x'] });
    expect(query).toEqual(body);
    expect(query).toMatchObject({ filter: 'title pr', sortBy: 'userName', sortOrder: 'descending' });
    expect(query.attributes).toEqual(['userName', 'emails']);
  });

  it.each([
    [{ cursor: '' }, ''],
    [{ cursor: 'abc' }, 'abc'],
    [{}, undefined],
  ])('tells paging by cursor from paging by index: %j', (raw, cursor) => {
    expect(parseListQuery(raw).cursor).toBe(cursor);
  });

  it.each([
    [{ cursor: '' }, DEFAULT_PAGE_SIZE],
    [{ cursor: '', count: '' }, DEFAULT_PAGE_SIZE],
    [{ cursor: 'abc', count: '1' }, 1],
    [{ cursor: 'abc', count: 99_999 }, MAX_PAGE_SIZE],
  ])('reads the size of a page by cursor from %j', (raw, count) => {
    expect(parseListQuery(raw).count).toBe(count);
  });

  it.each([['0'], [0], ['-1'], ['ten'], [1.5], [['1', '2']], [true]])('refuses pages by cursor of size %j', (count) => {
    expect(refusal(() => parseListQuery({ cursor: '', count }))).toEqual({ status: 400, scimType: 'invalidCount' });
  });

  it.each([
    [{ startIndex: 'one' }],
    [{ startIndex: '1.5' }],
    [{ count: 1.5 }],
    [{ count: ['1', '2'] }],
    [{ count: true }],
    [{ count: Number.NaN }],
    [{ filter: ['a', 'b'] }],
    [{ filter: 7 }],
    [{ sortOrder: 'up' }],
    [{ sortBy: {} }],
    [{ cursor: 7 }],
    [{ attributes: [7] }],
  ])('refuses %j', (raw) => {
    expect(refusal(() => parseListQuery(raw))).toEqual({ status: 400, scimType: 'invalidValue' });
  });
});
