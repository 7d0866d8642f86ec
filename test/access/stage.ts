import type { GivenRole, ProjectRole, Role } from '../../src/modules/provisioning/engine/rules/roles.js';

/** The role of a mapped or manual project grant: `IN` is Inherit. */
export type ProjectGrantRole = ProjectRole | 'IN';

/** One row of the SCIM settings that is added or removed. */
export type MappingChange = { readonly group: string; readonly to: 'add' | 'remove' } & (
  | { readonly kind: 'role'; readonly role: GivenRole }
  | { readonly kind: 'workspace'; readonly workspace: string }
  | { readonly kind: 'project'; readonly project: string; readonly role: ProjectGrantRole }
);

/** Settings of the organization that the access rules read. */
export interface Settings {
  readonly defaultRole: GivenRole;
  readonly manualRoles: boolean;
  readonly manualWorkspaces: boolean;
  readonly manualProjects: boolean;
  /** Null for no limit. */
  readonly seatLimit: number | null;
}

/** The starting facts of a case. */
export interface Setting extends Settings {
  /** Accounts that exist from the beginning; `owner` is the Owner. */
  readonly users: readonly string[];
  /** Projects and the workspaces that they live in. */
  readonly projects: Readonly<Record<string, string | null>>;
}

/**
 * Somebody's access with every reason for it, by names. Reasons are sorted; `group: role`, `by hand`, `workspace x`.
 */
export interface ExplainedAccess {
  readonly role: Role;
  readonly source: string;
  readonly reason: string | null;
  readonly everything: boolean;
  readonly roleGrants: readonly string[];
  readonly workspaces: Readonly<Record<string, readonly string[]>>;
  /** `pending` is a role that waits for the organization role. */
  readonly projects: Readonly<Record<string, { readonly role: string; readonly grants: readonly string[] }>>;
}

/**
 * Something that the access rules act on: everything that identity providers, administrators and the platform can do.
 * Things are given by name; a step is done when the result of its method is settled.
 */
export interface Stage {
  /** Saves changes of mappings together, as one save of the settings. */
  save(changes: readonly MappingChange[]): unknown;
  /** Makes these users the members of a group, and creates the group if necessary. */
  push(group: string, members: readonly string[]): unknown;
  join(group: string, user: string): unknown;
  leave(group: string, user: string): unknown;
  rename(group: string, to: string): unknown;
  deleteGroup(group: string): unknown;
  /** Creates an account, or revives the deleted one of that name. */
  createUser(user: string, active: boolean): unknown;
  setActive(user: string, active: boolean): unknown;
  deleteUser(user: string): unknown;
  signIn(user: string): unknown;
  changeSettings(changes: Partial<Settings>): unknown;
  setRole(user: string, role: GivenRole): unknown;
  addToWorkspace(user: string, workspace: string): unknown;
  removeFromWorkspace(user: string, workspace: string): unknown;
  addToProject(user: string, project: string, role: ProjectGrantRole): unknown;
  removeFromProject(user: string, project: string): unknown;
  moveProject(project: string, workspace: string | null): unknown;
  access(user: string): ExplainedAccess | Promise<ExplainedAccess>;
}

/** One thing that happens on a stage. */
export interface Step {
  readonly name: Exclude<keyof Stage, 'access'>;
  /** The call as text, for titles and counterexamples. */
  readonly text: string;
  play(stage: Stage): Promise<void>;
}
