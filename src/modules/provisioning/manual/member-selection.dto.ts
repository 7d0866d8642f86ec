import { IsIn, IsOptional, IsString } from 'class-validator';
import { FromCommas, IfGiven, IsId, IsIds, IsTruth, RefusesFilters } from '../../../platform/http/dto.decorators.js';
import { ROLES } from '../engine/rules/roles.js';

/** The only one of LSE's kinds of seat that exists here. */
export const USER_TYPES = ['standard'];

/** Several users at once: everybody who matches the filters, or the named users, without the excluded ones. */
@RefusesFilters('tags', 'last_activity__gte', 'last_activity__lte')
export class MemberSelectionDto {
  /** Everybody, instead of those in `included`. */
  @IfGiven()
  @IsTruth()
  all?: boolean;

  /** @example [999999999] */
  @IsOptional()
  @IsIds()
  included?: number[] | null;

  /** @example [7] */
  @IsOptional()
  @IsIds()
  excluded?: number[] | null;

  /** With `all`: only these. Without: the same as `included`. */
  @IsOptional()
  @IsIds()
  ids?: number[];

  /** With `all`: part of a name, userName or email. */
  @IsOptional()
  @IsString()
  search?: string;

  /** With `all`: only users with one of these organization roles. @example "AN,RE" */
  @IsOptional()
  @FromCommas()
  @IsIn(ROLES, { each: true })
  role?: string[];

  /** Everybody here is of LSE's type `standard`. @example "standard" */
  @IsOptional()
  @FromCommas()
  @IsIn(USER_TYPES, { each: true })
  user_type?: string[];
}

/** A user, named in a body or in the query of a DELETE, by either name. */
export class MaybeUserDto {
  @IsOptional()
  @IsId()
  user?: number;

  @IsOptional()
  @IsId()
  user_id?: number;
}

export class UnassignmentsDto {
  /** Users whose manual grant was taken. @example 2 */
  unassignments: number;
}
