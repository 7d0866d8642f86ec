import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import { projectSteps } from './project.steps.js';
import type { Changed } from './role.projection.js';
import { scopeOf } from './scope.js';

/** Brings the project memberships of some users to what their groups' mappings say, and logs what mappings gave and took. */
export function projectProjects(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  requestId: string,
): RawBuilder<Changed> {
  return sql<Changed>`
    with ${scopeOf(organizationId, scope)}, ${projectSteps(organizationId, mappings)},
    removed as (
      delete from project_memberships p using lost l
       where p.organization_id = ${organizationId} and p.user_id = l.user_id and p.project_id = l.project_id
         and not l.stays
      returning p.user_id, p.project_id
    ),
    kept as (
      update project_memberships p
         set mapped_role = null, mapped_inherit = false, manual_role = l.left_role, manual_inherit = l.left_inherit
        from lost l
       where p.organization_id = ${organizationId} and p.user_id = l.user_id and p.project_id = l.project_id and l.stays
      returning p.user_id
    ),
    stored as (
      insert into project_memberships (organization_id, user_id, project_id, mapped_role, mapped_inherit)
      select ${organizationId}::integer, user_id, project_id, role, inherits from gained
      on conflict (organization_id, user_id, project_id)
        do update set mapped_role = excluded.mapped_role, mapped_inherit = excluded.mapped_inherit
    ),
    logged as (
      insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
      select ${organizationId}::integer, user_id, 'project', project_id,
             coalesce(mapped_role, case when mapped_inherit then 'IN' end), coalesce(role, 'IN'), ${requestId}
        from gained
      union all
      select ${organizationId}::integer, r.user_id, 'project', r.project_id, coalesce(l.mapped_role, 'IN'), null, ${requestId}
        from removed r join lost l on l.user_id = r.user_id and l.project_id = r.project_id
    )
    select ((select count(*) from removed) + (select count(*) from kept) + (select count(*) from gained))::integer as changed`;
}
