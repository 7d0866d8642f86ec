import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ScimRequestDto } from './scim-request.dto.js';

/** Days of the longest statement; requests are mostly kept for a shorter time. */
const MAX_DAYS = 90;

export class ConnectionStatusQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_DAYS,
    default: 14,
    description: 'Days to count, today being the last.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_DAYS)
  days = 14;
}

/** A request without its body and its owner. */
export class ServedRequestDto extends PickType(ScimRequestDto, [
  'id',
  'received_at',
  'method',
  'path',
  'status',
  'scim_type',
  'detail',
  'duration_ms',
  'user_agent',
  'resource_type',
  'resource_id',
] as const) {}

/** One day in UTC. */
export class RequestsOfDayDto {
  @ApiProperty({ format: 'date', example: '2026-11-21' })
  date: string;
  /** @example 212 */
  requests: number;
  /** Those that were refused or failed: a status of 400 or more. @example 3 */
  errors: number;
  /** Those among the errors that were the server's fault: a status of 500 or more. @example 0 */
  errors_server: number;
}

export class ConnectionStatusDto {
  /** Time of the oldest stored request; null before the first. @example "2026-11-08T08:01:12.004Z" */
  first_request_at: string | null;
  /** The newest of all; null before the first. */
  last_request: ServedRequestDto | null;
  /** The newest with a status of 400 or more; null if there is none. */
  last_error: ServedRequestDto | null;
  /** Whether a group has come from the identity provider and still exists; placeholders do not count. @example true */
  group_pushed: boolean;
  /** Whether a mapping names a group, pushed or not. @example true */
  group_mapped: boolean;
  /** Every requested day, also those without requests; the oldest first, today last. */
  days: RequestsOfDayDto[];
}
