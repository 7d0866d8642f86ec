import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';

/** A user as LSE's clients read it. `id` is for REST, `scim_id` the same person's id over SCIM. */
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
}
