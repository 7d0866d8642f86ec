import { IsBoolean, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IfGiven, IsId } from '../../platform/http/dto.decorators.js';

export class CreateProjectDto {
  /** @example "Chest X-ray" */
  @IsString()
  @Length(1, 1000)
  title: string;

  @IsOptional()
  @IsString()
  description?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(16)
  color?: string | null;

  /** Id of the workspace that the project lives in. @example 3 */
  @IsOptional()
  @IsId()
  workspace?: number | null;

  @IfGiven()
  @IsBoolean()
  is_published?: boolean;
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
  created_by: number | null;
  created_at: string;
}

export class ProjectPageDto {
  count: number;
  next: string | null;
  previous: string | null;
  results: ProjectDto[];
}
