import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../../../platform/http/dto.decorators.js';
import { Trimmed } from '../../../platform/trimmed.decorator.js';

/** A user as LSE's clients read it. `id` is the id in REST, `scim_id` that of the same user in SCIM. */
export class LseUserDto {
  /** @example 5 */
  id: number;
  /** @example "01987a5e-0000-7000-8000-000000000005" */
  scim_id: string;
  /** @example "ana@acme.test" */
  username: string;
  /** @example "ana@acme.test" */
  email: string | null;
  first_name: string;
  last_name: string;
  initials: string;
  phone: string;
  date_joined: string;
  active_organization: number;
}

export class CreateUserDto {
  @Trimmed()
  @IsEmail({ require_tld: false })
  @MaxLength(1000)
  email: string;

  @IsOptional()
  @IsString()
  @MaxLength(256)
  username?: string;

  @IsOptional()
  @IsString()
  @MaxLength(256)
  first_name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(256)
  last_name?: string;

  /** @example "+49 30 901820" */
  @IsOptional()
  @IsString()
  @MaxLength(256)
  phone?: string;
}

export class UpdateUserDto {
  @IfGiven()
  @IsString()
  @MaxLength(256)
  first_name?: string;

  @IfGiven()
  @IsString()
  @MaxLength(256)
  last_name?: string;

  /** Empty for none. @example "+49 30 901820" */
  @IfGiven()
  @IsString()
  @MaxLength(256)
  phone?: string;

  /** May be sent, but not changed: the identity provider renames accounts. */
  @IfGiven()
  @IsString()
  email?: string;

  /** As `email`. */
  @IfGiven()
  @IsString()
  username?: string;
}

export class OrganizationMembershipDto {
  /** @example 1 */
  organization_id: number;
  /** @example "AN" */
  role: string;
  active: boolean;
}

/** The caller, with their place in the organization. */
export class WhoAmIDto extends LseUserDto {
  org_membership: OrganizationMembershipDto[];
}
