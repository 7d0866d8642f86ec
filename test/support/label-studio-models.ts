import { expect } from '@jest/globals';

type Scalar = 'int' | 'str' | 'bool' | 'datetime';

/** The type of a field; with a question mark it may be missing or null, like most fields of the SDK's models. */
type Field = Scalar | `${Scalar}?` | Model | ListOf | Optional;

/** The fields of a model; a body may have others. */
export interface Model {
  readonly [field: string]: Field;
}

class ListOf {
  constructor(readonly item: Field) {}
}

class Optional {
  constructor(readonly field: Field) {}
}

const listOf = (item: Field) => new ListOf(item);
const optional = (field: Field) => new Optional(field);

const SCALARS: Readonly<Record<Scalar, (value: unknown) => boolean>> = {
  int: Number.isInteger,
  str: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  datetime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value),
};

function problemsOfMembers(value: unknown, model: Model, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
  const members = value as Readonly<Record<string, unknown>>;
  return Object.entries(model).flatMap(([name, field]) => problems(members[name], field, `${path}.${name}`));
}

function problemsOfScalar(value: unknown, field: string, path: string): string[] {
  const type = field.replace('?', '') as Scalar;
  const isAbsent = value === undefined || value === null;
  if (isAbsent && field.endsWith('?')) return [];
  return SCALARS[type](value) ? [] : [`${path} is ${JSON.stringify(value)}, and not ${type}`];
}

function problems(value: unknown, field: Field, path: string): string[] {
  if (typeof field === 'string') return problemsOfScalar(value, field, path);
  if (field instanceof Optional) return value === undefined || value === null ? [] : problems(value, field.field, path);
  if (!(field instanceof ListOf)) return problemsOfMembers(value, field, path);
  if (!Array.isArray(value)) return [`${path} is no list`];
  return value.flatMap((item, index) => problems(item, field.item, `${path}[${index}]`));
}

/** Checks a body against a model of the SDK: everything that the model requires is present, with the right type. */
export function expectModel(body: unknown, model: Field): void {
  expect(problems(body, model, 'body')).toEqual([]);
}

const pageOf = (item: Field): Model => ({ count: 'int', next: 'str?', previous: 'str?', results: listOf(item) });

const orgMembership: Model = { organization_id: 'int?', role: 'str', active: 'bool?' };

const userSimple: Model = { id: 'int?', username: 'str', email: 'str?', first_name: 'str?', last_name: 'str?' };

const user: Model = {
  ...userSimple,
  initials: 'str?',
  phone: 'str?',
  date_joined: 'datetime?',
  active_organization: 'int?',
  org_membership: optional(listOf(orgMembership)),
};

const workspace: Model = {
  id: 'int?',
  title: 'str',
  description: 'str?',
  color: 'str?',
  is_personal: 'bool?',
  is_archived: 'bool?',
  created_by: 'int?',
  projects_count: 'int?',
};

const project: Model = {
  id: 'int?',
  title: 'str?',
  description: 'str?',
  color: 'str?',
  organization: 'int?',
  workspace: 'int?',
  workspace_title: 'str?',
  is_published: 'bool?',
  created_at: 'datetime?',
  created_by: optional(userSimple),
};

const organizationMember: Model = {
  id: 'int?',
  organization: 'int',
  role: 'str?',
  role_source: 'str?',
  user: userSimple,
};

const projectMember: Model = {
  ...user,
  implicit_member: 'bool?',
  project_role: 'str?',
  project_role_source: 'str?',
};

const projectGroup: Model = { group: 'str', project_id: 'int', role: 'str' };

const scimSettings: Model = {
  roles_groups: optional(listOf(listOf('str'))),
  workspaces_groups: optional(listOf(listOf('str'))),
  projects_groups: optional(listOf(projectGroup)),
};

const manualManagement: Model = { manual_role_management: 'bool', manual_workspace_management: 'bool' };

const activityEntry: Model = {
  id: 'int?',
  datetime: 'datetime?',
  email: 'str?',
  ip_address: 'str?',
  request_method: 'str?',
  request_url: 'str?',
  project_id: 'int?',
  organization_id: 'int?',
};

/**
 * The SDK's models of answers, with the fields that exist here. LSE has more fields than there are facts here; the SDK
 * reads a missing field as none.
 */
export const models = {
  user,
  users: listOf(user),
  whoAmI: { ...user, org_membership: listOf(orgMembership) },
  version: { release: 'str', edition: 'str' },
  workspace,
  workspaces: listOf(workspace),
  workspaceMembers: listOf({ user, workspace: 'int?' }),
  workspaceMember: { user: 'int', workspace: 'int?' },
  userPage: pageOf(user),
  assignments: { assignments: 'int' },
  unassignments: { unassignments: 'int' },
  project,
  projects: listOf(project),
  projectPage: pageOf(project),
  projectMember: { user: 'int' },
  projectMembers: listOf(projectMember),
  projectMemberPage: pageOf(projectMember),
  projectAssignments: { assignments: 'int', skipped_user_ids: listOf('int') },
  projectRole: { id: 'int?', project: 'int', user: 'int', role: 'str', role_source: 'str?' },
  projectRoles: listOf({ id: 'int?', project: 'int', user: 'int', role: 'str', role_source: 'str?' }),
  organizations: listOf({ id: 'int?', title: 'str', contact_info: 'str?', created_at: 'datetime?' }),
  organization: {
    id: 'int?',
    title: 'str?',
    default_role: 'str?',
    created_at: 'datetime?',
    billing: manualManagement,
  },
  defaultRole: { organization: 'int', default_role: 'str?' },
  organizationMember,
  organizationMembers: listOf(organizationMember),
  organizationMemberPage: pageOf(organizationMember),
  billing: {
    billing_checks: { users: { count: 'int', limit: 'int?', reached: 'bool' }, organization_is_active: 'bool' },
    billing_flags: manualManagement,
  },
  activity: { data: listOf(activityEntry), recordsTotal: 'int', recordsFiltered: 'int' },
  scimSettings,
} satisfies Readonly<Record<string, Field>>;
