import { sql, type RawBuilder } from 'kysely';
import { causesOf, groupCauses } from './cause.js';
import { loggedChanges } from './logged-changes.js';
import type { MappingSource } from './mapping-source.js';
import type { Occasion } from './occasion.js';
import type { Changed } from './role.projection.js';
import { scopeOf } from './scope.js';
import { workspaceSteps } from './workspace.steps.js';

/**
 * CTEs from `gained`, `lost` and `removed` to `caused`: who joined and who left, and through which groups: those that
 * give the workspace now, or those that gave it until just now.
 */
function causeSteps(organizationId: number, { circumstance, former }: Occasion): RawBuilder<unknown> {
  return sql`
    left_by as (
      select l.user_id, l.workspace_id, array_agg(f.group_id order by f.group_id) as groups
        from lost l
        join ${former.members} m (user_id, group_id) on m.user_id = l.user_id
        join ${former.workspaces} f (group_id, workspace_id) on f.group_id = m.group_id and f.workspace_id = l.workspace_id
       group by l.user_id, l.workspace_id
    ),
    changes as (
      select user_id, workspace_id, null as previous, 'member' as current, groups from gained where is_new
      union all
      select r.user_id, r.workspace_id, 'member', null, l.groups
        from removed r left join left_by l on l.user_id = r.user_id and l.workspace_id = r.workspace_id
    ),
    named as materialized (
      select groups, ${groupCauses(organizationId, sql`from (select unnest(sets.groups) as group_id, null::text as role) x`)} as causes
        from (select distinct groups from changes where groups is not null) as sets
    ),
    caused as (
      select c.user_id, c.workspace_id as target_id, c.previous, c.current, null::text as reason,
             ${causesOf(circumstance)} || coalesce(n.causes, '[]') as causes
        from changes c left join named n on n.groups = c.groups
    )`;
}

/**
 * Brings the workspace memberships of some users into line with the mappings of their groups, and logs who joined and
 * who left, and through which groups.
 */
export function projectWorkspaces(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  occasion: Occasion,
  requestId: string,
): RawBuilder<Changed> {
  return sql<Changed>`
    with ${scopeOf(organizationId, scope)}, ${workspaceSteps(organizationId, mappings)},
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
    stored as (
      insert into workspace_memberships (organization_id, user_id, workspace_id, mapped)
      select ${organizationId}::integer, user_id, workspace_id, true from gained
      on conflict (organization_id, user_id, workspace_id) do update set mapped = true
    ),
    ${causeSteps(organizationId, occasion)},
    ${loggedChanges({ organizationId, kind: 'workspace', requestId }, sql`select * from caused`)}
    select ((select count(*) from removed) + (select count(*) from kept) + (select count(*) from gained))::integer as changed`;
}
