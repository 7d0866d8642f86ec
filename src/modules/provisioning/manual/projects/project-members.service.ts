import { Injectable } from '@nestjs/common';
import { type PageOf, toPage } from '../../../../platform/http/page.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { type LseUserDto, UserDirectory } from '../../../users/index.js';
import { type Container, projectOf } from '../container.js';
import { MemberEdits } from '../member-edits.service.js';
import { windowOf } from '../member-filter.js';
import { type MemberSelection, only } from '../member-selection.js';
import type { UnassignmentsDto } from '../member-selection.dto.js';
import { MemberSelectionRepository } from '../member-selection.repository.js';
import type {
  ProjectAssignmentsDto,
  ProjectMemberDto,
  ProjectMemberSelectionDto,
  ProjectMembersQuery,
  ProjectMemberUserDto,
} from './project-members.dto.js';
import { type ProjectMemberRow, ProjectMembersRepository } from './project-members.repository.js';
import { ProjectRolesService } from './project-roles.service.js';
import { withAccounts } from '../with-accounts.js';

/** Members of projects. What is given and taken here is manual, beside what groups give. */
@Injectable()
export class ProjectMembersService {
  constructor(
    private readonly members: ProjectMembersRepository,
    private readonly roles: ProjectRolesService,
    private readonly edits: MemberEdits,
    private readonly selections: MemberSelectionRepository,
    private readonly users: UserDirectory,
  ) {}

  async list(actor: Actor, id: number, ids?: readonly number[]): Promise<LseUserDto[]> {
    const project = projectOf(actor, id);
    await this.edits.assertExists(project);
    return this.toDtos(actor, await this.members.list(project, { ids }));
  }

  async page(actor: Actor, id: number, query: ProjectMembersQuery): Promise<PageOf<ProjectMemberUserDto>> {
    const project = projectOf(actor, id);
    await this.edits.assertExists(project);
    const count = await this.members.count(project, query);
    const rows = await this.members.list(project, query, windowOf(query));
    return toPage(await this.toDtos(actor, rows), count, query);
  }

  /** @throws ValidationFailedError for an unknown user, and for one who is in every project by their role */
  async add(actor: Actor, id: number, user: number): Promise<ProjectMemberDto> {
    const project = projectOf(actor, id);
    await this.roles.changeOne(project, user, (requestId) => this.give(project, only(user), requestId));
    return { user };
  }

  /** Skips users who cannot be given anything manually, and returns who they are. */
  async addAll(
    actor: Actor,
    id: number,
    { roles = [], ...selection }: ProjectMemberSelectionDto,
  ): Promise<ProjectAssignmentsDto> {
    const project = projectOf(actor, id);
    return this.edits.changeKnown(project, selection, 'included', async (requestId) => {
      const skipped = await this.members.reachingEverything(project, selection);
      const members = await this.give(project, selection, requestId);
      const named = await this.selections.chosenOf(actor.organizationId, selection, roles);
      const given = await this.roles.give(project, named, requestId);
      return {
        assignments: new Set([...members, ...given]).size,
        skipped_user_ids: selection.all ? [] : skipped,
      };
    });
  }

  /** Like `MemberEdits.remove`. */
  async remove(actor: Actor, id: number, user: number | undefined): Promise<void> {
    await this.edits.remove(projectOf(actor, id), user, 'user');
  }

  /** Skips users who cannot be removed manually. */
  async removeAll(actor: Actor, id: number, selection: MemberSelection): Promise<UnassignmentsDto> {
    return { unassignments: await this.edits.removeAll(projectOf(actor, id), selection) };
  }

  private async give(project: Container<'project'>, selection: MemberSelection, requestId: string): Promise<number[]> {
    const given = await this.members.give(project, selection, requestId);
    await this.edits.publishChanges(project, given, []);
    return given;
  }

  private async toDtos({ organizationId }: Actor, rows: readonly ProjectMemberRow[]): Promise<ProjectMemberUserDto[]> {
    const members = await withAccounts(this.users, organizationId, rows);
    return members.map(([user, { user_id: _, ...membership }]) => ({ ...user, ...membership }));
  }
}
