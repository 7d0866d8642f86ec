import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../../test/support/patching.js';
import { Urn } from '../urns.js';
import { parseBulkRequest } from './bulk-request.js';

const post = { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'kim' } };

function parse(...operations: unknown[]) {
  return parseBulkRequest({ schemas: [Urn.bulkRequest], Operations: operations }, 3).operations;
}

describe('parseBulkRequest', () => {
  it('reads every kind of operation, names and methods without case', () => {
    const operations = parse(
      { METHOD: 'post', PATH: '/Users', BULKID: 'a', DATA: { userName: 'kim' } },
      { method: 'Patch', path: 'Users/1/', version: 'W/"1"', data: { Operations: [] } },
      { method: 'DELETE', path: '/Groups/bulkId:a', bulkId: null, version: null },
    );
    expect(operations).toEqual([
      { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'kim' }, references: new Set() },
      { method: 'PATCH', path: 'Users/1/', version: 'W/"1"', data: { Operations: [] }, references: new Set() },
      { method: 'DELETE', path: '/Groups/bulkId:a', references: new Set(['a']) },
    ]);
  });

  it.each([
    [undefined, undefined],
    [null, undefined],
    [0, undefined],
    [1, 1],
    [1000, 1000],
  ])('reads failOnErrors %j', (failOnErrors, expected) => {
    expect(parseBulkRequest({ failOnErrors, Operations: [post] }, 3).failOnErrors).toBe(expected);
  });

  it.each<[unknown, number, string?]>([
    [undefined, 400, 'invalidSyntax'],
    [[post], 400, 'invalidSyntax'],
    [{}, 400, 'invalidSyntax'],
    [{ Operations: {} }, 400, 'invalidSyntax'],
    [{ Operations: [] }, 400, 'invalidSyntax'],
    [{ Operations: [post, 'DELETE /Users/1'] }, 400, 'invalidSyntax'],
    [{ Operations: [null] }, 400, 'invalidSyntax'],
    [{ schemas: [Urn.patchOp], Operations: [post] }, 400, 'invalidSyntax'],
    [{ failOnErrors: -1, Operations: [post] }, 400, 'invalidValue'],
    [{ failOnErrors: 1.5, Operations: [post] }, 400, 'invalidValue'],
    [{ failOnErrors: '1', Operations: [post] }, 400, 'invalidValue'],
    [{ Operations: [post, post] }, 400, 'invalidValue'],
    [{ Operations: [post, post, post, post] }, 413, undefined],
  ])('refuses the request %j', (body, status, scimType) => {
    expect(refusal(() => parseBulkRequest(body, 3))).toEqual({ status, scimType });
  });

  it.each<[what: string, operation: object, scimType: string]>([
    ['no method', { ...post, method: undefined }, 'invalidSyntax'],
    ['another method', { ...post, method: 'GET' }, 'invalidSyntax'],
    ['no path', { ...post, path: undefined }, 'invalidSyntax'],
    ['a path that is none', { ...post, path: 7 }, 'invalidSyntax'],
    ['a path with too many parts', { ...post, path: '/Users/1/emails' }, 'invalidValue'],
    ['a path with a query', { ...post, path: '/Users?attributes=id' }, 'invalidValue'],
    ['an absolute URL', { ...post, path: 'https://rolecall.example/scim/v2/Users' }, 'invalidValue'],
    ['a path that is not percent-encoded correctly', { method: 'DELETE', path: '/Users/%' }, 'invalidValue'],
    ['only a reference for a path', { method: 'DELETE', path: '/bulkId:a' }, 'invalidValue'],
    ['POST to a resource', { ...post, path: '/Users/1' }, 'invalidValue'],
    ['POST without bulkId', { ...post, bulkId: undefined }, 'invalidValue'],
    ['a bulkId that is none', { ...post, bulkId: 7 }, 'invalidSyntax'],
    ['PUT on all users', { method: 'PUT', path: '/Users', data: {} }, 'invalidValue'],
    ['DELETE of all users', { method: 'DELETE', path: '/Users' }, 'invalidValue'],
    ['a version that is none', { method: 'DELETE', path: '/Users/1', version: 1 }, 'invalidSyntax'],
    ['no data', { ...post, data: undefined }, 'invalidSyntax'],
    ['data that is no object', { method: 'PATCH', path: '/Users/1', data: [] }, 'invalidSyntax'],
  ])('keeps what is wrong with an operation with it: %s', (_what, operation, scimType) => {
    const [wrong, right] = parse(operation, { ...post, bulkId: 'b' });
    expect(wrong?.problem).toMatchObject({ status: 400, scimType });
    expect(right?.problem).toBeUndefined();
  });
});
