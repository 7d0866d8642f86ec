import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/request-context.js';
import type { ActivityLogDto, ActivityLogEntryDto, ActivityLogQuery } from './activity-log.dto.js';
import { ActivityLogRepository, type ActivityLogRow } from './activity-log.repository.js';
import { causesOf } from './causes.js';

function toDto(row: ActivityLogRow, organizationId: number): ActivityLogEntryDto {
  const { action, channel, request_id, details, changes, change_count } = row;
  const through = causesOf(action, row.groups);
  return {
    id: row.id,
    datetime: new Date(row.occurred_at).toISOString(),
    email: row.email,
    ip_address: row.ip_address,
    request_method: row.method,
    request_url: row.url,
    project_id: typeof details.projectId === 'number' ? details.projectId : null,
    organization_id: organizationId,
    extra_data: {
      action,
      channel,
      request_id,
      details,
      access_changes: changes.map((change) => ({ ...change, through })),
      access_changes_count: change_count,
    },
  };
}

/** Who did what and when, and what it did to people's access. */
@Injectable()
export class ActivityLogService {
  constructor(private readonly log: ActivityLogRepository) {}

  async page({ organizationId }: Actor, query: ActivityLogQuery): Promise<ActivityLogDto> {
    const rows = await this.log.page(organizationId, query);
    return {
      data: rows.map((row) => toDto(row, organizationId)),
      recordsTotal: await this.log.count(organizationId, {}),
      recordsFiltered: await this.log.count(organizationId, query),
    };
  }
}
