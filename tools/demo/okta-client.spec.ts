import { describe, expect, it } from '@jest/globals';
import { castOf } from './cast.js';
import { OktaClient } from './okta-client.js';
import { removeMember, renameTo, replaceMembersWithoutPath } from './okta-operations.js';

const okta = new OktaClient('t0ken');
const { ana } = castOf('run').people;

describe('OktaClient', () => {
  it.each([
    ['GET', okta.connectionTest('User')],
    ['POST', okta.createUser(ana)],
    ['DELETE', okta.deleteGroup('g1')],
  ])('sends its headers with a %s', (method, call) => {
    expect(call.method).toBe(method);
    expect(call.headers).toEqual({
      'User-Agent': 'Okta SCIM Client 1.0.0',
      Accept: 'application/scim+json',
      'Accept-Charset': 'utf-8',
      'Accept-Encoding': 'gzip,deflate',
      Connection: 'Keep-Alive',
      'Content-Type': 'application/scim+json; charset=utf-8',
      Authorization: 'Bearer t0ken',
    });
  });

  it.each([
    [okta.connectionTest('User'), '/scim/v2/Users?startIndex=1&count=2'],
    [okta.connectionTest('Group'), '/scim/v2/Groups?startIndex=1&count=100'],
    [okta.importPage('User', 101), '/scim/v2/Users?startIndex=101&count=100'],
    [
      okta.lookUpUser('kim@example.org'),
      '/scim/v2/Users?filter=userName%20eq%20%22kim%40example.org%22&startIndex=1&count=100',
    ],
    [
      okta.lookUpGroup('Blue "B" Team'),
      '/scim/v2/Groups?filter=displayName%20eq%20%22Blue%20%5C%22B%5C%22%20Team%22&startIndex=1&count=100',
    ],
  ])('asks for %#', (call, path) => {
    expect(call).toMatchObject({ method: 'GET', path });
    expect(call).not.toHaveProperty('body');
  });

  it('creates people with a password and an empty list of groups', () => {
    expect(okta.createUser(ana).body).toMatchObject({
      userName: ana.userName,
      externalId: ana.externalId,
      groups: [],
      password: expect.stringMatching(/^.{16,}$/),
      active: true,
    });
  });

  it('deactivates by PATCH without a path', () => {
    expect(okta.patchUser('u1', { active: false }).body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', value: { active: false } }],
    });
  });

  it('replaces a group without its id in the body', () => {
    const members = [{ value: 'u1', display: 'kim@example.org' }];
    expect(okta.replaceGroup('g1', 'Blue Team', members).body).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Blue Team',
      members,
    });
  });

  it('renames and changes members in one request', () => {
    const call = okta.patchGroup('g1', [
      renameTo('g1', 'Blue Team'),
      removeMember('u1'),
      replaceMembersWithoutPath([]),
    ]);
    expect(call.body).toMatchObject({
      Operations: [
        { op: 'replace', value: { id: 'g1', displayName: 'Blue Team' } },
        { op: 'remove', path: 'members[value eq "u1"]' },
        { op: 'replace', value: { members: [] } },
      ],
    });
  });

  it('can present something that is no bearer token', () => {
    expect(okta.withoutToken().headers).toHaveProperty('Authorization', 'non-token');
  });
});
