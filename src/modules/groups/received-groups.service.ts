import { Injectable } from '@nestjs/common';
import { type PageOf, toPage } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import type { ReceivedGroupDto, ReceivedGroupsQuery } from './received-group.dto.js';
import { ReceivedGroupRepository, type ReceivedGroupRow } from './received-group.repository.js';

function toDto(row: ReceivedGroupRow): ReceivedGroupDto {
  return { ...row, last_pushed_at: row.last_pushed_at && new Date(row.last_pushed_at).toISOString() };
}

/** The groups of the identity provider, as an administrator looks them over. */
@Injectable()
export class ReceivedGroupsService {
  constructor(private readonly groups: ReceivedGroupRepository) {}

  async page({ organizationId }: Actor, query: ReceivedGroupsQuery): Promise<PageOf<ReceivedGroupDto>> {
    const { search, mapped } = query;
    const filter = { search, mapped: mapped && mapped === 'true' };
    const count = await this.groups.count(organizationId, filter);
    const rows = await this.groups.page(organizationId, filter, { offset: query.offset, limit: query.page_size });
    return toPage(rows.map(toDto), count, query);
  }
}
