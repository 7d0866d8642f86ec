import { IsOptional } from 'class-validator';
import { IsId } from '../../../../platform/http/dto.decorators.js';
import { LseUserDto } from '../../../users/index.js';

export class AddWorkspaceMemberDto {
  /** @example 5 */
  @IsId()
  user: number;

  /** Repeats the id in the path; clients send it, and it changes nothing. @example 3 */
  @IsOptional()
  @IsId()
  workspace?: number;
}

export class AddedWorkspaceMemberDto {
  /** @example 5 */
  user: number;
  /** @example 3 */
  workspace: number;
}

export class WorkspaceMemberDto {
  /** @example 3 */
  workspace: number;
  user: LseUserDto;
}

export class UserPageDto {
  count: number;
  next: string | null;
  previous: string | null;
  results: LseUserDto[];
}

export class AssignmentsDto {
  /** Users who were given a manual grant that they did not have before. @example 2 */
  assignments: number;
}
