/** Mapped groups, row by row; what they are mapped to is in lists of the same length. */
interface Rows {
  readonly groupIds: readonly number[];
}

export interface RoleRows extends Rows {
  /** Codes of organization roles. */
  readonly roles: readonly string[];
}

export interface WorkspaceRows extends Rows {
  readonly workspaceIds: readonly number[];
}

export interface ProjectRows extends Rows {
  readonly projectIds: readonly number[];
  /** `RE`, `AN`, or `IN` for Inherit. */
  readonly roles: readonly string[];
}

/** Settings with ids in place of names; a missing list stays as it is stored. */
export interface MappingRows {
  readonly roles: RoleRows | undefined;
  readonly workspaces: WorkspaceRows | undefined;
  readonly projects: ProjectRows | undefined;
}
