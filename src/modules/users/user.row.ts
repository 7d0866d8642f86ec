import type { Stored } from '../../platform/database/stored.js';
import type { UserTables } from './user.entity.js';

/** A group of a user, as the view `user_groups` shows it. */
export interface UserGroup {
  readonly value: string;
  readonly display: string;
}

/** The contents of the access extension, as the view `user_access` shows them. */
export interface UserAccess {
  readonly role: string;
  readonly roleSource: string;
  readonly workspaces: readonly object[];
  readonly projects: readonly object[];
}

/** A stored account, with the requested parts: groups and access. */
export type UserRow = Pick<
  Stored<UserTables['users']>,
  | 'id'
  | 'scim_id'
  | 'user_name'
  | 'email'
  | 'external_id'
  | 'display_name'
  | 'active'
  | 'is_owner'
  | 'attributes'
  | 'version'
  | 'created_at'
  | 'updated_at'
> & {
  /** Whether SCIM has written the account. */
  readonly provisioned: boolean;
  readonly groups?: readonly UserGroup[] | null;
  readonly access?: UserAccess | null;
};
