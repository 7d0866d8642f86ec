import type { RoleGrant } from '../../engine/rules/explain.js';
import type { Reason, Role, RoleSource } from '../../engine/rules/roles.js';

export type WorkspaceGrant = { readonly kind: 'mapping'; readonly group: string } | { readonly kind: 'manual' };

export type ProjectGrant =
  | { readonly kind: 'mapping'; readonly group: string; readonly role: string }
  | { readonly kind: 'workspace'; readonly workspace: number }
  | { readonly kind: 'manual'; readonly role: string };

/** Everything that a user may do, and every reason for it. */
export interface UserAccess {
  readonly user: { readonly id: number; readonly scim_id: string; readonly email: string | null };
  readonly role: Role;
  readonly role_source: RoleSource;
  readonly reason: Reason | null;
  readonly role_grants: readonly RoleGrant[];
  /** Set for the Owner and Administrators, who have access to everything, instead of lists of everything. */
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
    readonly role: Role | null;
    readonly state: 'active' | 'pending';
    readonly grants: readonly ProjectGrant[];
  }[];
}
