import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { ROLES } from '../../engine/rules/roles.js';

export class PreviewQuery {
  /** `next` of the page before, to be sent with the same body. */
  @IsOptional()
  @IsString()
  cursor?: string;
}

class PreviewedUserDto {
  /** @example 5 */
  id: number;
  @ApiProperty({ type: String, nullable: true, example: 'ana@acme.test' })
  email: string | null;
}

class PreviewedRoleDto {
  @ApiProperty({ enum: ROLES, example: 'AN' })
  from: string;
  @ApiProperty({ enum: ROLES, example: 'RE' })
  to: string;
}

class PreviewedWorkspacesDto {
  /** Titles of workspaces that the user would become a member of. @example ["Radiology"] */
  added: string[];
  /** Titles of workspaces that the user would no longer be a member of. @example [] */
  removed: string[];
}

class AddedProjectDto {
  /** @example 7 */
  id: number;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ROLES,
    example: 'RE',
    description: 'what the user may do there then; null while it is pending, and for the Deactivated',
  })
  role: string | null;
}

class RemovedProjectDto {
  /** @example 9 */
  id: number;
}

class ChangedProjectDto {
  /** @example 8 */
  id: number;
  @ApiProperty({ type: String, nullable: true, enum: ROLES, example: 'RE' })
  from: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ROLES, example: 'AN' })
  to: string | null;
}

class PreviewedProjectsDto {
  added: AddedProjectDto[];
  removed: RemovedProjectDto[];
  /** Memberships whose role changes, but not those that merely follow the organization role. */
  changed: ChangedProjectDto[];
}

/** One user whose access would change, with only what would change. */
export class PreviewEntryDto {
  user: PreviewedUserDto;
  role?: PreviewedRoleDto;
  workspaces?: PreviewedWorkspacesDto;
  projects?: PreviewedProjectsDto;
}

export class PreviewDto {
  /**
   * Users whose access was checked: members of the groups whose mappings would change, and users who get a seat.
   * @example 1200
   */
  users_checked: number;
  /** Users whose access would change, on all pages. @example 2 */
  users_changed: number;
  /** Titles of the workspaces that saving would create. @example ["Radiology"] */
  workspaces_created: string[];
  /** Names of the groups that no identity provider has pushed yet. @example ["acme-new"] */
  groups_created: string[];
  /** The first hundred changes in order of the users' ids, or those after the cursor. */
  changes: PreviewEntryDto[];
  /** Cursor of the following changes; absent on the last page. */
  next?: string;
}
