import { sql, type RawBuilder } from 'kysely';
import type { ContainerKind } from './container.js';
import { EXPLICIT_ROLE } from './explicit-role.js';

type Fragment = RawBuilder<unknown>;

/** How memberships of one kind of container are stored: names of tables, and SQL about a row `m` of `memberships`. */
export interface MembershipTables {
  readonly containers: Fragment;
  readonly memberships: Fragment;
  readonly mappings: Fragment;
  /** The column of `memberships` and of `mappings` that points at the container. */
  readonly container: Fragment;
  /** Whether anything was given manually. */
  readonly isManual: Fragment;
  /** Whether a mapping gives anything. */
  readonly isMapped: Fragment;
  /** The value for the membership in the log of changes of access. */
  readonly logged: Fragment;
  /** The same for what mappings alone give; null for nothing. */
  readonly loggedIfMapped: Fragment;
  /** The assignments after `set` that remove everything manual. */
  readonly nothingManual: Fragment;
  /** Whether the user `u` is a member of the container's workspace. */
  readonly throughWorkspace: (containerId: number) => Fragment;
}

const WORKSPACES: MembershipTables = {
  containers: sql`workspaces`,
  memberships: sql`workspace_memberships`,
  mappings: sql`workspace_mappings`,
  container: sql`workspace_id`,
  isManual: sql`m.manual`,
  isMapped: sql`m.mapped`,
  logged: sql`'member'`,
  loggedIfMapped: sql`case when m.mapped then 'member' end`,
  nothingManual: sql`manual = false`,
  throughWorkspace: () => sql`false`,
};

const PROJECTS: MembershipTables = {
  containers: sql`projects`,
  memberships: sql`project_memberships`,
  mappings: sql`project_mappings`,
  container: sql`project_id`,
  isManual: sql`(m.manual_role is not null or m.manual_inherit)`,
  isMapped: sql`(m.mapped_role is not null or m.mapped_inherit)`,
  logged: sql`coalesce(${EXPLICIT_ROLE}, 'IN')`,
  loggedIfMapped: sql`coalesce(m.mapped_role, case when m.mapped_inherit then 'IN' end)`,
  nothingManual: sql`manual_role = null, manual_inherit = false`,
  throughWorkspace: (projectId) => sql`
    exists (select from projects p join workspace_memberships w on w.organization_id = p.organization_id
               and w.workspace_id = p.workspace_id
             where p.organization_id = u.organization_id and p.id = ${projectId} and w.user_id = u.id)`,
};

/** The tables of each kind of container. */
export const MEMBERSHIP_TABLES: Readonly<Record<ContainerKind, MembershipTables>> = {
  workspace: WORKSPACES,
  project: PROJECTS,
};
