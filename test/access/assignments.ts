import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';
import type { Model } from './model/model.js';
import type { ModelUser } from './model/model-state.js';
import type { ProjectGrants } from './model/resolve-projects.js';

/** Everything that is stored of users, by name: the whole state that a transition depends on, not only its result. */
export type Assignments = Readonly<Record<string, object>>;

function grants(given: ProjectGrants | null): object {
  return { role: given?.role ?? null, inherits: given?.inherits ?? false };
}

function storedBy({ name, base, activationRole, decision, workspaces, projects }: ModelUser): object {
  return {
    name,
    base,
    activation_role: activationRole,
    mapped_role: decision?.mappedRole ?? null,
    role: decision?.role,
    role_source: decision?.roleSource,
    reason: decision?.reason,
    workspaces: Object.fromEntries(workspaces),
    projects: Object.fromEntries(
      [...projects].map(([title, { mapped, manual }]) => [title, { mapped: grants(mapped), manual: grants(manual) }]),
    ),
  };
}

/** The assignments in a model. */
export function assignmentsInModel({ users }: Model): Assignments {
  return Object.fromEntries([...users.values()].map((user) => [user.name, storedBy(user)]));
}

/** The assignments of an organization in the database. */
export async function assignmentsInDatabase(database: Database, organizationId: number): Promise<Assignments> {
  const rows = await database.rows<{ name: string }>(sql`
    select u.user_name as name, a.activation_role, a.mapped_role, a.role, a.role_source, a.reason,
           case when a.base_role is not null
             then jsonb_build_object('role', a.base_role, 'source', a.base_role_source) end as base,
           (select coalesce(jsonb_object_agg(w.title, jsonb_build_object('mapped', m.mapped, 'manual', m.manual)), '{}')
              from workspace_memberships m join workspaces w on w.id = m.workspace_id
             where m.organization_id = a.organization_id and m.user_id = a.user_id) as workspaces,
           (select coalesce(jsonb_object_agg(p.title, jsonb_build_object(
                     'mapped', jsonb_build_object('role', m.mapped_role, 'inherits', m.mapped_inherit),
                     'manual', jsonb_build_object('role', m.manual_role, 'inherits', m.manual_inherit))), '{}')
              from project_memberships m join projects p on p.id = m.project_id
             where m.organization_id = a.organization_id and m.user_id = a.user_id) as projects
      from role_assignments a join users u on u.organization_id = a.organization_id and u.id = a.user_id
     where a.organization_id = ${organizationId}`);
  return Object.fromEntries(rows.map((row) => [row.name, row]));
}
