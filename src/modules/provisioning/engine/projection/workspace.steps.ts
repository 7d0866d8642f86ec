import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';

/**
 * CTEs from `scope` to the new workspace memberships: `lost` has those that no mapping gives any more, `gained` those
 * that a mapping newly gives, with the groups that give them. A membership that is also manual outlives its mapping;
 * with `manual_workspace_management` on, every membership does, and counts as manual.
 */
export function workspaceSteps(organizationId: number, mappings: MappingSource): RawBuilder<unknown> {
  return sql`
    desired as (
      select g.user_id, m.workspace_id, array_agg(g.group_id order by g.group_id) as groups
        from scope s
        join group_members g on g.organization_id = s.organization_id and g.user_id = s.user_id
        join ${mappings.workspaces} m on m.group_id = g.group_id
       group by g.user_id, m.workspace_id
    ),
    lost as (
      select w.user_id, w.workspace_id, w.manual or o.manual_workspace_management as stays
        from scope s
        join workspace_memberships w on w.organization_id = s.organization_id and w.user_id = s.user_id and w.mapped
        join organizations o on o.id = ${organizationId}
       where not exists (select from desired d where d.user_id = w.user_id and d.workspace_id = w.workspace_id)
    ),
    gained as (
      select d.user_id, d.workspace_id, d.groups, w.user_id is null as is_new
        from desired d
        left join workspace_memberships w on w.organization_id = ${organizationId} and w.user_id = d.user_id
         and w.workspace_id = d.workspace_id
       where w.mapped is distinct from true
    )`;
}
