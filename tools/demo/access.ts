import type { Expectations } from './expect.js';
import type { Answer } from './http.js';
import { asList, asText, at } from './json.js';

/** A user's access to one project, as the server explains it. */
export interface ProjectAccess {
  readonly title: string;
  /** The effective role's code; empty while pending and for a user who is deactivated. */
  readonly role: string;
  readonly state: string;
  /** The groups whose mappings grant it. */
  readonly groups: readonly string[];
  /** Whether membership of the project's workspace grants it too. */
  readonly throughWorkspace: boolean;
}

/** A user's access, read from `GET /api/users/{id}/access`. */
export interface Access {
  /** The organization role's code. */
  readonly role: string;
  readonly source: string;
  readonly reason: string | null;
  /** The groups behind the organization role. */
  readonly groups: readonly string[];
  readonly workspaces: readonly { readonly title: string; readonly groups: readonly string[] }[];
  readonly projects: readonly ProjectAccess[];
  /** An Owner's or Administrator's implicit access to everything, which no list shows. */
  readonly everything: boolean;
}

function groupsIn(grants: unknown): string[] {
  return asList(grants)
    .filter((grant) => at(grant, 'kind') === 'mapping')
    .map((grant) => asText(at(grant, 'group')));
}

/** Reads the server's explanation; what is missing reads as empty. */
export function readAccess(body: unknown): Access {
  const reason = at(body, 'reason');
  return {
    role: asText(at(body, 'role')),
    source: asText(at(body, 'role_source')),
    reason: typeof reason === 'string' ? reason : null,
    groups: groupsIn(at(body, 'role_grants')),
    workspaces: asList(at(body, 'workspaces')).map((workspace) => ({
      title: asText(at(workspace, 'title')),
      groups: groupsIn(at(workspace, 'grants')),
    })),
    projects: asList(at(body, 'projects')).map((project) => ({
      title: asText(at(project, 'title')),
      role: asText(at(project, 'role')),
      state: asText(at(project, 'state')),
      groups: groupsIn(at(project, 'grants')),
      throughWorkspace: asList(at(project, 'grants')).some((grant) => at(grant, 'kind') === 'workspace'),
    })),
    everything: at(body, 'all_projects') === true,
  };
}

/** The access that a person should have. Fields that are left out are not checked. */
export interface ExpectedAccess {
  /** The organization role's code. */
  readonly role: string;
  readonly source: string;
  readonly reason?: string;
  /** The groups behind the role. */
  readonly groups?: readonly string[];
  /** All workspaces by title, each with the groups behind it. */
  readonly workspaces?: Readonly<Record<string, readonly string[]>>;
  /**
   * All projects by title, each with the code of the effective role and the groups behind it: none if only the
   * workspace gives it.
   */
  readonly projects?: Readonly<Record<string, { readonly role: string; readonly groups: readonly string[] }>>;
}

function expectWorkspaces(
  expect: Expectations,
  actual: Access['workspaces'],
  expected: NonNullable<ExpectedAccess['workspaces']>,
): void {
  expect.sameNames(
    'workspaces',
    actual.map(({ title }) => title),
    Object.keys(expected),
  );
  for (const [title, groups] of Object.entries(expected)) {
    const found = actual.find((workspace) => workspace.title === title);
    expect.sameNames(`groups behind the workspace ${title}`, found?.groups ?? [], groups);
  }
}

function expectProjects(
  expect: Expectations,
  actual: Access['projects'],
  expected: NonNullable<ExpectedAccess['projects']>,
): void {
  expect.sameNames(
    'projects',
    actual.map(({ title }) => title),
    Object.keys(expected),
  );
  for (const [title, { role, groups }] of Object.entries(expected)) {
    const found = actual.find((project) => project.title === title);
    expect.equal(`role in the project ${title}`, found?.role, role);
    expect.equal(`state in the project ${title}`, found?.state, 'active');
    expect.sameNames(`groups behind the project ${title}`, found?.groups ?? [], groups);
    if (groups.length === 0) expect.equal(`${title} comes from its workspace`, found?.throughWorkspace, true);
  }
}

/**
 * Checks an explanation. A Deactivated user must have no effective role in any project, whatever the server remembers.
 */
export function expectAccess(expect: Expectations, answer: Answer, expected: ExpectedAccess): void {
  const actual = readAccess(answer.body);
  expect.equal('status', answer.status, 200);
  expect.equal('role', actual.role, expected.role);
  expect.equal('role_source', actual.source, expected.source);
  if (expected.reason !== undefined) expect.equal('reason', actual.reason, expected.reason);
  if (expected.groups) expect.sameNames('groups behind the role', actual.groups, expected.groups);
  if (expected.workspaces) expectWorkspaces(expect, actual.workspaces, expected.workspaces);
  if (expected.projects) expectProjects(expect, actual.projects, expected.projects);
  if (expected.role !== 'DI') return;
  const usable = actual.projects.filter(({ role }) => role !== '' && role !== 'DI');
  expect.equal('projects with a role', usable, []);
}
