import { IsOptional, IsString, Length } from 'class-validator';
import { IsMoment } from '../../platform/http/moment.js';

export class CreateAccessTokenDto {
  /** @example "Okta" */
  @IsString()
  @Length(1, 200)
  name: string;

  /** Moment from which the token is no longer accepted; without it the token does not expire. @example "2027-11-21T00:00:00Z" */
  @IsOptional()
  @IsMoment()
  expires_at?: string | null;
}

export class AccessTokenDto {
  id: number;
  name: string;
  /** First characters of the token. @example "rc_8fkQ" */
  prefix: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

export class IssuedAccessTokenDto extends AccessTokenDto {
  /** The secret; it is shown this once. */
  token: string;
}
