import { ApiProperty } from '@nestjs/swagger';
import { Equals, IsIn, IsOptional } from 'class-validator';
import { FromCommas, IfGiven, IsId, IsTruth, RefusesFilters } from '../../../../platform/http/dto.decorators.js';
import { LseUserDto } from '../../../users/index.js';
import { MembersQuery } from '../members-query.dto.js';
import { type GivenRole, REASONS, ROLE_SOURCES, ROLES } from '../../engine/rules/roles.js';

/** Roles that can be given manually: all but the Owner's. */
const GIVEN_ROLES = ROLES.filter((role) => role !== 'OW');

@RefusesFilters('tags', 'user__last_activity__gte', 'user__last_activity__lte')
export class MembershipsQuery extends MembersQuery {
  /** Who was removed is in no list. */
  @IfGiven()
  @IsTruth()
  @Equals(false, { message: 'Members who were removed cannot be listed' })
  is_deleted?: boolean;

  /** Only users whose role comes from one of these. @example "scim,manual" */
  @IsOptional()
  @FromCommas()
  @IsIn(ROLE_SOURCES, { each: true })
  role_source?: string[];

  /** Only users who have no working role for one of these reasons. @example "waiting_for_seat" */
  @IsOptional()
  @FromCommas()
  @IsIn(REASONS, { each: true })
  reason?: string[];

  /** Leaves out users who were given this project, or are in its workspace. */
  @IsOptional()
  @IsId()
  exclude_project_id?: number;

  /** Leaves out users who are in this workspace. */
  @IsOptional()
  @IsId()
  exclude_workspace_id?: number;
}

/** A user of the organization, with their role in it. */
export class MembershipDto {
  /** @example 5 */
  id: number;
  /** @example 1 */
  organization: number;
  /** @example "RE" */
  role: string;
  /** Where the role comes from: `owner`, `scim`, `manual` or `default`. @example "scim" */
  role_source: string;
  /** Why the role is not a working role; null if it is one. */
  @ApiProperty({ nullable: true, type: String, enum: [...REASONS, null], example: null })
  reason: string | null;
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
