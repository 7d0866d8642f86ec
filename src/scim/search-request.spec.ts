import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../test/support/patching.js';
import { parseSearchRequest } from './search-request.js';
import { Urn } from './urns.js';

describe('parseSearchRequest', () => {
  it('reads the request of RFC 7644 §3.4.3', () => {
    const request = {
      schemas: [Urn.searchRequest],
      attributes: ['displayName', 'userName'],
      filter: 'displayName sw "smith"',
      startIndex: 1,
      count: 10,
    };
    expect(parseSearchRequest(request)).toEqual({
      attributes: ['displayName', 'userName'],
      excludedAttributes: [],
      filter: 'displayName sw "smith"',
      sortOrder: 'ascending',
      startIndex: 1,
      count: 10,
    });
  });

  it('reads names without case', () => {
    const request = { SCHEMAS: [Urn.searchRequest.toUpperCase()], FILTER: 'title pr', SortBy: 'title', CURSOR: '' };
    expect(parseSearchRequest(request)).toMatchObject({ filter: 'title pr', sortBy: 'title', cursor: '' });
  });

  it.each([[{}], [{ schemas: null }], [{ schemas: [] }], [{ schemas: [Urn.searchRequest, 'urn:example:more'] }]])(
    'takes %j for a request without parameters',
    (body) => {
      expect(parseSearchRequest(body)).toMatchObject({ startIndex: 1, count: 100 });
    },
  );

  it.each([
    [undefined],
    [null],
    [[]],
    ['title pr'],
    [{ schemas: [Urn.patchOp] }],
    [{ schemas: Urn.user }],
    [{ schemas: [7] }],
  ])('refuses %j', (body) => {
    expect(refusal(() => parseSearchRequest(body))).toEqual({ status: 400, scimType: 'invalidSyntax' });
  });

  it.each([[{ filter: ['a'] }], [{ count: 'many' }], [{ attributes: [7] }]])('refuses the values of %j', (body) => {
    expect(refusal(() => parseSearchRequest(body))).toEqual({ status: 400, scimType: 'invalidValue' });
  });
});
