import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IfGiven, IsId, IsIds, IsTruth, RefusesFilters } from '../../../../platform/http/dto.decorators.js';
import { LseUserDto } from '../../../users/index.js';
import { MemberSelectionDto } from '../member-selection.dto.js';
import { MembersQuery } from '../members-query.dto.js';
import type { ProjectRole } from '../../engine/rules/roles.js';

/** Roles that can be given manually in a project. */
const PROJECT_ROLES: readonly ProjectRole[] = ['AN', 'RE'];

@RefusesFilters('tags', 'last_activity__gte', 'last_activity__lte')
export class ProjectMembersQuery extends MembersQuery {
  /** Only users who are members by their workspace or their role, or only the others. */
  @IfGiven()
  @IsTruth()
  implicit?: boolean;

  /** Leaves out Annotators of the project. */
  @IfGiven()
  @IsTruth()
  no_annotators?: boolean;
}

export class ProjectMembersListQuery {
  /** Only these users. @example "5,6" */
  @IsOptional()
  @IsIds()
  user_ids?: number[];
}

export class ProjectMemberDto {
  /** @example 5 */
  @IsId()
  user: number;
}

export class UserRoleDto {
  /** @example 5 */
  @IsId()
  user_id: number;

  /** @example "RE" */
  @IsIn(PROJECT_ROLES)
  role: ProjectRole;
}

class GivenProjectRolesDto {
  /** Explicit roles of some of the selected users. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => UserRoleDto)
  roles?: UserRoleDto[];
}

export class ProjectMemberSelectionDto extends IntersectionType(MemberSelectionDto, GivenProjectRolesDto) {}

/** A user in a project, with what makes them a member. */
export class ProjectMemberUserDto extends LseUserDto {
  /** Whether only their workspace or their organization role makes them a member. */
  implicit_member: boolean;
  /** Their explicit role in the project; without one their organization role counts. @example "RE" */
  project_role: string | null;
  /** `scim` or `manual`. @example "scim" */
  project_role_source: string | null;
}

export class ProjectMemberPageDto {
  count: number;
  next: string | null;
  previous: string | null;
  results: ProjectMemberUserDto[];
}

export class ProjectAssignmentsDto {
  /** Users who were given a manual grant that they did not have before. @example 2 */
  assignments: number;
  /** Named users who cannot be given anything: the Owner and Administrators. @example [1] */
  skipped_user_ids: number[];
}

export class ProjectRolesQuery {
  /** Only roles in these projects. @example "7,8" */
  @IsOptional()
  @IsIds()
  ids?: number[];
}

export class GiveProjectRoleDto {
  /** @example 7 */
  @IsId()
  project: number;

  /** @example 5 */
  @IsId()
  user: number;

  /** @example "RE" */
  @IsIn(PROJECT_ROLES)
  role: ProjectRole;
}

/** An explicit role in a project; without one, a user acts with their organization role. */
export class ProjectRoleDto {
  /** @example 21 */
  id: number;
  /** @example 7 */
  project: number;
  /** @example 5 */
  user: number;
  /** @example "RE" */
  role: string;
  /** `scim` or `manual`. @example "manual" */
  role_source: string;
}
