import { NOBODY } from '../../src/platform/http/openapi/example-names.js';

/** Numbers of what a test has made, for the members of bodies and the parts of paths that name nobody. */
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

/** The path of an example with what is there in place of nobody and nothing. */
export function pathToWhatIsThere(path: string): string {
  return path
    .replaceAll(new RegExp(`(\\w+)/${NOBODY}`, 'g'), (_, of: string) => `${of}/${NUMBERS[of] ?? NOBODY}`)
    .replace(/(Users|Groups)\/01987a5e-0000-7000-8000-000000000000/, (_, of: string) => `${of}/${NAMES[of] ?? ''}`);
}

/** The body of an example with what is there in place of nobody. */
export function namingWhatIsThere(body: unknown): unknown {
  if (body === undefined) return undefined;
  return JSON.parse(JSON.stringify(body), function (this: unknown, key: string, value: unknown) {
    const name = Array.isArray(this) ? 'included' : key;
    return value === NOBODY ? NUMBERS[name] : value;
  }) as unknown;
}
