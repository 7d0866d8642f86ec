import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../platform/errors.js';
import { type PageOf, rowsOn, toPage } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import type {
  ActivityLogDto,
  ActivityLogEntryDto,
  ActivityLogQuery,
  LoggedAccessChangeDto,
  LoggedAccessChangesQuery,
} from './activity-log.dto.js';
import { ActivityLogRepository, type ActivityLogRow } from './activity-log.repository.js';
import { throughOf } from './causes.js';
import { type LoggedAccessChange, LoggedAccessChangesRepository } from './logged-access-changes.repository.js';

function toChange({ causes, ...change }: LoggedAccessChange): LoggedAccessChangeDto {
  return { ...change, through: throughOf(causes) };
}

function toDto(row: ActivityLogRow, organizationId: number): ActivityLogEntryDto {
  const { action, channel, request_id, details, changes, change_count } = row;
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
      access_changes: changes.map(toChange),
      access_changes_count: change_count,
    },
  };
}

/** Shows who did what and when, and what it did to users' access. */
@Injectable()
export class ActivityLogService {
  constructor(
    private readonly log: ActivityLogRepository,
    private readonly changes: LoggedAccessChangesRepository,
  ) {}

  async page({ organizationId }: Actor, query: ActivityLogQuery): Promise<ActivityLogDto> {
    const rows = await this.log.page(organizationId, query);
    return {
      data: rows.map((row) => toDto(row, organizationId)),
      recordsTotal: await this.log.count(organizationId, {}),
      recordsFiltered: await this.log.count(organizationId, query),
    };
  }

  /**
   * One page of the changes of access of an entry; the log itself shows only the first ones.
   *
   * @throws NotFoundError for an entry that the organization does not have
   */
  async changesOf(
    { organizationId }: Actor,
    id: number,
    query: LoggedAccessChangesQuery,
  ): Promise<PageOf<LoggedAccessChangeDto>> {
    const found = await this.changes.page(organizationId, id, query, rowsOn(query));
    if (!found) throw new NotFoundError(`There is no entry ${id} in the activity log`);
    return toPage(found.changes.map(toChange), found.total, query);
  }
}
