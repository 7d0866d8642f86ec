import * as fc from 'fast-check';
import type { Answer, Observer, Request, Watch } from './call.js';
import { type Ground, groupName, scimUser } from './ground.js';
import type { Json } from './json-text.js';
import { encoded } from './url-text.js';

/** Entries of a list of members that name nobody. */
const NOBODIES: readonly Json[] = [
  '',
  {},
  null,
  [],
  false,
  { value: null },
  { value: '' },
  { value: ' ' },
  { value: {} },
  { name: 'x' },
  { display: 'x' },
  { type: 'User' },
];

interface Group {
  readonly scimId: string;
  readonly name: string;
}

async function membersOf(owner: Observer, group: string): Promise<string[]> {
  const { status, text } = await owner.try('GET', `/scim/v2/Groups/${group}?attributes=members`);
  if (status !== 200) return [];
  const { members = [] } = JSON.parse(text) as { members?: { value: string }[] };
  return members.map(({ value }) => value);
}

/** Checks that members stay in the group, except those that a removal names. */
function keepsMembers(group: string, removed: readonly Json[]): Watch {
  return async (owner) => {
    const before = await membersOf(owner, group);
    return async () => {
      const after = await membersOf(owner, group);
      const lost = before.filter((id) => !after.includes(id) && !removed.includes(id));
      return lost.length === 0
        ? []
        : [`a list with an entry that names nobody takes people out of the group: ${lost.length}`];
    };
  };
}

/** Checks that the request is refused: nothing is created, and no list replaced, while a part of it is ignored. */
const isRefused: Watch = () =>
  Promise.resolve(({ status }: Answer) =>
    status < 300 ? ['a list with an entry that names nobody is taken, without the entry'] : [],
  );

/** Existing users, with an entry between them that names nobody. */
const members = (ground: Ground): fc.Arbitrary<Json[]> =>
  fc
    .tuple(
      fc.array(scimUser(ground), { maxLength: 2 }),
      fc.constantFrom(...NOBODIES),
      fc.array(scimUser(ground), { maxLength: 1 }),
    )
    .map(([first, nobody, last]) => [
      ...first.map((value) => ({ value })),
      nobody,
      ...last.map((value) => ({ value })),
    ]);

/** The entry that names nobody, on its own. An empty list stays within a list: by itself it rightly empties the group. */
function nobodyIn(list: readonly Json[]): Json {
  const nobody = list.find((entry) => NOBODIES.includes(entry)) ?? null;
  return Array.isArray(nobody) ? [nobody] : nobody;
}

type Write = (group: Group, members: readonly Json[]) => { readonly method: string; readonly data: Json };

const operation = (value: Json): ReturnType<Write> => ({ method: 'PATCH', data: { Operations: [value] } });

const WRITES: Readonly<Record<string, Write>> = {
  put: ({ name }, list) => ({ method: 'PUT', data: { displayName: name, members: list } }),
  replace: (_, value) => operation({ op: 'replace', path: 'members', value }),
  'replace without a path': (_, list) => operation({ op: 'replace', value: { members: list } }),
  'replace by one': (_, list) => operation({ op: 'replace', path: 'members', value: nobodyIn(list) }),
  add: (_, value) => operation({ op: 'add', path: 'members', value }),
  remove: (_, value) => operation({ op: 'remove', path: 'members', value }),
};

function idsIn(list: readonly Json[], ground: Ground): string[] {
  const named = list.map((entry) => (entry as { value?: Json } | null)?.value);
  return ground.own.users
    .filter(({ scimId, email }) => named.includes(scimId) || named.includes(email))
    .map((user) => user.scimId);
}

const membership = (ground: Ground, group: Group): fc.Arbitrary<Request> =>
  fc.tuple(fc.constantFrom(...Object.keys(WRITES)), members(ground), fc.boolean()).map(([kind, list, inBulk]) => {
    const { method, data } = WRITES[kind]?.(group, list) ?? { method: 'GET', data: null };
    const watch = keepsMembers(group.scimId, kind === 'remove' ? idsIn(list, ground) : []);
    const path = `/Groups/${encoded(group.scimId)}`;
    return inBulk
      ? { method: 'POST', path: '/scim/v2/Bulk', json: { Operations: [{ method, path, data }] }, watch }
      : { method, path: `/scim/v2${path}`, json: data, watch };
  });

const creation = (ground: Ground): fc.Arbitrary<Request> =>
  fc.tuple(fc.nat(9), members(ground)).map(([number, list]) => ({
    method: 'POST',
    path: '/scim/v2/Groups',
    json: { displayName: `Of nobody ${number}`, members: list },
    watch: isRefused,
  }));

const settings = (ground: Ground): fc.Arbitrary<Request> =>
  fc
    .tuple(
      fc.constantFrom('roles_groups', 'workspaces_groups', 'projects_groups'),
      groupName(ground),
      fc.constantFrom<Json>('', null, {}, [], ['Reviewer', ''], ['Reviewer', null], ['Reviewer'], { group: '' }),
    )
    .map(([list, group, nobody]) => ({
      method: 'POST',
      path: '/api/scim/settings',
      json: { [list]: list === 'roles_groups' ? [['Annotator', group || 'x'], nobody] : [nobody] },
      watch: isRefused,
    }));

/** Requests with lists of users or groups in which an entry names none. */
export function namingNobody(ground: Ground): fc.Arbitrary<Request> {
  const { groups } = ground.own;
  const onGroups =
    groups.length === 0
      ? []
      : [{ weight: 6, arbitrary: fc.constantFrom(...groups).chain((group) => membership(ground, group)) }];
  return fc.oneof(...onGroups, { weight: 1, arbitrary: creation(ground) }, { weight: 1, arbitrary: settings(ground) });
}
