/** A reason for a role: a mapped group, or a decision by hand. */
export type RoleGrant =
  | { readonly kind: 'mapping'; readonly group: string; readonly role: string }
  | { readonly kind: 'manual'; readonly role: string }
  | { readonly kind: 'default'; readonly role: string };

export type WorkspaceGrant = { readonly kind: 'mapping'; readonly group: string } | { readonly kind: 'manual' };

export type ProjectGrant =
  | { readonly kind: 'mapping'; readonly group: string; readonly role: string }
  | { readonly kind: 'workspace'; readonly workspace: number }
  | { readonly kind: 'manual'; readonly role: string };

/** Everything that a user may do, and every reason for it. */
export interface UserAccess {
  readonly user: { readonly id: number; readonly scim_id: string; readonly email: string | null };
  readonly role: string;
  readonly role_source: string;
  readonly reason: string | null;
  readonly role_grants: readonly RoleGrant[];
  /** An Owner's or Administrator's access to everything stands here instead of in lists of everything. */
  readonly all_workspaces?: true;
  readonly all_projects?: true;
  readonly workspaces: readonly {
    readonly id: number;
    readonly title: string;
    readonly grants: readonly WorkspaceGrant[];
  }[];
  readonly projects: readonly {
    readonly id: number;
    readonly title: string;
    readonly role: string | null;
    readonly state: 'active' | 'pending';
    readonly grants: readonly ProjectGrant[];
  }[];
}
