import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_ROLES, PROJECT_ROLES } from './role-names.js';

class ProjectGroupDto {
  /** @example 7 */
  project_id: number;
  /** @example "acme-qa" */
  group: string;
  @ApiProperty({ enum: Object.keys(PROJECT_ROLES), example: 'Inherit' })
  role: string;
}

const PAIRS = { type: 'array', items: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 } } as const;

/** LSE's three lists. */
export class ScimSettingsDto {
  @ApiProperty({
    ...PAIRS,
    description: `[role, group]; the role is one of ${Object.keys(ORGANIZATION_ROLES).join(', ')}`,
    example: [['Reviewer', 'acme-qa']],
    required: false,
  })
  roles_groups?: [string, string][];

  @ApiProperty({
    ...PAIRS,
    description: '[workspace title, group]; an unknown title creates the workspace',
    example: [['Radiology', 'acme-radiology']],
    required: false,
  })
  workspaces_groups?: [string, string][];

  @ApiProperty({ type: [ProjectGroupDto], required: false })
  projects_groups?: ProjectGroupDto[];
}

/** Lists to store. Each is replaced as a whole if it is given, and left alone if it is not. */
export class SaveScimSettingsDto extends ScimSettingsDto {}
