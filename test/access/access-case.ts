import type { Role, RoleSource } from '../../src/modules/provisioning/engine/rules/roles.js';
import type { ExplainedAccess, Setting, Step } from './stage.js';
import { SUBJECT } from './steps.js';

/** Expected access, without its reasons. */
export interface Outcome {
  readonly role: Role;
  readonly source: string;
  readonly reason: string | null;
  readonly workspaces: readonly string[];
  readonly projects: Readonly<Record<string, string>>;
}

/** One line of the specification: starting facts, what happens, and everybody's access at the end. */
export interface AccessCase {
  readonly name: string;
  readonly given: Setting;
  readonly steps: readonly Step[];
  /** Expected access by user. */
  readonly then: Readonly<Record<string, Outcome>>;
}

/** What a case changes in the default facts: default role Annotator, nothing manual, one user, no project. */
export type Given = Partial<Setting>;

/** Somebody's access; by default without reason, workspaces and projects. */
export function has(role: Role, source: RoleSource, more: Partial<Omit<Outcome, 'role' | 'source'>> = {}): Outcome {
  return { role, source, reason: null, workspaces: [], projects: {}, ...more };
}

const DEFAULTS: Setting = {
  defaultRole: 'AN',
  manualRoles: false,
  manualWorkspaces: false,
  manualProjects: false,
  seatLimit: null,
  users: [SUBJECT],
  projects: {},
};

/** A case about the subject or, with a record of outcomes, about several users. */
export function accessCase(
  name: string,
  given: Given,
  steps: readonly Step[],
  then: Outcome | Readonly<Record<string, Outcome>>,
): AccessCase {
  return { name, given: { ...DEFAULTS, ...given }, steps, then: isOutcome(then) ? { [SUBJECT]: then } : then };
}

function isOutcome(then: Outcome | Readonly<Record<string, Outcome>>): then is Outcome {
  return typeof then.role === 'string';
}

/** The part of somebody's access that cases describe. */
export function outcomeOf({ role, source, reason, workspaces, projects }: ExplainedAccess): Outcome {
  return {
    role,
    source,
    reason,
    workspaces: Object.keys(workspaces).sort(),
    projects: Object.fromEntries(Object.entries(projects).map(([title, project]) => [title, project.role])),
  };
}
