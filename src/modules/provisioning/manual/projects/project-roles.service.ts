import { Injectable } from '@nestjs/common';
import { ProjectRolesChanged } from '../../../../events/index.js';
import { DomainEventBus } from '../../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../../platform/http/errors/rest-error.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { NotFoundError } from '../../../../platform/errors.js';
import { type Container, projectOf } from '../container.js';
import { ManualMembershipsRepository } from '../manual-memberships.repository.js';
import { MemberEdits } from '../member-edits.service.js';
import { only } from '../member-selection.js';
import type { GiveProjectRoleDto, ProjectRoleDto } from './project-members.dto.js';
import { ProjectRolesRepository, type UserRole } from './project-roles.repository.js';
import { refusalOfGroups, refusalOfProjectGrant } from '../../engine/rules/manual-edits.js';

/** Explicit roles in projects. What is given and taken here is manual, beside what groups give. */
@Injectable()
export class ProjectRolesService {
  constructor(
    private readonly roles: ProjectRolesRepository,
    private readonly memberships: ManualMembershipsRepository,
    private readonly edits: MemberEdits,
    private readonly events: DomainEventBus,
  ) {}

  async list(actor: Actor, id: number): Promise<ProjectRoleDto[]> {
    await this.edits.assertExists(projectOf(actor, id));
    return this.roles.list(actor.organizationId, { projects: [id] });
  }

  /** The caller's own roles, in all projects or in some. */
  async listOwn({ organizationId, userId }: Actor, projects?: readonly number[]): Promise<ProjectRoleDto[]> {
    return this.roles.list(organizationId, { projects, userId });
  }

  /**
   * @throws ValidationFailedError for an unknown project or user, and for a user who is in every project by their role
   */
  async add(actor: Actor, { project: id, user, role }: GiveProjectRoleDto): Promise<ProjectRoleDto> {
    const project = projectOf(actor, id);
    if (!(await this.memberships.exists(project)))
      throw new ValidationFailedError({ project: [`There is no project ${id}.`] });

    return this.changeOne(project, user, async (requestId) => {
      await this.give(project, [{ user_id: user, role }], requestId);
      return this.find(project, user);
    });
  }

  /**
   * @throws NotFoundError if no explicit role has the id
   * @throws ValidationFailedError for a role that only a group gives
   */
  async remove(actor: Actor, id: number): Promise<void> {
    const { organizationId } = actor;
    const [seen] = await this.roles.list(organizationId, { id });
    if (!seen) throw unknownRole(id);
    const { project, user } = seen;
    await this.edits.change(projectOf(actor, project), only(user), async (requestId) => {
      const taken = await this.roles.take(organizationId, id, requestId);
      if (taken === undefined) await this.refuseToTake(organizationId, id);
      await this.events.publish(new ProjectRolesChanged(organizationId, project, [user], null));
    });
  }

  /** Gives explicit roles within the running transaction. @returns the users who had no such manual role before */
  async give(project: Container<'project'>, wanted: readonly UserRole[], requestId: string): Promise<number[]> {
    const { organizationId, id } = project;
    const changed = wanted.length === 0 ? [] : await this.roles.give(project, wanted, requestId);
    for (const role of new Set(wanted.map((one) => one.role))) {
      const users = wanted.filter((one) => one.role === role && changed.includes(one.user_id));
      const ids = users.map(({ user_id }) => user_id);
      if (ids.length > 0) await this.events.publish(new ProjectRolesChanged(organizationId, id, ids, role));
    }
    return changed;
  }

  /**
   * Like `MemberEdits.change`, for one user who is given something.
   *
   * @throws ValidationFailedError for an unknown user, and for one who is in every project by their role
   */
  async changeOne<Result>(
    project: Container<'project'>,
    user: number,
    work: (requestId: string) => Promise<Result>,
  ): Promise<Result> {
    return this.edits.changeKnown(project, only(user), 'user', async (requestId) => {
      const facts = await this.memberships.membershipFacts(project, user);
      const refusal = facts ? refusalOfProjectGrant(facts.role) : null;
      if (refusal !== null) throw new ValidationFailedError({ user: [refusal] });
      return work(requestId);
    });
  }

  private async find({ organizationId, id }: Container<'project'>, userId: number): Promise<ProjectRoleDto> {
    const [role] = await this.roles.list(organizationId, { projects: [id], userId, alsoRemembered: true });
    if (!role) throw new NotFoundError(`The user ${userId} has no role in the project ${id}`);
    return role;
  }

  private async refuseToTake(organizationId: number, id: number): Promise<never> {
    const [role] = await this.roles.list(organizationId, { id });
    if (!role) throw unknownRole(id);
    const facts = await this.memberships.membershipFacts(projectOf({ organizationId }, role.project), role.user);
    if (!facts) throw unknownRole(id);
    throw new ValidationFailedError({ id: [refusalOfGroups(facts.groups)] });
  }
}

function unknownRole(id: number): NotFoundError {
  return new NotFoundError(`There is no project role ${id}`);
}
