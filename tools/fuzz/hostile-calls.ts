import * as fc from 'fast-check';
import { withBlanks } from './blank-calls.js';
import type { Call, Request } from './call.js';
import { withHardDate } from './date-calls.js';
import { type Ground, groupName, restIds, scimGroup, scimUser } from './ground.js';
import { POISONED_NAMES, strangeJson, strangeWord } from './hostile-values.js';
import { withJsonInText } from './json-in-text-calls.js';
import { nested, raw, toText } from './json-text.js';
import { namingNobody } from './nobody-calls.js';
import { filterText, patchPath } from './scim-texts.js';
import { withSecret } from './secret-calls.js';
import { encoded } from './url-text.js';

const MEBIBYTE = 1_048_576;
const SCIM_ERROR_AT = [
  '/scim',
  '/scim/v2',
  '/scim/v2/nosuch',
  '/scim/v1/Users',
  '/SCIM//v2///Users',
  '/scim/v2/Users/x/y',
];
const OTHER_PATHS = [
  '/',
  '/api',
  '/api/nosuch',
  '/api//users//',
  '/docs/../api/users',
  '/health',
  '/%2e%2e/api/users',
  '/favicon.ico',
  '*',
];
const BROKEN_ESCAPES = [
  '%',
  '%zz',
  '%ff',
  '%c0%ae',
  '%ed%a0%80',
  '%00',
  'a%00b',
  '%2e%2e',
  '..',
  '.',
  '%2f',
  '%5c',
  ';a=b',
  ':id',
];

/** Paths that no client builds. */
const strangePath: fc.Arbitrary<Request> = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'MKCOL'),
    fc.oneof(
      fc.constantFrom(...SCIM_ERROR_AT, ...OTHER_PATHS),
      fc
        .tuple(
          fc.constantFrom(
            '/scim/v2/Users/',
            '/scim/v2/Groups/',
            '/scim/v2/Schemas/',
            '/api/users/',
            '/api/projects/',
            '/',
          ),
          fc.oneof(fc.constantFrom(...BROKEN_ESCAPES, ...POISONED_NAMES), strangeWord.map(encoded)),
        )
        .map((parts) => parts.join('')),
    ),
  )
  .map(([method, path]) => ({ method, path }));

/** Lists with a filter, or the same search by POST. */
const search: fc.Arbitrary<Request> = fc
  .tuple(fc.constantFrom('/Users', '/Groups', ''), filterText, strangeJson, fc.boolean())
  .map(([endpoint, filter, count, byPost]) =>
    byPost || endpoint === ''
      ? { method: 'POST', path: `/scim/v2${endpoint}/.search`, json: { filter, count } }
      : { method: 'GET', path: `/scim/v2${endpoint}?count=5&filter=${encoded(filter).slice(0, 100_000)}` },
  );

/** PATCH requests with good operations before a bad one: none of them may take effect. */
const halfGoodPatch = (ground: Ground): fc.Arbitrary<Request> =>
  fc.tuple(scimGroup(ground), scimUser(ground), patchPath, strangeJson).map(([group, user, path, value]) => ({
    method: 'PATCH',
    path: `/scim/v2/Groups/${encoded(group)}`,
    json: {
      Operations: [
        { op: 'add', path: 'members', value: [{ value: user }] },
        { op: 'replace', path: 'displayName', value: 'Renamed' },
        { op: 'replace', path, value },
      ],
    },
  }));

const halfGoodMembers = (ground: Ground): fc.Arbitrary<Request> =>
  fc
    .tuple(scimGroup(ground), fc.array(scimUser(ground), { maxLength: 4 }), strangeJson)
    .map(([group, users, last]) => ({
      method: 'PUT',
      path: `/scim/v2/Groups/${encoded(group)}`,
      json: { displayName: 'Replaced', members: [...users.map((value) => ({ value })), { value: last }] },
    }));

const halfGoodSettings = (ground: Ground): fc.Arbitrary<Request> =>
  fc.tuple(groupName(ground), restIds.project(ground), strangeJson).map(([group, project, last]) => ({
    method: 'POST',
    path: '/api/scim/settings',
    json: {
      roles_groups: [['Reviewer', group]],
      workspaces_groups: [['A workspace that must not come to be', group]],
      projects_groups: [{ project_id: project, group, role: 'Inherit' }, last],
    },
  }));

const halfGoodSelection = (ground: Ground): fc.Arbitrary<Request> =>
  fc
    .tuple(
      fc.constantFrom('/api/workspaces/ID/memberships/bulk', '/api/projects/ID/members/bulk'),
      restIds.workspace(ground),
      fc.array(restIds.user(ground), { maxLength: 4 }),
      strangeJson,
      fc.constantFrom('POST', 'DELETE'),
    )
    .map(([path, id, users, last, method]) => ({
      method,
      path: path.replace('ID', () => encoded(id)),
      json: { included: [...users, last] },
    }));

/** Bodies at the limits of size and number. */
const BULKY: readonly (() => Request)[] = [
  () => ({
    method: 'POST',
    path: '/scim/v2/Bulk',
    json: { Operations: raw(`[${'{"method":"DELETE","path":"/Users/x"},'.repeat(20_000)}{}]`) },
  }),
  () => ({
    method: 'POST',
    path: '/scim/v2/Users',
    json: { userName: 'bulky', emails: raw(`[${'{"value":"a@b.test"},'.repeat(50_000)}{}]`) },
  }),
  () => ({
    method: 'POST',
    path: '/scim/v2/Groups',
    json: { displayName: 'bulky', members: raw(`[${'{"value":"x"},'.repeat(100_000)}{}]`) },
  }),
  () => ({
    method: 'POST',
    path: '/scim/v2/Users',
    json: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`x${at}`, at])),
  }),
  () => ({ method: 'POST', path: '/scim/v2/Users', json: { userName: 'x'.repeat(3 * MEBIBYTE) } }),
  () => ({ method: 'POST', path: '/scim/v2/Users', json: nested(500_000, '{"a":') }),
  () => ({ method: 'POST', path: '/api/users', json: { email: `${'a@'.repeat(300_000)}b.test` } }),
  () => ({ method: 'POST', path: '/api/users', json: { email: `${'a.'.repeat(300_000)}b@c.test` } }),
  () => ({
    method: 'POST',
    path: '/api/scim/settings/preview',
    json: { roles_groups: raw(`[${'["Reviewer","x"],'.repeat(60_000)}[]]`) },
  }),
  () => ({
    method: 'POST',
    path: '/api/scim/settings',
    json: { projects_groups: raw(`[${'{"project_id":1},'.repeat(60_000)}0]`) },
  }),
  () => ({
    method: 'POST',
    path: '/api/workspaces/1/memberships/bulk',
    json: { included: raw(`[${'1,'.repeat(500_000)}0]`) },
  }),
  () => ({ method: 'POST', path: '/api/projects/1/members/bulk', json: { included: '1,'.repeat(500_000) } }),
  () => ({
    method: 'PATCH',
    path: '/scim/v2/Me',
    json: { Operations: raw(`[${'{"op":"add","path":"emails[value eq \\"a\\"]","value":"x"},'.repeat(20_000)}{}]`) },
  }),
  () => ({
    method: 'PATCH',
    path: '/scim/v2/Me',
    json: { Operations: [{ op: 'add', path: `emails[${'value eq "a" or '.repeat(3_000)}type pr]`, value: {} }] },
  }),
  () => ({
    method: 'POST',
    path: '/scim/v2/.search',
    json: { filter: 'displayName pr', attributes: raw(`[${'"a",'.repeat(100_000)}"b"]`) },
  }),
  () => ({
    method: 'POST',
    path: '/scim/v2/.search',
    json: { filter: `${'userName eq "x" or '.repeat(30_000)}id pr` },
  }),
];

const bulky: fc.Arbitrary<Request> = fc.constantFrom(...BULKY).map((build) => build());

/** Requests meant to do harm, over all routes. */
export function hostileCall(actor: string, ground: Ground): fc.Arbitrary<Call> {
  const kinds = fc.oneof(
    { weight: 4, arbitrary: strangePath },
    { weight: 6, arbitrary: search },
    { weight: 4, arbitrary: halfGoodPatch(ground) },
    { weight: 3, arbitrary: halfGoodMembers(ground) },
    { weight: 3, arbitrary: halfGoodSettings(ground) },
    { weight: 3, arbitrary: halfGoodSelection(ground) },
    { weight: 1, arbitrary: bulky },
    { weight: 4, arbitrary: namingNobody(ground) },
    { weight: 3, arbitrary: withJsonInText(ground) },
    { weight: 3, arbitrary: withBlanks(ground) },
    { weight: 3, arbitrary: withHardDate },
    { weight: 4, arbitrary: withSecret(ground) },
  );
  return kinds.map(({ json, ...request }): Call => {
    const body = json === undefined ? undefined : Buffer.from(toText(json));
    return { ...request, actor, body, headers: body ? { 'content-type': 'application/json' } : {} };
  });
}
