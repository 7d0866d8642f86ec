import { IsBoolean, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';

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
  @IsInt()
  workspace?: number | null;

  @IsOptional()
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
