import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../platform/errors.js';
import { type PageOf, rowsOn, toPage } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import type {
  ReceivedGroupDto,
  ReceivedGroupMemberDto,
  ReceivedGroupMembersQuery,
  ReceivedGroupsQuery,
} from './received-group.dto.js';
import { ReceivedGroupMemberRepository } from './received-group-member.repository.js';
import { ReceivedGroupRepository, type ReceivedGroupRow } from './received-group.repository.js';

function toDto(row: ReceivedGroupRow): ReceivedGroupDto {
  return { ...row, last_pushed_at: row.last_pushed_at && new Date(row.last_pushed_at).toISOString() };
}

/** Shows the groups of the identity provider to an administrator. */
@Injectable()
export class ReceivedGroupsService {
  constructor(
    private readonly groups: ReceivedGroupRepository,
    private readonly groupMembers: ReceivedGroupMemberRepository,
  ) {}

  async page({ organizationId }: Actor, query: ReceivedGroupsQuery): Promise<PageOf<ReceivedGroupDto>> {
    const { search, mapped } = query;
    const filter = { search, mapped: mapped && mapped === 'true' };
    const count = await this.groups.count(organizationId, filter);
    const rows = await this.groups.page(organizationId, filter, rowsOn(query));
    return toPage(rows.map(toDto), count, query);
  }

  async get({ organizationId }: Actor, id: number): Promise<ReceivedGroupDto> {
    return toDto(await this.find(organizationId, id));
  }

  async members(
    { organizationId }: Actor,
    id: number,
    query: ReceivedGroupMembersQuery,
  ): Promise<PageOf<ReceivedGroupMemberDto>> {
    const { member_count } = await this.find(organizationId, id);
    const { search } = query;
    const count = search ? await this.groupMembers.count(organizationId, id, search) : member_count;
    return toPage(await this.groupMembers.page(organizationId, id, { search, ...rowsOn(query) }), count, query);
  }

  private async find(organizationId: number, id: number): Promise<ReceivedGroupRow> {
    const row = await this.groups.find(organizationId, id);
    if (!row) throw new NotFoundError(`There is no group ${id}`);
    return row;
  }
}
