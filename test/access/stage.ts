import type { GivenRole, ProjectRole, Role } from '../../src/modules/provisioning/engine/rules/roles.js';

/** What a project mapping or a hand gives: `IN` is Inherit. */
export type ProjectGrantRole = ProjectRole | 'IN';

/** One row of the SCIM settings that comes or goes. */
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

/** What a case starts from. */
export interface Setting extends Settings {
  /** Accounts that exist from the beginning; `owner` is the Owner. */
  readonly users: readonly string[];
  /** Projects and the workspaces that they live in. */
  readonly projects: Readonly<Record<string, string | null>>;
}

/** Somebody's access with every reason for it, in names. Reasons are sorted; `group: role`, `by hand`, `workspace x`. */
export interface ExplainedAccess {
  readonly role: Role;
  readonly source: string;
  readonly reason: string | null;
  readonly everything: boolean;
  readonly roleGrants: readonly string[];
  readonly workspaces: Readonly<Record<string, readonly string[]>>;
  /** `pending` stands for a role that waits for the organization role. */
  readonly projects: Readonly<Record<string, { readonly role: string; readonly grants: readonly string[] }>>;
}

/**
 * Something that the access rules act on: what identity providers, administrators and the platform can do. Everything
 * goes by names, and is done when what a method returns is settled.
 */
export interface Stage {
  /** Stores changes of mappings together, as one save of the settings. */
  save(changes: readonly MappingChange[]): unknown;
  /** Makes these users the members of a group, which exists from then on. */
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
  /** The call in words, for titles and counterexamples. */
  readonly text: string;
  play(stage: Stage): Promise<void>;
}
