import { sql, type RawBuilder } from 'kysely';
import type { FormerMappings } from '../../../../events/index.js';

/**
 * A cause of changed access other than a group: an event of an account, a manual edit (`hand`), a free seat, a check of
 * everybody.
 */
export type Circumstance =
  | 'account_created'
  | 'account_deactivated'
  | 'account_reactivated'
  | 'account_deleted'
  | 'sign_in'
  | 'hand'
  | 'seat'
  | 'workspace_deleted'
  | 'project_deleted'
  | 'reconciliation';

/** Grants that existed until just now: pairs of a user and a group, and what the groups are or were mapped to. */
export interface FormerGrants {
  /** Rows of `user_id`, `group_id`. */
  readonly members: RawBuilder<unknown>;
  /** Rows of `group_id`, `role`. */
  readonly roles: RawBuilder<unknown>;
  /** Rows of `group_id`, `workspace_id`. */
  readonly workspaces: RawBuilder<unknown>;
  /** Rows of `group_id`, `project_id`, `role`. */
  readonly projects: RawBuilder<unknown>;
}

/** Why access is evaluated, where the result alone does not tell. */
export interface Occasion {
  readonly circumstance?: Circumstance;
  readonly former: FormerGrants;
}

const NO_GRANTS: FormerGrants = {
  members: sql`(select null::integer as user_id, null::integer as group_id where false)`,
  roles: sql`(select null::integer as group_id, null::text as role where false)`,
  workspaces: sql`(select null::integer as group_id, null::integer as workspace_id where false)`,
  projects: sql`(select null::integer as group_id, null::integer as project_id, null::text as role where false)`,
};

/** The occasion when something other than groups or mappings has changed. */
export function circumstance(of: Circumstance): Occasion {
  return { circumstance: of, former: NO_GRANTS };
}

/** The occasion when users have joined or left a group; its mappings are unchanged. */
export function changedMembers(organizationId: number, groupId: number, leftUserIds: readonly number[]): Occasion {
  if (leftUserIds.length === 0) return { former: NO_GRANTS };
  const mapped = sql`where organization_id = ${organizationId} and group_id = ${groupId}`;
  return {
    former: {
      members: sql`(select user_id, ${groupId}::integer as group_id from unnest(${[...leftUserIds]}::integer[]) as u (user_id))`,
      roles: sql`(select group_id, role from role_mappings ${mapped})`,
      workspaces: sql`(select group_id, workspace_id from workspace_mappings ${mapped})`,
      projects: sql`(select group_id, project_id, role from project_mappings ${mapped})`,
    },
  };
}

/** The occasion when mappings have changed; the members of their groups are unchanged. */
export function changedMappings(organizationId: number, { roles, workspaces, projects }: FormerMappings): Occasion {
  const list = <Row, Value>(rows: readonly Row[], value: (row: Row) => Value) => rows.map(value);
  const groups = (rows: readonly { groupId: number }[]) => list(rows, ({ groupId }) => groupId);
  const all = [...new Set(groups([...roles, ...workspaces, ...projects]))];
  if (all.length === 0) return { former: NO_GRANTS };
  return {
    former: {
      members: sql`(select user_id, group_id from group_members
        where organization_id = ${organizationId} and group_id = any(${all}::integer[]))`,
      roles: sql`unnest(${groups(roles)}::integer[], ${list(roles, ({ role }) => role)}::text[])`,
      workspaces: sql`unnest(${groups(workspaces)}::integer[],
        ${list(workspaces, ({ workspaceId }) => workspaceId)}::integer[])`,
      projects: sql`unnest(${groups(projects)}::integer[], ${list(projects, ({ projectId }) => projectId)}::integer[],
        ${list(projects, ({ role }) => role)}::text[])`,
    },
  };
}
