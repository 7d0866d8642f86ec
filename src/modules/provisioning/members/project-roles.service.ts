import { Injectable } from '@nestjs/common';
import { ProjectRolesChanged } from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../platform/http/errors/rest-error.js';
import { type Actor, currentContext } from '../../../platform/http/request-context.js';
import { NotFoundError } from '../../../scim/index.js';
import { AccessRepository } from '../projection/access.repository.js';
import { type MemberSelection, only, scopeOf } from './member-selection.js';
import { MemberSelectionRepository } from './member-selection.repository.js';
import type { GiveProjectRoleDto, ProjectRoleDto } from './project-members.dto.js';
import { ProjectMembersRepository } from './project-members.repository.js';
import { ProjectRolesRepository, type UserRole } from './project-roles.repository.js';
import { refusalOfGroups, refusalOfProjectGrant } from '../rules/hand-edits.js';

/** Explicit roles in projects; what is given and taken here is given by hand, beside what groups give. */
@Injectable()
export class ProjectRolesService {
  constructor(
    private readonly roles: ProjectRolesRepository,
    private readonly members: ProjectMembersRepository,
    private readonly selections: MemberSelectionRepository,
    private readonly access: AccessRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async list({ organizationId }: Actor, project: number): Promise<ProjectRoleDto[]> {
    await this.assertProject(organizationId, project);
    return this.roles.list(organizationId, { projects: [project] });
  }

  /** The caller's own roles, in all projects or in some. */
  async listOwn({ organizationId, userId }: Actor, projects?: readonly number[]): Promise<ProjectRoleDto[]> {
    return this.roles.list(organizationId, { projects, userId });
  }

  /** @throws ValidationFailedError for an unknown project or user, and for who is in every project by their role */
  async add({ organizationId }: Actor, { project, user, role }: GiveProjectRoleDto): Promise<ProjectRoleDto> {
    if (!(await this.members.exists(organizationId, project))) {
      throw new ValidationFailedError({ project: [`There is no project ${project}.`] });
    }
    return this.change(organizationId, project, only(user), async (requestId) => {
      await this.selections.assertKnown(organizationId, only(user), 'user');
      const hold = await this.members.hold(organizationId, project, user);
      const refusal = hold ? refusalOfProjectGrant(hold.role) : null;
      if (refusal !== null) throw new ValidationFailedError({ user: [refusal] });
      await this.give(organizationId, project, [{ user_id: user, role }], requestId);
      return this.find(organizationId, project, user);
    });
  }

  /**
   * @throws NotFoundError for an id that no explicit role has
   * @throws ValidationFailedError for a role that only a group gives
   */
  async remove({ organizationId }: Actor, id: number): Promise<void> {
    const [seen] = await this.roles.list(organizationId, { id });
    if (!seen) throw unknownRole(id);
    const { project, user } = seen;
    await this.change(organizationId, project, only(user), async (requestId) => {
      const taken = await this.roles.take(organizationId, id, requestId);
      if (taken === undefined) await this.refuseToTake(organizationId, id);
      await this.events.publish(new ProjectRolesChanged(organizationId, project, [user], null));
    });
  }

  /** Gives explicit roles within the running transaction. @returns who had no such role by hand before */
  async give(organizationId: number, project: number, wanted: readonly UserRole[], requestId: string) {
    const changed = wanted.length === 0 ? [] : await this.roles.give(organizationId, project, wanted, requestId);
    for (const role of new Set(wanted.map((one) => one.role))) {
      const users = wanted.filter((one) => one.role === role && changed.includes(one.user_id));
      const ids = users.map(({ user_id }) => user_id);
      if (ids.length > 0) await this.events.publish(new ProjectRolesChanged(organizationId, project, ids, role));
    }
    return changed;
  }

  /** Holds the assignments of those who are selected, against evaluations of the same people. */
  async change<Result>(
    organizationId: number,
    project: number,
    selection: MemberSelection,
    work: (requestId: string) => Promise<Result>,
  ): Promise<Result> {
    return this.transactions.shared(organizationId, async () => {
      await this.assertProject(organizationId, project);
      await this.access.hold(organizationId, scopeOf(selection));
      return work(currentContext().requestId);
    });
  }

  async assertProject(organizationId: number, project: number): Promise<void> {
    const exists = await this.members.exists(organizationId, project);
    if (!exists) throw new NotFoundError(`There is no project ${project}`);
  }

  private async find(organizationId: number, project: number, userId: number): Promise<ProjectRoleDto> {
    const [role] = await this.roles.list(organizationId, { projects: [project], userId, alsoRemembered: true });
    if (!role) throw new NotFoundError(`The user ${userId} has no role in the project ${project}`);
    return role;
  }

  private async refuseToTake(organizationId: number, id: number): Promise<never> {
    const [role] = await this.roles.list(organizationId, { id });
    if (!role) throw unknownRole(id);
    const hold = await this.members.hold(organizationId, role.project, role.user);
    if (!hold) throw unknownRole(id);
    throw new ValidationFailedError({ id: [refusalOfGroups(hold.groups)] });
  }
}

function unknownRole(id: number): NotFoundError {
  return new NotFoundError(`There is no project role ${id}`);
}
