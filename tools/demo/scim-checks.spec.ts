import { describe, expect, it } from '@jest/globals';
import { Expectations } from './expect.js';
import type { Answer } from './http.js';
import { expectError, expectList, expectNoContent, expectOne } from './scim-checks.js';

const USER = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: 'u1',
  userName: 'ana@acme.test',
  active: true,
  meta: { resourceType: 'User', location: 'http://a.test/scim/v2/Users/u1' },
};

const LIST = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: 1,
  startIndex: 1,
  itemsPerPage: 1,
  Resources: [USER],
};

const ERROR = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: '409',
  scimType: 'uniqueness',
  detail: 'The userName is taken.',
};

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all = { 'content-type': 'application/scim+json; charset=utf-8', ...headers };
  return { status, body, text, headers: new Headers(all), milliseconds: 1 };
}

function failedIn(verify: (expectations: Expectations) => void): string[] {
  const expectations = new Expectations();
  verify(expectations);
  return expectations.failures.map(({ what }) => what);
}

describe('expectList', () => {
  it('accepts a full list and an empty one', () => {
    const empty = { ...LIST, totalResults: 0, itemsPerPage: 0, Resources: [] };
    expect(failedIn((it) => expectList(it, answer(200, LIST), 'User', 1))).toEqual([]);
    expect(failedIn((it) => expectList(it, answer(200, empty), 'User', 0))).toEqual([]);
  });

  it.each([
    ['a startIndex in a string', { ...LIST, startIndex: '1' }, ['startIndex']],
    ['a total that is wrong', { ...LIST, totalResults: 2 }, ['totalResults']],
    ['a page size that is not the number returned', { ...LIST, itemsPerPage: 100 }, ['itemsPerPage']],
    ['no Resources', { ...LIST, itemsPerPage: 0, Resources: undefined }, ['Resources']],
    ['another schema', { ...LIST, schemas: [] }, ['schemas']],
    [
      'an entry without meta',
      { ...LIST, Resources: [{ ...USER, meta: undefined }] },
      ['Resources[0].meta.resourceType', 'Resources[0].meta.location'],
    ],
    ['an active that is a string', { ...LIST, Resources: [{ ...USER, active: 'true' }] }, ['Resources[0].active']],
    ['a password', { ...LIST, Resources: [{ ...USER, password: 'x' }] }, ['Resources[0].password']],
  ])('refuses %s', (_, body, failed) => {
    expect(failedIn((it) => expectList(it, answer(200, body), 'User', 1))).toEqual(failed);
  });

  it('refuses a bare array, which Okta reads as no results', () => {
    expect(failedIn((it) => expectList(it, answer(200, []), 'User'))).toContain('Resources');
  });
});

describe('expectOne', () => {
  const location = USER.meta.location;

  it('accepts a creation with its Location', () => {
    expect(failedIn((it) => expectOne(it, answer(201, USER, { location }), 'User', { active: true }, 201))).toEqual([]);
  });

  it.each([
    ['a creation without Location', answer(201, USER), ['Location']],
    ['another status', answer(200, USER, { location }), ['status']],
    ['a page of HTML', answer(201, USER, { location, 'content-type': 'text/html' }), ['Content-Type']],
    ['another value', answer(201, { ...USER, active: false }, { location }), ['active']],
  ])('refuses %s', (_, given, failed) => {
    expect(failedIn((it) => expectOne(it, given, 'User', { active: true }, 201))).toEqual(failed);
  });

  it('refuses an empty body', () => {
    expect(failedIn((it) => expectOne(it, answer(201, undefined), 'User', {}, 201))).toContain('body');
  });
});

describe('expectError', () => {
  it('accepts the message of RFC 7644 section 3.12', () => {
    expect(failedIn((it) => expectError(it, answer(409, ERROR), 409, 'uniqueness'))).toEqual([]);
  });

  it.each([
    ['a status that is a number', { ...ERROR, status: 409 }, ['status in the body']],
    ['no detail', { ...ERROR, detail: '' }, ['detail']],
    ['another scimType', { ...ERROR, scimType: 'mutability' }, ['scimType']],
    ['no schemas', { ...ERROR, schemas: undefined }, ['schemas']],
  ])('refuses %s', (_, body, failed) => {
    expect(failedIn((it) => expectError(it, answer(409, body), 409, 'uniqueness'))).toEqual(failed);
  });

  it('wants a challenge with a 401', () => {
    const body = { ...ERROR, status: '401' };
    expect(failedIn((it) => expectError(it, answer(401, body), 401))).toEqual(['WWW-Authenticate']);
    expect(failedIn((it) => expectError(it, answer(401, body, { 'www-authenticate': 'Bearer' }), 401))).toEqual([]);
  });
});

describe('expectNoContent', () => {
  it('accepts 204 without a body, and nothing else', () => {
    expect(failedIn((it) => expectNoContent(it, answer(204, undefined)))).toEqual([]);
    expect(failedIn((it) => expectNoContent(it, answer(200, USER)))).toEqual(['status', 'body']);
  });
});
