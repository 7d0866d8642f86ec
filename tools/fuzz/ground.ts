import * as fc from 'fast-check';
import { strangeWord } from './hostile-values.js';
import type { Json } from './json-text.js';

/** What an organization has that requests can name. */
export interface Things {
  readonly organization: number;
  readonly users: readonly { readonly id: number; readonly scimId: string; readonly email: string }[];
  readonly groups: readonly { readonly scimId: string; readonly name: string }[];
  readonly workspaces: readonly { readonly id: number; readonly title: string }[];
  readonly projects: readonly { readonly id: number; readonly title: string }[];
  /** Tokens that may be revoked without ending the run. */
  readonly tokens: readonly number[];
}

/** What the caller's organization has, and what another one has, which must be out of reach. */
export interface Ground {
  readonly own: Things;
  readonly foreign: Things;
}

type Pick<Value> = (things: Things) => readonly Value[];

const MISSING_IDS: readonly number[] = [0, 999_999, 2_147_483_647, 2_147_483_648];
const MISSING_UUID = '01987a5e-0000-7000-8000-000000000000';

/** Mostly something of the caller's organization, sometimes of another, or of none. */
function oneOf<Value extends Json>(ground: Ground, pick: Pick<Value>, missing: readonly Value[]): fc.Arbitrary<Value> {
  const there = (things: Things, weight: number) => {
    const values = pick(things);
    return values.length === 0 ? [] : [{ weight, arbitrary: fc.constantFrom(...values) }];
  };
  return fc.oneof(...there(ground.own, 12), ...there(ground.foreign, 2), {
    weight: 1,
    arbitrary: fc.constantFrom(...missing),
  });
}

/** Ids in REST. */
export const restIds = {
  user: (ground: Ground) => oneOf(ground, ({ users }) => users.map(({ id }) => id), MISSING_IDS),
  workspace: (ground: Ground) => oneOf(ground, ({ workspaces }) => workspaces.map(({ id }) => id), MISSING_IDS),
  project: (ground: Ground) => oneOf(ground, ({ projects }) => projects.map(({ id }) => id), MISSING_IDS),
  token: (ground: Ground) => oneOf(ground, ({ tokens }) => tokens, MISSING_IDS),
  organization: (ground: Ground) => oneOf(ground, ({ organization }) => [organization, 0], [999_999]),
};

/** A user in SCIM requests: the id or the email. */
export const scimUser = (ground: Ground) =>
  oneOf(ground, ({ users }) => users.flatMap(({ scimId, email }) => [scimId, scimId, email]), [MISSING_UUID, 'x']);

/** A group in SCIM requests: the id or the name. */
export const scimGroup = (ground: Ground) =>
  oneOf(ground, ({ groups }) => groups.flatMap(({ scimId, name }) => [scimId, scimId, name]), [MISSING_UUID, 'x']);

/** A name of the caller's own organization: another's, once stored, would look like a leak. */
function ownName(names: readonly string[], others: readonly string[]): fc.Arbitrary<Json> {
  const there = names.length === 0 ? [] : [{ weight: 6, arbitrary: fc.constantFrom<Json>(...names) }];
  return fc.oneof(...there, { weight: 1, arbitrary: fc.constantFrom<Json>(...others) });
}

export const groupName = ({ own }: Ground) =>
  ownName(
    own.groups.map(({ name }) => name),
    ['a new group', ''],
  );

export const workspaceTitle = ({ own }: Ground) =>
  ownName(
    own.workspaces.map(({ title }) => title),
    ['A new workspace', ''],
  );

const NESTED_IDS: Readonly<Record<string, (ground: Ground) => fc.Arbitrary<Json>>> = {
  '/api/users/': restIds.user,
  '/api/workspaces/': restIds.workspace,
  '/api/projects/': restIds.project,
  '/api/tokens/': restIds.token,
  '/api/organizations/': restIds.organization,
  '/scim/v2/Users/': scimUser,
  '/scim/v2/Groups/': scimGroup,
};

/** Values for a parameter of a path; sometimes ones that cannot be an id. */
export function pathValue(path: string, name: string, example: Json, ground: Ground): fc.Arbitrary<Json> {
  const start = Object.keys(NESTED_IDS).find((prefix) => path.startsWith(`${prefix}{`)) ?? '';
  const known = name === 'userId' ? restIds.user(ground) : NESTED_IDS[start]?.(ground);
  return fc.oneof(
    { weight: 12, arbitrary: known ?? fc.constant(example) },
    { weight: 1, arbitrary: strangeWord.map((word) => word || 'x') },
  );
}
