import { describe, expect, it } from '@jest/globals';
import { listResponse } from './list-response.js';
import { Urn } from './urns.js';

describe('listResponse', () => {
  it('is complete when it is empty', () => {
    expect(listResponse([], { totalResults: 0, startIndex: 1 })).toEqual({
      schemas: [Urn.listResponse],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
  });

  it('counts the resources returned, and not those asked for', () => {
    expect(listResponse([{ id: '1' }], { totalResults: 7, startIndex: 7 })).toMatchObject({
      totalResults: 7,
      startIndex: 7,
      itemsPerPage: 1,
      Resources: [{ id: '1' }],
    });
  });

  it('has cursors in place of a position when there are any', () => {
    expect(Object.keys(listResponse([], { totalResults: 7, nextCursor: 'n', previousCursor: 'p' }))).toEqual([
      'schemas',
      'totalResults',
      'itemsPerPage',
      'nextCursor',
      'previousCursor',
      'Resources',
    ]);
  });
});
