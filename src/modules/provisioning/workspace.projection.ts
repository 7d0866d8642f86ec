import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import type { Changed } from './role.projection.js';

/**
 * Brings the workspace memberships of some users to what their groups' mappings say. A membership made by hand, too,
 * outlives its mapping; with `manual_workspace_management` on, every membership does, and counts as made by hand.
 */
export function projectWorkspaces(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  requestId: string,
): RawBuilder<Changed> {
  return sql<Changed>`
    with scope as (${scope}),
    desired as (
      select distinct g.user_id, m.workspace_id
        from scope s
        join group_members g on g.organization_id = ${organizationId} and g.user_id = s.user_id
        join ${mappings.workspaces} m on m.group_id = g.group_id
    ),
    lost as (
      select w.user_id, w.workspace_id, w.manual or o.manual_workspace_management as stays
        from scope s
        join workspace_memberships w on w.organization_id = ${organizationId} and w.user_id = s.user_id and w.mapped
        join organizations o on o.id = w.organization_id
       where not exists (select from desired d where d.user_id = w.user_id and d.workspace_id = w.workspace_id)
    ),
    removed as (
      delete from workspace_memberships w using lost l
       where w.organization_id = ${organizationId} and w.user_id = l.user_id and w.workspace_id = l.workspace_id
         and not l.stays
      returning w.user_id, w.workspace_id
    ),
    kept as (
      update workspace_memberships w set mapped = false, manual = true from lost l
       where w.organization_id = ${organizationId} and w.user_id = l.user_id and w.workspace_id = l.workspace_id
         and l.stays
      returning w.user_id
    ),
    gained as (
      select d.user_id, d.workspace_id, w.user_id is null as is_new
        from desired d
        left join workspace_memberships w on w.organization_id = ${organizationId} and w.user_id = d.user_id
         and w.workspace_id = d.workspace_id
       where w.mapped is distinct from true
    ),
    stored as (
      insert into workspace_memberships (organization_id, user_id, workspace_id, mapped)
      select ${organizationId}::integer, user_id, workspace_id, true from gained
      on conflict (organization_id, user_id, workspace_id) do update set mapped = true
    ),
    logged as (
      insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
      select ${organizationId}::integer, user_id, 'workspace', workspace_id, null, 'member', ${requestId} from gained where is_new
      union all
      select ${organizationId}::integer, user_id, 'workspace', workspace_id, 'member', null, ${requestId} from removed
    )
    select ((select count(*) from removed) + (select count(*) from kept) + (select count(*) from gained))::integer as changed`;
}
