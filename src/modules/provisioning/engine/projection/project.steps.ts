import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';

/**
 * CTEs from `scope` to the new project memberships. The mapped part is the most elevated explicit role and whether any
 * mapping says Inherit; the manual part stays beside it. `lost` has the memberships that no mapping gives any more,
 * with what is left as manual: with `manual_project_member_management` on, everything. `gained` has those to which
 * mappings now give something else, with `grants`: for each group the role, two letters, and the id.
 */
export function projectSteps(organizationId: number, mappings: MappingSource): RawBuilder<unknown> {
  return sql`
    desired as (
      select g.user_id, m.project_id,
             role_at(max(role_rank(m.role))) as role, bool_or(m.role = 'IN') as inherits,
             array_agg(m.role || g.group_id order by g.group_id, m.role) as grants
        from scope s
        join group_members g on g.organization_id = s.organization_id and g.user_id = s.user_id
        join ${mappings.projects} m on m.group_id = g.group_id
       group by g.user_id, m.project_id
    ),
    unmapped as (
      select p.user_id, p.project_id, p.mapped_role, p.mapped_inherit, p.manual_role, p.manual_inherit,
             case when o.manual_project_member_management
               then elevated(p.manual_role, p.mapped_role) else p.manual_role end as left_role,
             p.manual_inherit or (o.manual_project_member_management and p.mapped_inherit) as left_inherit
        from scope s
        join project_memberships p on p.organization_id = s.organization_id and p.user_id = s.user_id
         and (p.mapped_role is not null or p.mapped_inherit)
        join organizations o on o.id = ${organizationId}
       where not exists (select from desired d where d.user_id = p.user_id and d.project_id = p.project_id)
    ),
    lost as (
      select u.*, u.left_role is not null or u.left_inherit as stays from unmapped u
    ),
    gained as (
      select d.user_id, d.project_id, d.role, d.inherits, d.grants, p.user_id is null as is_new,
             p.mapped_role, p.mapped_inherit, p.manual_role, p.manual_inherit
        from desired d
        left join project_memberships p on p.organization_id = ${organizationId} and p.user_id = d.user_id
         and p.project_id = d.project_id
       where p.user_id is null or (p.mapped_role, p.mapped_inherit) is distinct from (d.role, d.inherits)
    )`;
}
