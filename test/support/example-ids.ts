import { NOBODY } from '../../src/platform/http/openapi/example-names.js';

/** Numbers of things that a test has made, by the field or the part of the path where an example names nobody. */
const NUMBERS: Readonly<Record<string, number>> = {
  user: 5,
  user_id: 5,
  included: 6,
  project: 7,
  organizations: 1,
  memberships: 2,
  projects: 7,
  roles: 1,
  tokens: 2,
  users: 5,
  workspaces: 3,
};
const NAMES: Readonly<Record<string, string>> = { Users: 'ana@acme.test', Groups: 'acme-reviewers' };

/** The path of an example, with existing things in place of those that do not exist. */
export function pathToWhatIsThere(path: string): string {
  return path
    .replaceAll(new RegExp(`(\\w+)/${NOBODY}`, 'g'), (_, of: string) => `${of}/${NUMBERS[of] ?? NOBODY}`)
    .replace(/(Users|Groups)\/01987a5e-0000-7000-8000-000000000000/, (_, of: string) => `${of}/${NAMES[of] ?? ''}`);
}

/** The body of an example, with existing things in place of those that do not exist. */
export function namingWhatIsThere(body: unknown): unknown {
  if (body === undefined) return undefined;
  return JSON.parse(JSON.stringify(body), function (this: unknown, key: string, value: unknown) {
    const name = Array.isArray(this) ? 'included' : key;
    return value === NOBODY ? NUMBERS[name] : value;
  }) as unknown;
}
