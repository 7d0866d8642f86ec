import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { FitsIndex, IfGiven, IsId, IsTruth, NullClears } from '../../platform/http/dto.decorators.js';
import { Trimmed } from '../../platform/trimmed.decorator.js';
import { CONTAINER_ORDERINGS } from './container-ordering.js';

export class WorkspacesQuery {
  @IfGiven()
  @IsTruth()
  is_archived?: boolean;

  /** Only personal workspaces, or only the others. */
  @IfGiven()
  @IsTruth()
  is_personal?: boolean;

  /** What to sort by; a minus in front turns it around. @example "-title" */
  @IsOptional()
  @IsIn(CONTAINER_ORDERINGS)
  ordering?: string;
}

export class CreateWorkspaceDto {
  /** @example "Radiology" */
  @Trimmed()
  @IsString()
  @Length(1, 1000)
  @FitsIndex()
  title: string;

  @NullClears()
  @IsString()
  description?: string | null;

  @NullClears()
  @IsString()
  @MaxLength(16)
  color?: string | null;

  @IfGiven()
  @IsTruth()
  is_archived?: boolean;
}

export class UpdateWorkspaceDto {
  /** Mappings follow the workspace, whatever it is called. @example "Radiology" */
  @IfGiven()
  @Trimmed()
  @IsString()
  @Length(1, 1000)
  @FitsIndex()
  title?: string;

  @NullClears()
  @IsString()
  description?: string | null;

  @NullClears()
  @IsString()
  @MaxLength(16)
  color?: string | null;

  @IfGiven()
  @IsTruth()
  is_archived?: boolean;
}

export class WorkspaceDto {
  /** @example 3 */
  id: number;
  /** @example "Radiology" */
  title: string;
  description: string | null;
  color: string | null;
  is_personal: boolean;
  is_archived: boolean;
  created_by: number | null;
  projects_count: number;
}

/** Names a project; in the body, or in the query of a DELETE. */
export class ProjectOfWorkspaceDto {
  /** Id of the project. @example 7 */
  @IsId()
  project: number;
}

/** Like `ProjectOfWorkspaceDto`, but optional, because the other place may name the project. */
export class MaybeProjectDto {
  @IsOptional()
  @IsId()
  project?: number;
}

export class PlacedProjectDto {
  /** @example 7 */
  project: number;
  /** @example 3 */
  workspace: number;
}
