import { combineGrants, type ProjectGrants, type ProjectMembership } from './resolve-projects.js';
import type { RoleDecision } from './resolve-role.js';
import type { WorkspaceMembership } from './resolve-workspaces.js';
import {
  type BaseRole,
  type GivenRole,
  mostElevated,
  type WorkingRole,
} from '../../../src/modules/provisioning/engine/rules/roles.js';
import type { MappingChange, ProjectGrantRole } from '../stage.js';

/** An account of the model: its facts, and the last result of the rules. */
export class ModelUser {
  readonly workspaces = new Map<string, WorkspaceMembership>();
  readonly projects = new Map<string, ProjectMembership>();
  activationRole: WorkingRole | null = null;
  decision: RoleDecision | null = null;
  /** What the rules would give if there were seats for everybody. */
  ruled: RoleDecision | null = null;
  /** When the user began to wait for a seat, on the model's clock. */
  waitingSince: number | null = null;

  constructor(
    readonly name: string,
    public isActive: boolean,
    public base: BaseRole | null,
  ) {}
}

/** A group of the model: its members, and what it is mapped to. */
export class ModelGroup {
  members = new Set<string>();
  role: GivenRole | null = null;
  readonly workspaces = new Set<string>();
  readonly projects = new Map<string, Set<ProjectGrantRole>>();

  /** What some groups together give in a project. */
  static grantsOf(groups: readonly ModelGroup[], project: string): ProjectGrants | null {
    const roles = groups.flatMap((group) => [...(group.projects.get(project) ?? [])]);
    return combineGrants(
      roles.map((role) => (role === 'IN' ? { role: null, inherits: true } : { role, inherits: false })),
    );
  }

  /** Adds the mappings of another group to its own. */
  absorb({ role, workspaces, projects }: ModelGroup): void {
    this.role = mostElevated([this.role, role].filter((some) => some !== null));
    for (const title of workspaces) this.workspaces.add(title);
    for (const [title, roles] of projects) for (const some of roles) this.changeProject(title, some, true);
  }

  change(change: MappingChange): void {
    switch (change.kind) {
      case 'role':
        this.role = change.to === 'add' ? change.role : null;
        break;
      case 'workspace':
        if (change.to === 'add') this.workspaces.add(change.workspace);
        else this.workspaces.delete(change.workspace);
        break;
      case 'project':
        this.changeProject(change.project, change.role, change.to === 'add');
        break;
    }
  }

  private changeProject(project: string, role: ProjectGrantRole, isAdded: boolean): void {
    const roles = this.projects.get(project) ?? new Set<ProjectGrantRole>();
    if (isAdded) roles.add(role);
    else roles.delete(role);
    this.projects.set(project, roles);
  }
}
