import { IsIn, IsOptional, IsString } from 'class-validator';
import { FromCommas, IsId, IsIds } from '../../../platform/http/dto.decorators.js';
import { PageQuery } from '../../../platform/http/page.js';
import { LseUserDto } from '../../users/index.js';
import { MEMBER_ORDERINGS } from './member-filter.js';
import { type GivenRole, ROLES } from '../rules/roles.js';

/** Roles that a hand may give: every one but the Owner's. */
const GIVEN_ROLES = ROLES.filter((role) => role !== 'OW');

export class MembersQuery extends PageQuery {
  /** Only these users. @example "5,6" */
  @IsOptional()
  @IsIds()
  ids?: number[];

  /** Part of a name, userName or email. @example "ana" */
  @IsOptional()
  @IsString()
  search?: string;

  /** Only users with one of these roles. @example "AN,RE" */
  @IsOptional()
  @FromCommas()
  @IsIn(ROLES, { each: true })
  role?: string[];

  /** What to sort by; a minus in front turns it around. @example "-id" */
  @IsOptional()
  @IsIn(MEMBER_ORDERINGS)
  ordering?: string;
}

export class MembershipsQuery extends MembersQuery {
  /** Leaves out who was given this project, or is in its workspace. */
  @IsOptional()
  @IsId()
  exclude_project_id?: number;

  /** Leaves out who is in this workspace. */
  @IsOptional()
  @IsId()
  exclude_workspace_id?: number;
}

/** Somebody in the organization, with the role that they have there. */
export class MembershipDto {
  /** @example 5 */
  id: number;
  /** @example 1 */
  organization: number;
  /** @example "RE" */
  role: string;
  /** Where the role comes from: `owner`, `scim`, `manual` or `default`. @example "scim" */
  role_source: string;
  created_at: string;
  user: LseUserDto;
}

export class MembershipPageDto {
  count: number;
  next: string | null;
  previous: string | null;
  results: MembershipDto[];
}

export class SetRoleDto {
  /** @example 5 */
  @IsId()
  user_id: number;

  /** @example "RE" */
  @IsIn(GIVEN_ROLES)
  role: GivenRole;
}
