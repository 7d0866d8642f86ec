import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page.js';

export class ReceivedGroupsQuery extends PageQuery {
  /** Part of the name or of the identity provider's own id, in any case. */
  @IsOptional()
  @IsString()
  @MaxLength(256)
  search?: string;

  /** `true` for groups that some mapping names, `false` for those that none does. */
  @IsOptional()
  @IsIn(['true', 'false'])
  mapped?: 'true' | 'false';
}

export class ReceivedGroupMembersQuery extends PageQuery {
  /** Part of a name, userName or email, in any case. */
  @IsOptional()
  @IsString()
  @MaxLength(256)
  search?: string;
}

export class ReceivedGroupDto {
  /** @example 4 */
  id: number;
  /** The id of the same group over SCIM. @example "01987a5e-0000-7000-8000-000000000004" */
  scim_id: string;
  /** @example "acme-reviewers" */
  display_name: string;
  /** The identity provider's own id. @example "00g1acmereviewers" */
  external_id: string | null;
  /** @example 12 */
  member_count: number;
  /** Whether the group is known by name only, because a mapping names it. @example false */
  placeholder: boolean;
  /** Whether some mapping names the group. @example true */
  mapped: boolean;
  /** When the identity provider last wrote the group; null for a placeholder. @example "2026-11-21T19:26:37.938Z" */
  last_pushed_at: string | null;
}

export class ReceivedGroupPageDto {
  /** Groups on all pages. @example 1 */
  count: number;
  /** URL of the next page. @example null */
  next: string | null;
  /** URL of the page before. @example null */
  previous: string | null;
  results: ReceivedGroupDto[];
}

/** Somebody in a group. */
export class ReceivedGroupMemberDto {
  /** @example 5 */
  id: number;
  /** @example "01987a5e-0000-7000-8000-000000000005" */
  scim_id: string;
  /** @example "ana@acme.test" */
  email: string | null;
  /** @example "ana@acme.test" */
  username: string;
  /** Empty if there is none. @example "Ana" */
  first_name: string;
  /** Empty if there is none. @example "Diaz" */
  last_name: string;
  /** Whether the identity provider has the account active. @example true */
  active: boolean;
}

export class ReceivedGroupMemberPageDto {
  /** Members on all pages. @example 1 */
  count: number;
  /** URL of the next page. @example null */
  next: string | null;
  /** URL of the page before. @example null */
  previous: string | null;
  results: ReceivedGroupMemberDto[];
}

/** A group that somebody is in. */
export class GroupOfUserDto {
  /** @example 4 */
  id: number;
  /** @example "01987a5e-0000-7000-8000-000000000004" */
  scim_id: string;
  /** @example "acme-reviewers" */
  display_name: string;
  /** The identity provider's own id. @example "00g1acmereviewers" */
  external_id: string | null;
  /** Whether some mapping names the group. @example true */
  mapped: boolean;
}
