import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { fitsIndex, isStorable } from '../../platform/storable-text.js';
import { foldName, trimName } from '../../text/index.js';
import { ORGANIZATION_ROLES, type OrganizationRoleName, PROJECT_ROLES, type ProjectRoleName } from './role-names.js';

/** Row of `projects_groups`. */
export interface ProjectGroup {
  readonly project_id: number;
  readonly group: string;
  readonly role: ProjectRoleName;
}

/** The three lists of LSE's SCIM settings: role or workspace title first, group name second. */
export interface ScimSettings {
  readonly roles_groups: readonly (readonly [OrganizationRoleName, string])[];
  readonly workspaces_groups: readonly (readonly [string, string])[];
  readonly projects_groups: readonly ProjectGroup[];
}

/** How many rows one list may have; settings of this size are still previewed and saved in seconds. */
const MAX_ROWS = 5_000;
const MAX_NAME = 1_000;
const MAX_ID = 2_147_483_647;

/** Collects one message for each fault, so that an administrator sees all of them at once. */
class Faults {
  private readonly messages: Record<string, string[]> = {};

  add(field: string, message: string): void {
    (this.messages[field] ??= []).push(message);
  }

  throwIfAny(): void {
    if (Object.keys(this.messages).length > 0) throw new ValidationFailedError(this.messages);
  }
}

/** A name without the blanks around it; undefined for a value that cannot be a name. */
function readName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? trimName(value) : '';
  return name !== '' && name.length <= MAX_NAME && isStorable(name) && fitsIndex(name) ? name : undefined;
}

function readPair(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length === 2 ? value : [];
}

/** Reads a row, or returns what is wrong with it. */
type RowReader<Row> = (value: unknown) => Row | string;

function isKeyOf<Names extends object>(names: Names, value: unknown): value is keyof Names {
  return typeof value === 'string' && Object.hasOwn(names, value);
}

const readRoleRow: RowReader<readonly [OrganizationRoleName, string]> = (value) => {
  const [role, second] = readPair(value);
  const group = readName(second);
  if (group === undefined) return 'must be [role, group name]';
  if (role === 'Owner') return 'no group can be mapped to Owner';
  if (isKeyOf(ORGANIZATION_ROLES, role)) return [role, group];
  return `the role must be one of ${Object.keys(ORGANIZATION_ROLES).join(', ')}`;
};

const readWorkspaceRow: RowReader<readonly [string, string]> = (value) => {
  const [title, group] = readPair(value).map(readName);
  return title === undefined || group === undefined ? 'must be [workspace title, group name]' : [title, group];
};

const readProjectRow: RowReader<ProjectGroup> = (value) => {
  const { project_id: id, group: name, role } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > MAX_ID)
    return 'project_id must be the id of a project';
  const group = readName(name);
  if (group === undefined) return 'group must be the name of a group';
  if (isKeyOf(PROJECT_ROLES, role)) return { project_id: id, group, role };
  return `role must be one of ${Object.keys(PROJECT_ROLES).join(', ')}`;
};

/** Reads a list; undefined for one that is missing or null, which then stays as it is stored. */
function readList<Row extends object>(value: unknown, field: keyof ScimSettings, read: RowReader<Row>, faults: Faults) {
  if (value === undefined || value === null) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [];
  if (!Array.isArray(value)) faults.add(field, 'must be a list');
  if (list.length > MAX_ROWS) faults.add(field, `may have ${MAX_ROWS} rows at most`);
  return list.slice(0, MAX_ROWS).flatMap((item, at) => {
    const row = read(item);
    if (typeof row !== 'string') return [row];
    faults.add(field, `Row ${at + 1}: ${row}.`);
    return [];
  });
}

/** Drops repeated rows, and reports groups with two roles: a group has one organization role. */
function withoutContradictions(rows: ScimSettings['roles_groups'] | undefined, faults: Faults) {
  const roles = new Map<string, OrganizationRoleName>();
  return rows?.filter(([role, group]) => {
    const known = roles.get(foldName(group));
    roles.set(foldName(group), known ?? role);
    if (known !== undefined && known !== role)
      faults.add('roles_groups', `"${group}" is mapped to ${known} and to ${role}; a group has one organization role.`);

    return known === undefined;
  });
}

function withoutRepetitions<Row>(rows: readonly Row[] | undefined, keyOf: (row: Row) => string): Row[] | undefined {
  const known = new Set<string>();
  return rows?.filter((row) => {
    const isNew = !known.has(keyOf(row));
    known.add(keyOf(row));
    return isNew;
  });
}

/**
 * Reads a settings body. A list that is not in it is missing from the result, and stays as it is stored.
 *
 * @throws ValidationFailedError with a message for each row at fault
 */
export function readScimSettings(body: unknown): Partial<ScimSettings> {
  const faults = new Faults();
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ValidationFailedError({ non_field_errors: ['The body must be an object with the lists to store.'] });

  const lists = body as Record<string, unknown>;
  const roles = withoutContradictions(readList(lists.roles_groups, 'roles_groups', readRoleRow, faults), faults);
  const workspaces = readList(lists.workspaces_groups, 'workspaces_groups', readWorkspaceRow, faults);
  const projects = readList(lists.projects_groups, 'projects_groups', readProjectRow, faults);
  faults.throwIfAny();
  return {
    roles_groups: roles,
    workspaces_groups: withoutRepetitions(workspaces, (row) => JSON.stringify(row.map(foldName))),
    projects_groups: withoutRepetitions(projects, (row) =>
      JSON.stringify([row.project_id, foldName(row.group), row.role]),
    ),
  };
}
