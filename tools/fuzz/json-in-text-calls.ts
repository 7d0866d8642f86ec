import * as fc from 'fast-check';
import type { Observer, Request, Watch } from './call.js';
import { type Ground, scimUser } from './ground.js';
import type { Json } from './json-text.js';
import { encoded } from './url-text.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Complex attributes: a text that is JSON is not a value for them. */
const COMPLEX = ['emails', 'phoneNumbers', 'addresses', 'name', 'roles', 'photos', ENTERPRISE];

/** Paths where a text may be taken for such a value, or for a part of one. */
const PATHS = [
  'emails',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'emails.value',
  'phoneNumbers',
  'addresses',
  'name',
  `${ENTERPRISE}:manager`,
  'roles',
];

type Person = Readonly<Record<string, unknown>>;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Stored values that are JSON with the mark in it. */
async function stored(owner: Observer, mark: string): Promise<string[]> {
  const { Resources: people } = await owner.get<{ Resources: Person[] }>('/scim/v2/Users?count=1000');
  const texts = people.flatMap((person) => COMPLEX.flatMap((name) => textsIn(person[name])));
  return texts.filter((text) => text.includes(mark) && /[[{"]/.test(text));
}

/** Checks that no such value was stored; reading the JSON as what it says is fine. */
function isNotStored(mark: string): Watch {
  return async (owner) => {
    const before = await stored(owner, mark);
    return async () => {
      const json = (await stored(owner, mark)).find((text) => !before.includes(text));
      return json === undefined ? [] : [`a text that is JSON is stored as a value: ${json}`];
    };
  };
}

/**
 * A value as JSON in a text: in the expected shape, in others, cut off, and written twice.
 *
 * @param isAddress whether the JSON is also tried as the `value` of an entry, where that of a role may be JSON
 */
function texts(mark: string, isAddress: boolean): Json[] {
  const entry = { value: mark, type: 'work' };
  const written = [[entry], entry, [mark], { givenName: mark }, { [mark]: 1 }, [[entry]]].map((value) =>
    JSON.stringify(value),
  );
  const cutOff = written.map((text) => text.slice(0, -1));
  const all = [...written, ...cutOff, ...written.map((text) => ` ${text}`), JSON.stringify(written[0])];
  return [...all, ...all.map((text) => [text]), ...(isAddress ? all.map((value) => [{ value }]) : [])];
}

/** Requests with a text that is JSON in place of a complex value. */
export function withJsonInText(ground: Ground): fc.Arbitrary<Request> {
  return fc
    .tuple(
      fc.nat(9_999),
      fc.constantFrom(...PATHS),
      scimUser(ground),
      fc.constantFrom('create', 'patch', 'put', 'bulk'),
    )
    .chain(([number, path, user, way]) => {
      const mark = `json-${number}@fuzz.test`;
      return fc.constantFrom(...texts(mark, path.startsWith('emails'))).map((value): Request => {
        const watch = isNotStored(mark);
        const [name = path] = path.split(/[.[]/);
        const person = { userName: `json-${number % 5}`, [name.startsWith('urn:') ? 'emails' : name]: value };
        const data = { Operations: [{ op: 'replace', path, value }] };
        switch (way) {
          case 'create':
            return { method: 'POST', path: '/scim/v2/Users', json: person, watch };
          case 'put':
            return { method: 'PUT', path: `/scim/v2/Users/${encoded(user)}`, json: person, watch };
          case 'bulk':
            return {
              method: 'POST',
              path: '/scim/v2/Bulk',
              json: { Operations: [{ method: 'PATCH', path: `/Users/${encoded(user)}`, data }] },
              watch,
            };
          default:
            return { method: 'PATCH', path: `/scim/v2/Users/${encoded(user)}`, json: data, watch };
        }
      });
    });
}
