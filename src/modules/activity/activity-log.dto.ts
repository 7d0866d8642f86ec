import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, NotEquals } from 'class-validator';
import { FromCommas, FromText, IsId } from '../../platform/http/dto.decorators.js';
import { IsMoment } from '../../platform/http/moment.js';
import { PageQuery, rowsOn, type RowWindow } from '../../platform/http/page.js';
import { ACTIONS } from './recorded-events.js';

/** How many entries one answer may have, even if a client asks for all. */
const MAX_ENTRIES = 10_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Filters the activity log; a missing filter restricts nothing. */
export class ActivityLogFilter {
  /** Only what this user did. @example 5 */
  @IsOptional()
  @IsId()
  user?: number;

  /**
   * Only what changed this user's access, or names them; of the changes of access, only those of this user are shown.
   * @example 5
   */
  @IsOptional()
  @IsId()
  affected_user?: number;

  /** Only entries with one of these actions. @example "group.members-changed,role.set-manually" */
  @IsOptional()
  @FromCommas()
  @IsIn(ACTIONS, { each: true })
  action?: string[];

  /** Only what one request did, by the `X-Request-Id` of its answer. @example "01987a5e-0000-7000-8000-000000000099" */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  request_id?: string;

  /** Only what happened to this project. @example 7 */
  @IsOptional()
  @IsId()
  project?: number;

  /** Only what happened to this workspace. @example 3 */
  @IsOptional()
  @IsId()
  workspace?: number;

  /** @example "POST" */
  @IsOptional()
  @FromCommas()
  @IsIn(METHODS, { each: true })
  method?: string[];

  /** From this moment on. @example "2026-11-01T00:00:00Z" */
  @IsOptional()
  @IsMoment()
  start_date?: string;

  /** Until this moment; a day alone means until its end. @example "2026-11-30" */
  @IsOptional()
  @IsMoment()
  end_date?: string;

  /** Part of a URL, an action, its details or the email of who did it. */
  @IsOptional()
  @IsString()
  search?: string;
}

export class ActivityLogQuery extends ActivityLogFilter {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1, description: 'Page; the first is 1.' })
  @IsOptional()
  @FromText()
  @IsInt()
  @Min(1)
  page = 1;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: -1,
    maximum: MAX_ENTRIES,
    default: 100,
    description: 'Entries of a page; -1 for all, which is the newest 10,000.',
  })
  @IsOptional()
  @FromText()
  @IsInt()
  @Min(-1)
  @NotEquals(0)
  @Max(MAX_ENTRIES)
  page_size = 100;
}

/** The rows of a page. */
export function entriesOn({ page, page_size }: ActivityLogQuery): RowWindow {
  return rowsOn({ page, page_size: page_size === -1 ? MAX_ENTRIES : page_size });
}

export class ChangedUserDto {
  /** @example 5 */
  id: number;
  /** @example "ana@acme.test" */
  email: string | null;
}

export class ChangeTargetDto {
  /** @example 7 */
  id: number;
  /** Null for what is deleted since. @example "Chest X-ray" */
  title: string | null;
}

/** One change of somebody's access that a request caused. */
export class LoggedAccessChangeDto {
  user: ChangedUserDto;
  /** `role`, `workspace` or `project`. @example "project" */
  kind: string;
  /** The workspace or project; null for the organization role. */
  target: ChangeTargetDto | null;
  /** What there was before; `IN` is Inherit, `member` a workspace membership. @example "AN" */
  from: string | null;
  /** @example "RE" */
  to: string | null;
  /** Why somebody has no working role now. */
  reason: string | null;
  /**
   * The causes of exactly this change: the groups that give the new access, or that gave the access that is gone, by
   * their names at that time; `by hand`, or what happened to the account. @example ["group acme-qa"]
   */
  through: string[];
}

/** Restricts the changes of access of an entry. */
export class LoggedAccessChangesQuery extends PageQuery {
  /** Only those of this user. @example 5 */
  @IsOptional()
  @IsId()
  affected_user?: number;
}

export class LoggedAccessChangePageDto {
  count: number;
  next: string | null;
  previous: string | null;
  results: LoggedAccessChangeDto[];
}

export class ActivityExtraDataDto {
  /** @example "group.members-changed" */
  action: string;
  /** @example "scim" */
  channel: string;
  request_id: string | null;
  details: object;
  /** The first 100; `GET /api/activity-logs/{id}/access-changes` has all of them. */
  access_changes: LoggedAccessChangeDto[];
  access_changes_count: number;
}

export class ActivityLogEntryDto {
  id: number;
  datetime: string;
  email: string | null;
  ip_address: string | null;
  request_method: string | null;
  request_url: string | null;
  project_id: number | null;
  organization_id: number;
  extra_data: ActivityExtraDataDto;
}

export class ActivityLogDto {
  data: ActivityLogEntryDto[];
  /** All entries of the organization. */
  recordsTotal: number;
  /** Those that fit the filters. */
  recordsFiltered: number;
}
