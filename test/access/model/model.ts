import { activationRoleAtSignIn, baseRoleOfNewAccount, baseRoleOnReactivation } from './base-role.js';
import type { GivenRole } from '../../../src/modules/provisioning/engine/rules/roles.js';
import { resolveProject } from './resolve-projects.js';
import { resolveRole } from './resolve-role.js';
import { resolveWorkspace } from './resolve-workspaces.js';
import { ModelSeats } from './model-seats.js';
import { explainModelUser } from './model-explanation.js';
import { ModelGroup, ModelUser } from './model-state.js';
import type { ExplainedAccess, MappingChange, ProjectGrantRole, Setting, Settings, Stage } from '../stage.js';

function demand<Value>(map: ReadonlyMap<string, Value>, name: string): Value {
  const value = map.get(name);
  if (value === undefined) throw new Error(`The model knows no ${name}`);
  return value;
}

/** The access rules over objects in memory: facts are stored as they are, and all results come from pure rules. */
export class Model implements Stage {
  readonly users = new Map<string, ModelUser>();
  readonly groups = new Map<string, ModelGroup>();
  readonly projects: Map<string, string | null>;
  private settings: Settings;
  private readonly seats = new ModelSeats(this.users);

  constructor({ users, projects, ...settings }: Setting) {
    this.settings = settings;
    this.projects = new Map(Object.entries(projects));
    for (const name of users) this.insert(name, true);
  }

  save(changes: readonly MappingChange[]): void {
    for (const change of changes) this.group(change.group).change(change);
    this.resolveEverybodyIn(changes.map(({ group }) => group));
  }

  push(group: string, members: readonly string[]): void {
    const previous = [...this.group(group).members];
    this.group(group).members = new Set(members);
    const touched = new Set([...previous, ...members]);
    const changed = [...touched].filter((name) => previous.includes(name) !== members.includes(name));
    if (changed.length > 0) this.resolve(...changed.map((name) => demand(this.users, name)));
  }

  join(group: string, user: string): void {
    this.push(group, [...this.group(group).members, user]);
  }

  leave(group: string, user: string): void {
    this.push(
      group,
      [...this.group(group).members].filter((member) => member !== user),
    );
  }

  rename(group: string, to: string): void {
    const renamed = demand(this.groups, group);
    const placeholder = this.groups.get(to);
    this.groups.set(to, renamed);
    this.groups.delete(group);
    if (!placeholder) return;
    renamed.absorb(placeholder);
    this.resolveEverybodyIn([to]);
  }

  deleteGroup(group: string): void {
    this.push(group, []);
  }

  createUser(name: string, active: boolean): void {
    if (this.users.has(name)) this.setActive(name, active);
    else this.insert(name, active);
  }

  setActive(name: string, active: boolean): void {
    const user = demand(this.users, name);
    if (user.isActive === active) return;
    user.isActive = active;
    if (active) user.base = baseRoleOnReactivation(user.base, this.settings.defaultRole);
    this.resolve(user);
  }

  deleteUser(name: string): void {
    this.setActive(name, false);
    for (const group of this.groups.keys()) this.leave(group, name);
  }

  signIn(name: string): void {
    const user = demand(this.users, name);
    user.activationRole = activationRoleAtSignIn(user.activationRole, this.settings.defaultRole);
    this.resolve(user);
  }

  changeSettings(changes: Partial<Settings>): void {
    this.settings = { ...this.settings, ...changes };
    if (changes.seatLimit !== undefined) this.seats.assign([], this.settings.seatLimit);
  }

  setRole(name: string, role: GivenRole): void {
    const user = demand(this.users, name);
    user.base = { role, source: 'manual' };
    this.resolve(user);
  }

  addToWorkspace(name: string, workspace: string): void {
    const { workspaces } = demand(this.users, name);
    workspaces.set(workspace, { mapped: workspaces.get(workspace)?.mapped ?? false, manual: true });
  }

  removeFromWorkspace(name: string, workspace: string): void {
    const { workspaces } = demand(this.users, name);
    if (workspaces.get(workspace)?.mapped) workspaces.set(workspace, { mapped: true, manual: false });
    else workspaces.delete(workspace);
  }

  addToProject(name: string, project: string, role: ProjectGrantRole): void {
    const { projects } = demand(this.users, name);
    const manual = role === 'IN' ? { role: null, inherits: true } : { role, inherits: false };
    projects.set(project, { mapped: projects.get(project)?.mapped ?? null, manual });
  }

  removeFromProject(name: string, project: string): void {
    const { projects } = demand(this.users, name);
    const mapped = projects.get(project)?.mapped ?? null;
    if (mapped === null) projects.delete(project);
    else projects.set(project, { mapped, manual: null });
  }

  moveProject(project: string, workspace: string | null): void {
    this.projects.set(project, workspace);
  }

  access(name: string): ExplainedAccess {
    return explainModelUser(demand(this.users, name), this.groups, this.projects);
  }

  private insert(name: string, isActive: boolean): void {
    const user = new ModelUser(name, isActive, baseRoleOfNewAccount(this.settings.defaultRole));
    this.users.set(name, user);
    this.resolve(user);
  }

  private group(name: string): ModelGroup {
    const group = this.groups.get(name) ?? new ModelGroup();
    this.groups.set(name, group);
    return group;
  }

  private resolveEverybodyIn(groups: readonly string[]): void {
    const members = groups.flatMap((group) => [...this.group(group).members]);
    this.resolve(...[...new Set(members)].map((name) => demand(this.users, name)));
  }

  private resolve(...users: ModelUser[]): void {
    for (const user of users) {
      const groups = [...this.groups.values()].filter(({ members }) => members.has(user.name));
      this.rule(user, groups);
      this.resolveWorkspaces(user, groups);
      this.resolveProjects(user, groups);
    }
    this.seats.assign(users, this.settings.seatLimit);
  }

  private rule(user: ModelUser, groups: readonly ModelGroup[]): void {
    user.ruled = resolveRole({
      isOwner: user.name === 'owner',
      isActive: user.isActive,
      base: user.base,
      previouslyMapped: user.decision?.mappedRole ?? null,
      mapped: groups.map(({ role }) => role).filter((role) => role !== null),
      activationRole: user.activationRole,
      manualRoleManagement: this.settings.manualRoles,
    });
    user.base = user.ruled.base;
  }

  private resolveWorkspaces({ workspaces }: ModelUser, groups: readonly ModelGroup[]): void {
    const mapped = new Set(groups.flatMap((group) => [...group.workspaces]));
    for (const title of new Set([...mapped, ...workspaces.keys()])) {
      const previous = workspaces.get(title) ?? null;
      const membership = resolveWorkspace(previous, mapped.has(title), this.settings.manualWorkspaces);
      if (membership) workspaces.set(title, membership);
      else workspaces.delete(title);
    }
  }

  private resolveProjects({ projects }: ModelUser, groups: readonly ModelGroup[]): void {
    for (const title of this.projects.keys()) {
      const previous = projects.get(title) ?? null;
      const membership = resolveProject(previous, ModelGroup.grantsOf(groups, title), this.settings.manualProjects);
      if (membership) projects.set(title, membership);
      else projects.delete(title);
    }
  }
}
