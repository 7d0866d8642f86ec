import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsMoment } from '../../../platform/http/moment.js';
import { PageQuery } from '../../../platform/http/page.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export class ScimRequestsQuery extends PageQuery {
  /** A status, or a class of them such as `4xx`. */
  @IsOptional()
  @Matches(/^[1-5](\d\d|xx)$/, { message: 'status must be a number such as 404, or a class of them such as 4xx' })
  status?: string;

  @IsOptional()
  @IsIn(METHODS)
  method?: (typeof METHODS)[number];

  /** Requests from this moment on. */
  @IsOptional()
  @IsMoment()
  since?: string;

  /** Requests before this moment. */
  @IsOptional()
  @IsMoment()
  until?: string;

  /** Part of the path, the query, the body, the reason of a refusal, or an id, in any case. */
  @IsOptional()
  @IsString()
  @MaxLength(256)
  search?: string;
}

/** The same filters, without a page. */
export class ScimRequestsFilterQuery extends OmitType(ScimRequestsQuery, ['page', 'page_size'] as const) {}

export class ScimRequestDto {
  /** @example 1207 */
  id: number;
  /** @example "2026-11-21T19:26:37.938Z" */
  received_at: string;
  /** The answer's `X-Request-Id`; the activity log has the changes of the request under it. @example "my-request-1" */
  request_id: string;
  /** The person whose token it was; null when the token was refused. @example 1 */
  user_id: number | null;
  /** @example "198.51.100.7" */
  ip_address: string | null;
  /** @example "Okta SCIM Client 1.0.0" */
  user_agent: string | null;
  /** @example "PATCH" */
  method: string;
  /** @example "/scim/v2/Users/01987a5e-0000-7000-8000-000000000005" */
  path: string;
  /** Decoded, secrets masked. @example null */
  query: string | null;
  /** Secrets masked, and cut to a few thousand characters; null if there was none that could be read. */
  @ApiProperty({
    type: undefined,
    oneOf: [
      { type: 'object', nullable: true },
      { type: 'array', items: {} },
    ],
    example: { Operations: [{ op: 'replace', value: { active: false } }] },
  })
  body: unknown;
  /** Null when the client hung up before the answer. @example 200 */
  status: number | null;
  /** @example null */
  scim_type: string | null;
  /** Why the request was refused. @example null */
  detail: string | null;
  /** @example 14 */
  duration_ms: number;
  @ApiProperty({ nullable: true, type: String, enum: ['User', 'Group', null], example: 'User' })
  resource_type: string | null;
  /** As the client named it: mostly the SCIM id. @example "01987a5e-0000-7000-8000-000000000005" */
  resource_id: string | null;
}

export class ScimRequestPageDto {
  /** Requests on all pages. @example 1 */
  count: number;
  /** URL of the next page. @example null */
  next: string | null;
  /** URL of the page before. @example null */
  previous: string | null;
  results: ScimRequestDto[];
}
