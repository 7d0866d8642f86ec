import type { ScimResource } from '../../scim/index.js';

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
export interface UserRow {
  readonly id: number;
  readonly scim_id: string;
  readonly user_name: string;
  readonly email: string | null;
  readonly external_id: string | null;
  readonly display_name: string | null;
  readonly active: boolean;
  readonly is_owner: boolean;
  readonly attributes: ScimResource;
  readonly version: number;
  readonly provisioned: boolean;
  readonly created_at: string | Date;
  readonly updated_at: string | Date;
  readonly groups?: readonly UserGroup[] | null;
  readonly access?: UserAccess | null;
}
