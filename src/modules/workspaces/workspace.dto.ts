import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { FitsIndex } from '../../platform/http/dto.decorators.js';

export class CreateWorkspaceDto {
  /** @example "Radiology" */
  @IsString()
  @Length(1, 1000)
  @FitsIndex()
  title: string;

  @IsOptional()
  @IsString()
  description?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(16)
  color?: string | null;
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
