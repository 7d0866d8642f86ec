import { Injectable } from '@nestjs/common';
import { type PageOf, toPage } from '../../../../platform/http/page.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { type LseUserDto, UserDirectory } from '../../../users/index.js';
import { type Container, workspaceOf } from '../container.js';
import { MemberEdits } from '../member-edits.service.js';
import { windowOf } from '../member-filter.js';
import { type MemberSelection, only } from '../member-selection.js';
import type { UnassignmentsDto } from '../member-selection.dto.js';
import type { MembersQuery } from '../members-query.dto.js';
import type { AddedWorkspaceMemberDto, AssignmentsDto, WorkspaceMemberDto } from './workspace-members.dto.js';
import { WorkspaceMembersRepository } from './workspace-members.repository.js';

/** Members of workspaces. What is given and taken here is manual, beside what groups give. */
@Injectable()
export class WorkspaceMembersService {
  constructor(
    private readonly members: WorkspaceMembersRepository,
    private readonly edits: MemberEdits,
    private readonly users: UserDirectory,
  ) {}

  async list(actor: Actor, id: number): Promise<WorkspaceMemberDto[]> {
    const workspace = workspaceOf(actor, id);
    await this.edits.assertExists(workspace);
    const users = await this.users.lseUsers(actor.organizationId, await this.members.list(workspace, {}));
    return users.map((user) => ({ workspace: id, user }));
  }

  async page(actor: Actor, id: number, query: MembersQuery): Promise<PageOf<LseUserDto>> {
    const workspace = workspaceOf(actor, id);
    await this.edits.assertExists(workspace);
    const count = await this.members.count(workspace, query);
    const ids = await this.members.list(workspace, query, windowOf(query));
    return toPage(await this.users.lseUsers(actor.organizationId, ids), count, query);
  }

  async add(actor: Actor, workspace: number, user: number): Promise<AddedWorkspaceMemberDto> {
    await this.give(workspaceOf(actor, workspace), only(user), 'user');
    return { user, workspace };
  }

  async addAll(actor: Actor, id: number, selection: MemberSelection): Promise<AssignmentsDto> {
    return { assignments: await this.give(workspaceOf(actor, id), selection, 'included') };
  }

  /** Like `MemberEdits.remove`. */
  async remove(actor: Actor, id: number, user: number | undefined): Promise<void> {
    await this.edits.remove(workspaceOf(actor, id), user, 'user_id');
  }

  /** Skips users who cannot be removed manually. */
  async removeAll(actor: Actor, id: number, selection: MemberSelection): Promise<UnassignmentsDto> {
    return { unassignments: await this.edits.removeAll(workspaceOf(actor, id), selection) };
  }

  private async give(workspace: Container<'workspace'>, selection: MemberSelection, field: string): Promise<number> {
    return this.edits.changeKnown(workspace, selection, field, async (requestId) => {
      const given = await this.members.give(workspace, selection, requestId);
      await this.edits.publishChanges(workspace, given, []);
      return given.length;
    });
  }
}
