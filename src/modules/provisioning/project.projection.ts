import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import type { Changed } from './role.projection.js';

/**
 * Brings the project memberships of some users to what their groups' mappings say: the most elevated explicit role and
 * whether any mapping says Inherit. What was given by hand stays beside it; with `manual_project_member_management` on,
 * a membership that no mapping gives any more stays as it was and counts as made by hand.
 */
export function projectProjects(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  requestId: string,
): RawBuilder<Changed> {
  return sql<Changed>`
    with scope as (${scope}),
    desired as (
      select g.user_id, m.project_id,
             role_at(max(role_rank(m.role))) as role, bool_or(m.role = 'IN') as inherits
        from scope s
        join group_members g on g.organization_id = ${organizationId} and g.user_id = s.user_id
        join ${mappings.projects} m on m.group_id = g.group_id
       group by g.user_id, m.project_id
    ),
    lost as (
      select p.user_id, p.project_id, p.mapped_role, p.mapped_inherit, o.manual_project_member_management as counts_as_manual,
             p.manual_role is not null or p.manual_inherit or o.manual_project_member_management as stays
        from scope s
        join project_memberships p on p.organization_id = ${organizationId} and p.user_id = s.user_id
         and (p.mapped_role is not null or p.mapped_inherit)
        join organizations o on o.id = p.organization_id
       where not exists (select from desired d where d.user_id = p.user_id and d.project_id = p.project_id)
    ),
    removed as (
      delete from project_memberships p using lost l
       where p.organization_id = ${organizationId} and p.user_id = l.user_id and p.project_id = l.project_id
         and not l.stays
      returning p.user_id, p.project_id
    ),
    kept as (
      update project_memberships p
         set mapped_role = null, mapped_inherit = false,
             manual_role = case when l.counts_as_manual
               then role_at(greatest(role_rank(p.manual_role), role_rank(l.mapped_role))) else p.manual_role end,
             manual_inherit = p.manual_inherit or (l.counts_as_manual and l.mapped_inherit)
        from lost l
       where p.organization_id = ${organizationId} and p.user_id = l.user_id and p.project_id = l.project_id and l.stays
      returning p.user_id
    ),
    gained as (
      select d.user_id, d.project_id, d.role, d.inherits, p.user_id is null as is_new,
             coalesce(p.mapped_role, case when p.mapped_inherit then 'IN' end) as previous
        from desired d
        left join project_memberships p on p.organization_id = ${organizationId} and p.user_id = d.user_id
         and p.project_id = d.project_id
       where p.user_id is null or (p.mapped_role, p.mapped_inherit) is distinct from (d.role, d.inherits)
    ),
    stored as (
      insert into project_memberships (organization_id, user_id, project_id, mapped_role, mapped_inherit)
      select ${organizationId}::integer, user_id, project_id, role, inherits from gained
      on conflict (organization_id, user_id, project_id)
        do update set mapped_role = excluded.mapped_role, mapped_inherit = excluded.mapped_inherit
    ),
    logged as (
      insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
      select ${organizationId}::integer, user_id, 'project', project_id, previous, coalesce(role, 'IN'), ${requestId}
        from gained
      union all
      select ${organizationId}::integer, r.user_id, 'project', r.project_id, coalesce(l.mapped_role, 'IN'), null, ${requestId}
        from removed r join lost l on l.user_id = r.user_id and l.project_id = r.project_id
    )
    select ((select count(*) from removed) + (select count(*) from kept) + (select count(*) from gained))::integer as changed`;
}
