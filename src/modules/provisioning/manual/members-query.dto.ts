import { IsIn, IsOptional, IsString } from 'class-validator';
import { FromCommas, IsIds } from '../../../platform/http/dto.decorators.js';
import { PageQuery } from '../../../platform/http/page.js';
import { ROLES } from '../engine/rules/roles.js';
import { MEMBER_ORDERINGS } from './member-filter.js';
import { USER_TYPES } from './member-selection.dto.js';

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

  /** What to sort by; a leading minus reverses the order. @example "-id" */
  @IsOptional()
  @IsIn(MEMBER_ORDERINGS)
  ordering?: string;

  /** Everybody here is of LSE's type `standard`. @example "standard" */
  @IsOptional()
  @FromCommas()
  @IsIn(USER_TYPES, { each: true })
  user_type?: string[];
}
