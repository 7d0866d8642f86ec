import { sql, type RawBuilder } from 'kysely';
import { causesOf, groupCauses } from './cause.js';
import { loggedChanges } from './logged-changes.js';
import type { MappingSource } from './mapping-source.js';
import type { Occasion } from './occasion.js';
import { projectSteps } from './project.steps.js';
import type { Changed } from './role.projection.js';
import { scopeOf } from './scope.js';

/**
 * Rows `x` of a set of `grants`, as `projectSteps` makes them; of the explicit roles, only the most elevated one
 * counts.
 */
const GRANTS = sql`from (
  select group_id, role from (
    select right(given, -2)::integer as group_id, left(given, 2) as role,
           role_rank(left(given, 2)) < max(role_rank(left(given, 2))) over () as is_outranked
      from unnest(sets.grants) as grants (given)) as ranked
   where is_outranked is not true) x`;

/**
 * What the log says of a row `r`, with the organization role in `a`: an explicit role, or Inherit alone. Of both the more
 * elevated role counts.
 */
function loggedRole(time: 'old' | 'new'): RawBuilder<unknown> {
  const [role, inherits] = [sql.ref(`r.${time}_role`), sql.ref(`r.${time}_inherits`)];
  return sql`case when ${role} is null then 'IN' when ${inherits} then elevated(${role}, a.role) else ${role} end`;
}

/**
 * CTEs from `gained` and `lost` to `caused`: what users have now, mapped and manual together, what they had before, and
 * through which groups: those that give it now, or those that gave it until just now.
 */
function causeSteps(organizationId: number, { circumstance, former }: Occasion): RawBuilder<unknown> {
  return sql`
    left_by as (
      select l.user_id, l.project_id, array_agg(f.role || f.group_id order by f.group_id, f.role) as grants
        from lost l
        join ${former.members} m (user_id, group_id) on m.user_id = l.user_id
        join ${former.projects} f (group_id, project_id, role) on f.group_id = m.group_id and f.project_id = l.project_id
       group by l.user_id, l.project_id
    ),
    results as (
      select user_id, project_id, grants, not is_new as was, true as stays,
             elevated(mapped_role, manual_role) as old_role, mapped_inherit or manual_inherit as old_inherits,
             elevated(role, manual_role) as new_role, inherits or coalesce(manual_inherit, false) as new_inherits
        from gained
      union all
      select l.user_id, l.project_id, b.grants, true, l.stays,
             elevated(l.mapped_role, l.manual_role), l.mapped_inherit or l.manual_inherit, l.left_role, l.left_inherit
        from lost l left join left_by b on b.user_id = l.user_id and b.project_id = l.project_id
    ),
    changes as (
      select * from (
        select r.user_id, r.project_id, r.grants,
               case when r.was then ${loggedRole('old')} end as previous,
               case when r.stays then ${loggedRole('new')} end as current
          from results r
          join scope s on s.user_id = r.user_id
          join role_assignments a on a.organization_id = s.organization_id and a.user_id = s.user_id) as compared
       where previous is distinct from current
    ),
    named as materialized (
      select grants, ${groupCauses(organizationId, GRANTS)} as causes
        from (select distinct grants from changes where grants is not null) as sets
    ),
    caused as (
      select c.user_id, c.project_id as target_id, c.previous, c.current, null::text as reason,
             ${causesOf(circumstance)} || coalesce(n.causes, '[]') as causes
        from changes c left join named n on n.grants = c.grants
    )`;
}

/**
 * Brings the project memberships of some users into line with the mappings of their groups, and logs what users have as
 * a result, and through which groups.
 */
export function projectProjects(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  occasion: Occasion,
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
    ${causeSteps(organizationId, occasion)},
    ${loggedChanges({ organizationId, kind: 'project', requestId }, sql`select * from caused`)}
    select ((select count(*) from removed) + (select count(*) from kept) + (select count(*) from gained))::integer as changed`;
}
