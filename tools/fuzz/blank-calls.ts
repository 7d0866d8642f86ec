import * as fc from 'fast-check';
import type { Observer, Request, Watch } from './call.js';
import type { Ground } from './ground.js';
import type { Json } from './json-text.js';
import { encoded } from './url-text.js';

/** Blanks that surround a name without being part of it: white space of Unicode, and characters without width. */
const BLANKS = [' ', '  ', '\t', '\r\n', '\u00a0', '\u2003', '\u3000', '\u200b', '\ufeff', '\u2060'];
const AROUND = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/gu;

const folded = (name: string) => name.normalize('NFC').replace(AROUND, '').toLowerCase();

/** Names that must be unique, by the kind of thing that has them. */
async function namesOf(owner: Observer): Promise<Record<string, string[]>> {
  const [users, groups, workspaces] = await Promise.all([
    owner.get<{ username: string; email: string | null }[]>('/api/users'),
    owner.get<{ Resources: { displayName: string }[] }>('/scim/v2/Groups?count=1000&attributes=displayName'),
    owner.get<{ title: string }[]>('/api/workspaces'),
  ]);
  return {
    'the userName': users.map(({ username }) => username),
    'the address': users.flatMap(({ email }) => email ?? []),
    'the group': groups.Resources.map(({ displayName }) => displayName),
    'the workspace': workspaces.map(({ title }) => title),
  };
}

/** Names that exist twice, apart from case and surrounding blanks. */
async function twins(owner: Observer): Promise<string[]> {
  return Object.entries(await namesOf(owner)).flatMap(([what, names]) =>
    names
      .filter((name, at) => names.findIndex((other) => folded(other) === folded(name)) !== at)
      .map((name) => `${what} is there twice but for blanks and case: ${JSON.stringify(name)}`),
  );
}

const makesNoTwins: Watch = async (owner) => {
  const before = await twins(owner);
  return async () => (await twins(owner)).filter((twin) => !before.includes(twin));
};

/** A name surrounded by characters that cannot be seen. */
const padded = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('', ...BLANKS), fc.constantFrom(...BLANKS), fc.boolean())
    .map(([before, after, inCapitals]) => before + (inCapitals ? name.toUpperCase() : name) + after);

type Write = (name: string, id: string, number: number) => Omit<Request, 'watch'>;

const patch = (type: string, id: string, path: string, value: Json): ReturnType<Write> => ({
  method: 'PATCH',
  path: `/scim/v2/${type}/${encoded(id)}`,
  json: { Operations: [{ op: 'replace', path, value }] },
});

const OF_USERS: readonly Write[] = [
  (userName) => ({ method: 'POST', path: '/scim/v2/Users', json: { userName } }),
  (value, _, number) => ({
    method: 'POST',
    path: '/scim/v2/Users',
    json: { userName: `blank-${number}`, emails: [{ value, primary: true }] },
  }),
  (email) => ({ method: 'POST', path: '/api/users', json: { email } }),
  (value, id) => patch('Users', id, 'userName', value),
  (value, id) => patch('Users', id, 'emails', [{ value, primary: true }]),
];

const OF_GROUPS: readonly Write[] = [
  (displayName) => ({ method: 'POST', path: '/scim/v2/Groups', json: { displayName } }),
  (value, id) => patch('Groups', id, 'displayName', value),
  (displayName, id) => ({ method: 'PUT', path: `/scim/v2/Groups/${encoded(id)}`, json: { displayName } }),
  (name) => ({ method: 'POST', path: '/api/scim/settings', json: { roles_groups: [['Reviewer', name]] } }),
];

const OF_WORKSPACES: readonly Write[] = [
  (title) => ({ method: 'POST', path: '/api/workspaces', json: { title } }),
  (title, id) => ({ method: 'PATCH', path: `/api/workspaces/${id}`, json: { title } }),
  (title) => ({ method: 'POST', path: '/api/scim/settings', json: { workspaces_groups: [[title, 'Blanks']] } }),
];

interface Named {
  readonly id: string;
  readonly name: string;
}

function on(
  writes: readonly Write[],
  things: readonly Named[],
): { weight: number; arbitrary: fc.Arbitrary<Request> }[] {
  if (things.length === 0) return [];
  const choice = fc.tuple(
    fc.constantFrom(...writes),
    fc.constantFrom(...things),
    fc.constantFrom(...things),
    fc.nat(9),
  );
  const arbitrary = choice.chain(([write, { name }, { id }, number]) =>
    padded(name).map((text) => ({ ...write(text, id, number), watch: makesNoTwins })),
  );
  return [{ weight: 1, arbitrary }];
}

/** Requests that use existing names, with blanks around them, for somebody or something else. */
export function withBlanks({ own }: Ground): fc.Arbitrary<Request> {
  return fc.oneof(
    ...on(
      OF_USERS,
      own.users.map(({ scimId, email }) => ({ id: scimId, name: email })),
    ),
    ...on(
      OF_GROUPS,
      own.groups.map(({ scimId, name }) => ({ id: scimId, name })),
    ),
    ...on(
      OF_WORKSPACES,
      own.workspaces.map(({ id, title }) => ({ id: String(id), name: title })),
    ),
    {
      weight: 1,
      arbitrary: fc.constant<Request>({ method: 'POST', path: '/api/workspaces', json: { title: '\u200b' } }),
    },
  );
}
