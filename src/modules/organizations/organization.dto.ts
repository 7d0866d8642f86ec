import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Length, Max, Min } from 'class-validator';
import { EmptyIsNull, FromText, IfGiven, IsTruth, NullClears } from '../../platform/http/dto.decorators.js';
import { Trimmed } from '../../platform/trimmed.decorator.js';

/** Roles that a new account may be given (LSE's codes). */
export const DEFAULT_ROLES = ['AD', 'MA', 'RE', 'AN', 'NO', 'DI'] as const;
export type DefaultRole = (typeof DEFAULT_ROLES)[number];

const MAX_SEATS = 2_147_483_647;

export class SeatsDto {
  /** Seats that the organization may use; null means no limit. */
  limit: number | null;
  /** Users with a working role. */
  used: number;
  /** Users who wait for a seat. */
  waiting: number;
}

export class OrganizationSummaryDto {
  /** @example 1 */
  id: number;
  /** @example "Acme Labs" */
  title: string;
  contact_info: string | null;
  created_at: string;
}

/** Whether what a group gave stays when it goes; LSE's clients read the switches here. */
export class ManualManagementDto {
  manual_role_management: boolean;
  manual_workspace_management: boolean;
  manual_project_member_management: boolean;
}

export class UserSeatsCheckDto {
  /** Users with a working role. @example 12 */
  count: number;
  /** Seats; null means no limit. @example 20 */
  limit: number | null;
  /** Whether no seat is free. */
  reached: boolean;
}

export class BillingChecksDto {
  users: UserSeatsCheckDto;
  /** Always true: nothing here switches an organization off. */
  organization_is_active: boolean;
}

export class BillingInfoDto {
  billing_checks: BillingChecksDto;
  billing_flags: ManualManagementDto;
}

export class OrganizationDto extends OrganizationSummaryDto {
  /** Role of new accounts. @example "AN" */
  default_role: string;
  seat_limit: number | null;
  manual_role_management: boolean;
  manual_workspace_management: boolean;
  manual_project_member_management: boolean;
  seats: SeatsDto;
  billing: ManualManagementDto;
}

/** The organization after a change of its default role; LSE's clients look for its id under this name here. */
export class OrganizationDefaultRoleDto extends OrganizationDto {
  /** @example 1 */
  organization: number;
}

export class UpdateOrganizationDto {
  @IfGiven()
  @Trimmed()
  @Length(1, 1000)
  title?: string;

  /** Given to accounts that are created or reactivated from now on; others keep their role. */
  @IfGiven()
  @IsIn(DEFAULT_ROLES)
  default_role?: DefaultRole;

  /** Users who may have a working role; null lifts the limit. Lowering it below use takes nobody's seat away. */
  @ApiProperty({ type: 'integer' })
  @NullClears()
  @EmptyIsNull()
  @FromText()
  @IsInt()
  @Min(0)
  @Max(MAX_SEATS)
  seat_limit?: number | null;

  /** On: a user who loses the last group that gave a role keeps that role. Off: they are deactivated. */
  @IfGiven()
  @IsTruth()
  manual_role_management?: boolean;

  /** On: a user who loses the last group that gave a workspace stays in it. */
  @IfGiven()
  @IsTruth()
  manual_workspace_management?: boolean;

  /** On: a user who loses the last group that gave a project stays in it. */
  @IfGiven()
  @IsTruth()
  manual_project_member_management?: boolean;
}

export class SetDefaultRoleDto {
  @IsIn(DEFAULT_ROLES)
  default_role: DefaultRole;
}
