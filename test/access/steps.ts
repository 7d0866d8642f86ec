import type { GivenRole } from '../../src/modules/provisioning/engine/rules/roles.js';
import type { MappingChange, ProjectGrantRole, Settings, Stage, Step } from './stage.js';

/** The user of a step that names no other. */
export const SUBJECT = 'ana';

function step<Name extends Step['name']>(name: Name, ...args: Parameters<Stage[Name]>): Step {
  return {
    name,
    text: `${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
    play: async (stage) => {
      await (stage[name] as (...values: Parameters<Stage[Name]>) => unknown).apply(stage, args);
    },
  };
}

/** Rows of the settings, for `save`. */
export const row = {
  role: (group: string, role: GivenRole): MappingChange => ({ kind: 'role', to: 'add', group, role }),
  workspace: (group: string, workspace: string): MappingChange => ({ kind: 'workspace', to: 'add', group, workspace }),
  project: (group: string, project: string, role: ProjectGrantRole): MappingChange => ({
    kind: 'project',
    to: 'add',
    group,
    project,
    role,
  }),
};

/** The same row, removed instead of added. */
export function without(change: MappingChange): MappingChange {
  return { ...change, to: 'remove' };
}

/** One save of the settings: rows to add, rows to remove. */
export const save = (added: readonly MappingChange[], removed: readonly MappingChange[] = []) =>
  step('save', [...removed.map(without), ...added]);

export const mapRole = (group: string, role: GivenRole) => save([row.role(group, role)]);
export const unmapRole = (group: string) => save([], [row.role(group, 'NO')]);
export const mapWorkspace = (group: string, workspace: string) => save([row.workspace(group, workspace)]);
export const unmapWorkspace = (group: string, workspace: string) => save([], [row.workspace(group, workspace)]);
export const mapProject = (group: string, project: string, role: ProjectGrantRole) =>
  save([row.project(group, project, role)]);
export const unmapProject = (group: string, project: string, role: ProjectGrantRole) =>
  save([], [row.project(group, project, role)]);

export const push = (group: string, ...members: string[]) => step('push', group, members);
export const join = (group: string, user = SUBJECT) => step('join', group, user);
export const leave = (group: string, user = SUBJECT) => step('leave', group, user);
export const rename = (group: string, to: string) => step('rename', group, to);
export const deleteGroup = (group: string) => step('deleteGroup', group);

export const create = (user = SUBJECT) => step('createUser', user, true);
export const createInactive = (user = SUBJECT) => step('createUser', user, false);
export const deactivate = (user = SUBJECT) => step('setActive', user, false);
export const reactivate = (user = SUBJECT) => step('setActive', user, true);
export const deleteUser = (user = SUBJECT) => step('deleteUser', user);
export const signIn = (user = SUBJECT) => step('signIn', user);

export const change = (changes: Partial<Settings>) => step('changeSettings', changes);
export const seats = (seatLimit: number | null) => change({ seatLimit });
export const defaultRole = (role: GivenRole) => change({ defaultRole: role });

export const setRole = (role: GivenRole, user = SUBJECT) => step('setRole', user, role);
export const addToWorkspace = (workspace: string, user = SUBJECT) => step('addToWorkspace', user, workspace);
export const removeFromWorkspace = (workspace: string, user = SUBJECT) => step('removeFromWorkspace', user, workspace);
export const addToProject = (project: string, role: ProjectGrantRole, user = SUBJECT) =>
  step('addToProject', user, project, role);
export const removeFromProject = (project: string, user = SUBJECT) => step('removeFromProject', user, project);
export const moveProject = (project: string, workspace: string | null) => step('moveProject', project, workspace);
