import { sql } from 'kysely';
import type { PreviewEntryDto } from '../../src/modules/provisioning/access-api/preview/preview.dto.js';
import type { Database } from '../../src/platform/database/database.js';

interface ProjectRow {
  readonly id: number;
  /** Mapped and manual grants together, as text. */
  readonly grants: string;
  /** The role in the published view; for the Owner and Administrators, their own role. */
  readonly role: string | null;
}

/** The stored access of one user. */
interface AccessRow {
  readonly id: number;
  readonly email: string | null;
  readonly role: string;
  readonly workspaces: readonly string[];
  readonly projects: readonly ProjectRow[];
}

/** Everybody's stored access, sorted by user id. */
export async function accessRows(database: Database, organizationId: number): Promise<AccessRow[]> {
  return database.rows<AccessRow>(sql`
    select u.id, u.email, a.role,
           (select coalesce(jsonb_agg(w.title order by w.title), '[]')
              from workspace_memberships m join workspaces w on w.id = m.workspace_id
             where m.organization_id = u.organization_id and m.user_id = u.id) as workspaces,
           (select coalesce(jsonb_agg(jsonb_build_object('id', m.project_id,
                     'grants', concat(role_at(greatest(role_rank(m.mapped_role), role_rank(m.manual_role))),
                                      m.mapped_inherit or m.manual_inherit),
                     'role', case when a.role in ('OW', 'AD') then a.role else e.role end) order by m.project_id), '[]')
              from project_memberships m
              left join project_access e on e.organization_id = m.organization_id and e.user_id = m.user_id
               and e.project_id = m.project_id
             where m.organization_id = u.organization_id and m.user_id = u.id) as projects
      from users u join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
     where u.organization_id = ${organizationId} order by u.id`);
}

function projectChanges(before: readonly ProjectRow[], after: readonly ProjectRow[]) {
  const previous = new Map(before.map((project) => [project.id, project]));
  const left = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !previous.has(id)).map(({ id, role }) => ({ id, role })),
    removed: before.filter(({ id }) => !left.has(id)).map(({ id }) => ({ id })),
    changed: after.flatMap(({ id, role, grants }) => {
      const was = previous.get(id);
      return !was || was.grants === grants || was.role === role ? [] : [{ id, from: was.role, to: role }];
    }),
  };
}

function entryOf(before: AccessRow, after: AccessRow): PreviewEntryDto {
  const workspaces = {
    added: after.workspaces.filter((title) => !before.workspaces.includes(title)),
    removed: before.workspaces.filter((title) => !after.workspaces.includes(title)),
  };
  const projects = projectChanges(before.projects, after.projects);
  const isChange = (part: object) => Object.values(part).flat().length > 0;
  return {
    user: { id: after.id, email: after.email },
    ...(before.role === after.role ? {} : { role: { from: before.role, to: after.role } }),
    ...(isChange(workspaces) ? { workspaces } : {}),
    ...(isChange(projects) ? { projects } : {}),
  };
}

/** The changes between two states of the same users, in the form of a preview. */
export function changesBetween(before: readonly AccessRow[], after: readonly AccessRow[]): PreviewEntryDto[] {
  return before
    .flatMap((row, at) => {
      const later = after[at];
      return later ? [entryOf(row, later)] : [];
    })
    .filter((entry) => Object.keys(entry).length > 1);
}

/**
 * A fingerprint of every table, by name: something that only reads must not change any. Two tables are left out,
 * because they record reading: the log of SCIM requests, and when everybody's access was checked.
 */
export async function fingerprints(database: Database): Promise<Record<string, string>> {
  const tables = await database.rows<{ name: string }>(sql`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' 
       and table_name not in ('scim_requests', 'reconciliations') order by table_name`);
  const entries = [];
  for (const { name } of tables) {
    const row = await database.row<{ print: string }>(sql`
      select concat(count(*), ' ', md5(string_agg(t::text, ',' order by t::text))) as print from ${sql.table(name)} t`);
    entries.push([name, row?.print ?? ''] as const);
  }
  return Object.fromEntries(entries);
}
