import type { Access, ProjectAccess } from './access.js';
import type { Row } from './table.js';

/** The head of the closing table. */
export const REPORT_HEAD: Row = ['person', 'role', 'why', 'workspaces', 'projects', 'state'];

const ROLE_NAMES: Readonly<Record<string, string>> = {
  OW: 'Owner',
  AD: 'Administrator',
  MA: 'Manager',
  RE: 'Reviewer',
  AN: 'Annotator',
  NO: 'Not Activated',
  DI: 'Deactivated',
};

const REASONS: Readonly<Record<string, string>> = {
  deactivated: 'unassigned in Okta',
  no_role_group: 'left the last group with a role',
  awaiting_sign_in: 'has not signed in yet',
  waiting_for_seat: 'waits for a seat',
};

const SOURCES: Readonly<Record<string, string>> = {
  owner: 'the Owner',
  default: 'default role, no group gives one',
  manual: 'set by hand',
};

/** The name of a role; an unknown code stays as it is. */
function roleName(code: string): string {
  return ROLE_NAMES[code] ?? code;
}

function reasonText(reason: string): string {
  return REASONS[reason] ?? reason;
}

function why(access: Access): string {
  if (access.role === 'DI' && access.reason !== null) return reasonText(access.reason);
  if (access.groups.length > 0) return access.groups.join('\n');
  return SOURCES[access.source] ?? access.source;
}

function origin(groups: readonly string[], otherwise: string): string {
  return groups.length > 0 ? groups.join(', ') : otherwise;
}

function projectLine(project: ProjectAccess): string {
  const role = project.role === '' ? project.state : roleName(project.role);
  return `${project.title}: ${role} (${origin(project.groups, project.throughWorkspace ? 'its workspace' : 'by hand')})`;
}

function list(lines: readonly string[], everything: boolean): string {
  if (everything) return 'all';
  return lines.length > 0 ? lines.join('\n') : '–';
}

/** A Deactivated user's workspaces: none, though the server remembers what they had. */
function workspaceCell(access: Access): string {
  if (access.role === 'DI') return list([], false);
  const lines = access.workspaces.map(({ title, groups }) => `${title} (${origin(groups, 'by hand')})`);
  return list(lines, access.everything);
}

function projectCell(access: Access): string {
  return access.role === 'DI' ? list([], false) : list(access.projects.map(projectLine), access.everything);
}

function state(access: Access): string {
  if (access.role === 'DI') return 'deactivated';
  return access.reason === null ? 'active' : reasonText(access.reason);
}

/** One person's line of the closing table: role, workspaces and projects, each with the group it comes from. */
export function reportRow(person: string, access: Access): Row {
  return [person, roleName(access.role), why(access), workspaceCell(access), projectCell(access), state(access)];
}
