import fc from 'fast-check';
import { ROLES } from '../../src/modules/provisioning/engine/rules/roles.js';
import type { ProjectGrantRole, Setting, Step } from './stage.js';
import {
  addToProject,
  addToWorkspace,
  change,
  create,
  deactivate,
  deleteGroup,
  deleteUser,
  join,
  leave,
  moveProject,
  push,
  reactivate,
  removeFromProject,
  removeFromWorkspace,
  row,
  save,
  setRole,
  signIn,
} from './steps.js';

/** Few of everything, so that steps affect each other. */
const USERS = ['ana', 'bo', 'cy'];
const everybody = fc.constantFrom('owner', ...USERS);
const user = fc.constantFrom(...USERS);
const group = fc.constantFrom('g1', 'g2', 'g3');
const workspace = fc.constantFrom('w1', 'w2');
const project = fc.constantFrom('p1', 'p2');
const role = fc.constantFrom(...ROLES.filter((some) => some !== 'OW'));
const projectRole = fc.constantFrom<ProjectGrantRole>('RE', 'AN', 'IN');

const mapping = fc.oneof(
  fc.tuple(group, role).map((args) => row.role(...args)),
  fc.tuple(group, workspace).map((args) => row.workspace(...args)),
  fc.tuple(group, project, projectRole).map((args) => row.project(...args)),
);
const some = fc.array(mapping, { minLength: 1, maxLength: 3 });
const settings = fc.record(
  {
    defaultRole: role,
    manualRoles: fc.boolean(),
    manualWorkspaces: fc.boolean(),
    manualProjects: fc.boolean(),
    seatLimit: fc.option(fc.integer({ min: 0, max: 4 })),
  },
  { requiredKeys: [] },
);

/** An organization of three users, with any settings. */
export const randomSetting: fc.Arbitrary<Setting> = settings.map((chosen) => ({
  defaultRole: 'AN',
  manualRoles: false,
  manualWorkspaces: false,
  manualProjects: false,
  seatLimit: null,
  ...chosen,
  users: ['owner', ...USERS],
  projects: { p1: 'w1', p2: null },
}));

const single = <Args extends unknown[]>(weight: number, args: fc.Arbitrary<Args>, build: (...args: Args) => Step) => ({
  weight,
  arbitrary: args.map((values) => [build(...values)]),
});

/** Anything that can happen, as one or a few steps that belong together; most of them concern groups. */
export const randomSteps: fc.Arbitrary<Step[]> = fc.oneof(
  single(8, fc.tuple(group, everybody), join),
  single(6, fc.tuple(group, everybody), leave),
  single(3, fc.tuple(group, fc.subarray(USERS)), (to, members) => push(to, ...members)),
  single(6, fc.tuple(some), (rows) => save(rows)),
  single(5, fc.tuple(some, some), (added, removed) => save(added, removed)),
  single(1, fc.tuple(group), deleteGroup),
  single(3, fc.tuple(user), deactivate),
  single(3, fc.tuple(user), reactivate),
  single(2, fc.tuple(everybody), signIn),
  single(2, fc.tuple(role, everybody), setRole),
  single(1, fc.tuple(workspace, user), addToWorkspace),
  single(1, fc.tuple(workspace, user), removeFromWorkspace),
  single(1, fc.tuple(project, projectRole, user), addToProject),
  single(1, fc.tuple(project, user), removeFromProject),
  single(1, fc.tuple(project, fc.option(workspace)), moveProject),
  single(2, fc.tuple(settings), change),
  { weight: 1, arbitrary: user.map((name) => [deleteUser(name), create(name)]) },
);

const oncePerKey = <Value>(value: fc.Arbitrary<Value>, keyOf: (value: Value) => string) =>
  fc.uniqueArray(value, { maxLength: 4, selector: keyOf });

/** Steps that only add, and never undo each other: their order must not matter while nothing is kept manually. */
const independentSteps: fc.Arbitrary<Step[]> = fc
  .record({
    joins: oncePerKey(fc.tuple(group, everybody), String),
    roles: oncePerKey(fc.tuple(group, role), ([name]) => name),
    rows: oncePerKey(mapping, (change_) => JSON.stringify(change_)),
    hands: oncePerKey(fc.tuple(role, user), ([, name]) => name),
    places: oncePerKey(fc.tuple(workspace, user), String),
    grants: oncePerKey(fc.tuple(project, projectRole, user), ([title, , name]) => title + name),
    homes: oncePerKey(fc.tuple(project, fc.option(workspace)), ([title]) => title),
    signedIn: oncePerKey(user, String),
    gone: oncePerKey(user, String),
  })
  .map(({ joins, roles, rows, hands, places, grants, homes, signedIn, gone }) => [
    ...joins.map((args) => join(...args)),
    ...roles.map((args) => save([row.role(...args)])),
    ...rows.filter(({ kind }) => kind !== 'role').map((added) => save([added])),
    ...hands.map((args) => setRole(...args)),
    ...places.map((args) => addToWorkspace(...args)),
    ...grants.map((args) => addToProject(...args)),
    ...homes.map((args) => moveProject(...args)),
    ...signedIn.map((name) => signIn(name)),
    ...gone.map((name) => deactivate(name)),
  ]);

/** The same steps in two orders. */
export const twoOrders = independentSteps.chain((steps) =>
  fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length, maxLength: steps.length })),
);

/** Steps as text, for counterexamples. */
export function inWords(steps: readonly Step[]): string {
  return steps.map(({ text }) => text).join('; ');
}
