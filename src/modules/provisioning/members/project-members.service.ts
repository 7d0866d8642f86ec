import { Injectable } from '@nestjs/common';
import { ProjectMembersChanged } from '../../../events/index.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../platform/http/errors/rest-error.js';
import { type PageOf, toPage } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { NotFoundError } from '../../../scim/index.js';
import { type LseUserDto, UserDirectory } from '../../users/index.js';
import { type MemberSelection, only } from './member-selection.js';
import { MemberSelectionRepository } from './member-selection.repository.js';
import type {
  ProjectAssignmentsDto,
  ProjectMemberDto,
  ProjectMemberSelectionDto,
  ProjectMembersQuery,
  ProjectMemberUserDto,
} from './project-members.dto.js';
import { type ProjectMemberRow, ProjectMembersRepository } from './project-members.repository.js';
import { ProjectRolesService } from './project-roles.service.js';
import { isMember, refusalOfProjectGrant, refusalOfRemoval } from '../rules/hand-edits.js';
import type { UnassignmentsDto } from './workspace-members.dto.js';

/** Members of projects; what is given and taken here is given by hand, beside what groups give. */
@Injectable()
export class ProjectMembersService {
  constructor(
    private readonly members: ProjectMembersRepository,
    private readonly roles: ProjectRolesService,
    private readonly selections: MemberSelectionRepository,
    private readonly users: UserDirectory,
    private readonly events: DomainEventBus,
  ) {}

  async list({ organizationId }: Actor, project: number, ids?: readonly number[]): Promise<LseUserDto[]> {
    await this.roles.assertProject(organizationId, project);
    return this.toDtos(organizationId, await this.members.list(organizationId, project, { ids }));
  }

  async page(actor: Actor, project: number, query: ProjectMembersQuery): Promise<PageOf<ProjectMemberUserDto>> {
    const { organizationId } = actor;
    await this.roles.assertProject(organizationId, project);
    const { ids, search, role, implicit, offset, page_size: limit, ordering } = query;
    const filter = { ids, search, role, implicit, noAnnotators: query.no_annotators };
    const count = await this.members.count(organizationId, project, filter);
    const rows = await this.members.list(organizationId, project, filter, { ordering, offset, limit });
    return toPage(await this.toDtos(organizationId, rows), count, query);
  }

  /** @throws ValidationFailedError for nobody, and for who is in every project by their role */
  async add({ organizationId }: Actor, project: number, user: number): Promise<ProjectMemberDto> {
    await this.roles.change(organizationId, project, only(user), async (requestId) => {
      await this.selections.assertKnown(organizationId, only(user), 'user');
      const hold = await this.members.hold(organizationId, project, user);
      const refusal = hold ? refusalOfProjectGrant(hold.role) : null;
      if (refusal !== null) throw new ValidationFailedError({ user: [refusal] });
      await this.give(organizationId, project, only(user), requestId);
    });
    return { user };
  }

  /** Passes over whom a hand can give nothing, and says whom. */
  async addAll(
    { organizationId }: Actor,
    project: number,
    { roles = [], ...selection }: ProjectMemberSelectionDto,
  ): Promise<ProjectAssignmentsDto> {
    return this.roles.change(organizationId, project, selection, async (requestId) => {
      await this.selections.assertKnown(organizationId, selection, 'included');
      const skipped = await this.members.reachingEverything(organizationId, selection);
      const members = await this.give(organizationId, project, selection, requestId);
      const named = await this.selections.chosenOf(organizationId, selection, roles);
      const given = await this.roles.give(organizationId, project, named, requestId);
      return {
        assignments: new Set([...members, ...given]).size,
        skipped_user_ids: selection.all ? [] : skipped,
      };
    });
  }

  /**
   * @throws NotFoundError for somebody who is no member
   * @throws ValidationFailedError for a member whom a hand cannot remove
   */
  async remove({ organizationId }: Actor, project: number, user: number | undefined): Promise<void> {
    if (user === undefined) throw new ValidationFailedError({ user: ['user must be given'] });
    await this.roles.change(organizationId, project, only(user), async (requestId) => {
      const hold = await this.members.hold(organizationId, project, user);
      if (!hold || !isMember(hold)) throw new NotFoundError(`There is no user ${user} in the project ${project}`);
      const refusal = refusalOfRemoval(hold);
      if (refusal !== null) throw new ValidationFailedError({ user: [refusal] });
      await this.take(organizationId, project, only(user), requestId);
    });
  }

  /** Passes over whom a hand cannot remove. */
  async removeAll({ organizationId }: Actor, project: number, selection: MemberSelection): Promise<UnassignmentsDto> {
    const unassignments = await this.roles.change(organizationId, project, selection, async (requestId) => {
      await this.selections.assertKnown(organizationId, selection, 'included');
      return this.take(organizationId, project, selection, requestId);
    });
    return { unassignments };
  }

  private async give(organizationId: number, project: number, selection: MemberSelection, requestId: string) {
    const added = await this.members.give(organizationId, project, selection, requestId);
    if (added.length > 0) await this.events.publish(new ProjectMembersChanged(organizationId, project, added, []));
    return added;
  }

  private async take(organizationId: number, project: number, selection: MemberSelection, requestId: string) {
    const removed = await this.members.take(organizationId, project, selection, requestId);
    if (removed.length > 0) await this.events.publish(new ProjectMembersChanged(organizationId, project, [], removed));
    return removed.length;
  }

  private async toDtos(organizationId: number, rows: readonly ProjectMemberRow[]): Promise<ProjectMemberUserDto[]> {
    const users = await this.users.lseUsers(
      organizationId,
      rows.map(({ user_id }) => user_id),
    );
    const byId = new Map(rows.map(({ user_id, ...membership }) => [user_id, membership]));
    return users.flatMap((user) => {
      const membership = byId.get(user.id);
      return membership ? [{ ...user, ...membership }] : [];
    });
  }
}
