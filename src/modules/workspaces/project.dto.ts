import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { EmptyIsNull, IfGiven, IsId, IsIds, IsTruth, NullClears } from '../../platform/http/dto.decorators.js';
import { PageQuery } from '../../platform/http/page.js';
import { Trimmed } from '../../platform/trimmed.decorator.js';
import { CONTAINER_ORDERINGS } from './container-ordering.js';
import type { ProjectRow } from './project.repository.js';

export class ProjectsQuery extends PageQuery {
  /** Only these projects. @example "7,8" */
  @IsOptional()
  @IsIds()
  ids?: number[];

  /** Only projects of these workspaces. @example "3" */
  @IsOptional()
  @IsIds()
  workspaces?: number[];

  /** Part of a title or description. */
  @IsOptional()
  @IsString()
  search?: string;

  /** Part of a title. */
  @IsOptional()
  @IsString()
  title?: string;

  /** Only archived projects, of which there are none, or only the others. */
  @IfGiven()
  @IsTruth()
  archived?: boolean;

  /** What to sort by; a minus in front turns it around. @example "-id" */
  @IsOptional()
  @IsIn(CONTAINER_ORDERINGS)
  ordering?: string;
}

export class CreateProjectDto {
  /** @example "Chest X-ray" */
  @Trimmed()
  @IsString()
  @Length(1, 1000)
  title: string;

  @NullClears()
  @IsString()
  description?: string | null;

  @NullClears()
  @IsString()
  @MaxLength(16)
  color?: string | null;

  /** Id of the workspace that the project lives in. @example 3 */
  @NullClears()
  @EmptyIsNull()
  @IsId()
  workspace?: number | null;

  @IfGiven()
  @IsTruth()
  is_published?: boolean;
}

export class UpdateProjectDto {
  /** @example "Chest X-ray" */
  @IfGiven()
  @Trimmed()
  @IsString()
  @Length(1, 1000)
  title?: string;

  @NullClears()
  @IsString()
  description?: string | null;

  @NullClears()
  @IsString()
  @MaxLength(16)
  color?: string | null;

  /** Id of the workspace to move the project to; null takes it out of all. @example 3 */
  @NullClears()
  @EmptyIsNull()
  @IsId()
  workspace?: number | null;

  @IfGiven()
  @IsTruth()
  is_published?: boolean;
}

/** The creator of a project. */
export class ProjectCreatorDto {
  /** @example 1 */
  id: number;
  /** @example "ana@acme.test" */
  username: string;
  /** @example "ana@acme.test" */
  email: string | null;
  first_name: string;
  last_name: string;
}

export class ProjectDto {
  /** @example 7 */
  id: number;
  /** @example "Chest X-ray" */
  title: string;
  description: string | null;
  color: string | null;
  organization: number;
  workspace: number | null;
  workspace_title: string | null;
  is_published: boolean;
  created_by: ProjectCreatorDto | null;
  created_at: string;
}

export class ProjectPageDto {
  count: number;
  next: string | null;
  previous: string | null;
  results: ProjectDto[];
}

/** A project in LSE's form. */
export function toProjectDto(row: ProjectRow): ProjectDto {
  const { id, title, description, color, workspace_title, is_published, created_by } = row;
  return {
    id,
    title,
    description,
    color,
    organization: row.organization_id,
    workspace: row.workspace_id,
    workspace_title,
    is_published,
    created_by,
    created_at: new Date(row.created_at).toISOString(),
  };
}
