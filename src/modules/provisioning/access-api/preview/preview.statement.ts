import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from '../../engine/projection/mapping-source.js';
import type { PreviewEntryDto } from './preview.dto.js';
import { projectSteps } from '../../engine/projection/project.steps.js';
import { isDifferentFrom, roleDecisions } from '../../engine/projection/role.projection.js';
import { scopeOf } from '../../engine/projection/scope.js';
import { workspaceSteps } from '../../engine/projection/workspace.steps.js';

/** The users to evaluate, the mappings to use, and which of the changes to show. */
export interface PreviewQuestion {
  readonly organizationId: number;
  /** A query that yields `user_id`. */
  readonly scope: RawBuilder<unknown>;
  readonly mappings: MappingSource;
  /** Titles of workspaces that do not exist yet, by the ids that `mappings` has for them. */
  readonly newWorkspaces: readonly { readonly id: number; readonly name: string }[];
  /** Only users with a higher id are shown; the totals are those of all. */
  readonly after: number;
  /** How many users to show at most. */
  readonly limit: number;
}

/** What evaluating would change. */
export interface PreviewResult {
  readonly users_checked: number;
  readonly users_changed: number;
  /** How many rows are wrong, including those that no user would notice. */
  readonly drift: number;
  readonly changes: PreviewEntryDto[];
  readonly has_more: boolean;
}

/** CTEs with each role and membership that is wrong: what it is, and what it would be. */
function differences(organizationId: number, mappings: MappingSource): RawBuilder<unknown> {
  return sql`
    differing as materialized (
      select d.user_id, d.previous, d.role from decided d
        join role_assignments a on a.organization_id = d.organization_id and a.user_id = d.user_id
       where ${isDifferentFrom(sql`d`)}
    ),
    workspace_changes as materialized (
      with ${workspaceSteps(organizationId, mappings)}
      select user_id, workspace_id, true as was_member, stays as is_member from lost
      union all
      select user_id, workspace_id, not is_new, true from gained
    ),
    grants as materialized (
      with ${projectSteps(organizationId, mappings)}
      select user_id, project_id, true as was_member, stays as is_member,
             elevated_rank(mapped_role, manual_role) as old_rank, mapped_inherit or manual_inherit as old_inherits,
             role_rank(left_role) as new_rank, left_inherit as new_inherits from lost
      union all
      select user_id, project_id, not is_new, true,
             elevated_rank(mapped_role, manual_role), mapped_inherit or manual_inherit,
             elevated_rank(role, manual_role), inherits or coalesce(manual_inherit, false) from gained
    ),
    project_changes as materialized (
      select * from (
        select g.user_id, g.project_id, g.was_member, g.is_member,
               (old_rank, old_inherits) is distinct from (new_rank, new_inherits) as is_regranted,
               effective_project_role(a.role, old_rank, old_inherits) as "from",
               effective_project_role(coalesce(d.role, a.role), new_rank, new_inherits) as "to"
          from grants g
          join role_assignments a on a.organization_id = ${organizationId} and a.user_id = g.user_id
          left join differing d on d.user_id = g.user_id) as regranted
       where was_member <> is_member or (is_regranted and "from" is distinct from "to")
    )`;
}

/**
 * CTEs with the users on the page, each with the parts of the entry that change. A page is a range of the changed
 * users, so that finding its rows needs no join.
 */
function entries({ organizationId, newWorkspaces, after, limit }: PreviewQuestion): RawBuilder<unknown> {
  const [ids, titles] = [newWorkspaces.map(({ id }) => id), newWorkspaces.map(({ name }) => name)];
  const isOnPage = sql`user_id > ${after} and user_id <= (select max(user_id) from page)`;
  return sql`
    changed as materialized (
      select user_id from differing where previous <> role
      union select user_id from workspace_changes where was_member <> is_member
      union select user_id from project_changes
    ),
    page as materialized (
      select user_id from changed where user_id > ${after} order by user_id limit ${limit}
    ),
    titles as materialized (
      select id, title from workspaces where organization_id = ${organizationId}
      union all
      select id, title from unnest(${ids}::integer[], ${titles}::text[]) as n (id, title)
    ),
    parts as materialized (
      select user_id, jsonb_build_object('role', jsonb_build_object('from', previous, 'to', role)) as part
        from differing where previous <> role and ${isOnPage}
      union all
      select user_id, jsonb_build_object('workspaces', jsonb_build_object(
               'added', coalesce(jsonb_agg(title order by title) filter (where is_member), '[]'),
               'removed', coalesce(jsonb_agg(title order by title) filter (where was_member), '[]')))
        from workspace_changes join titles on titles.id = workspace_id
       where was_member <> is_member and ${isOnPage} group by user_id
      union all
      select user_id, jsonb_build_object('projects', jsonb_build_object(
               'added', coalesce(jsonb_agg(jsonb_build_object('id', project_id, 'role', "to") order by project_id)
                          filter (where not was_member), '[]'),
               'removed', coalesce(jsonb_agg(jsonb_build_object('id', project_id) order by project_id)
                            filter (where not is_member), '[]'),
               'changed', coalesce(jsonb_agg(jsonb_build_object('id', project_id, 'from', "from", 'to', "to") order by project_id)
                            filter (where was_member and is_member), '[]')))
        from project_changes where ${isOnPage} group by user_id
    )`;
}

/**
 * Evaluates the access rules for a scope by the same steps as the projections, and returns what would change instead of
 * changing it. It takes no lock and writes no row; its result does not grow with the scope.
 */
export function previewAccess(question: PreviewQuestion): RawBuilder<PreviewResult> {
  const { organizationId, scope, mappings, after, limit } = question;
  return sql<PreviewResult>`
    with ${scopeOf(organizationId, scope)}, ${roleDecisions(organizationId, mappings)},
    ${differences(organizationId, mappings)}, ${entries(question)}
    select (select count(*) from decided)::integer as users_checked,
           (select count(*) from changed)::integer as users_changed,
           ((select count(*) from differing) + (select count(*) from workspace_changes)
             + (select count(*) from grants))::integer as drift,
           (select count(*) from changed where user_id > ${after}) > ${limit} as has_more,
           (select coalesce(jsonb_agg(entry order by id), '[]') from (
              select u.id, jsonb_object_agg(key, value)
                       || jsonb_build_object('user', jsonb_build_object('id', u.id, 'email', u.email)) as entry
                from parts cross join jsonb_each(part)
                join users u on u.organization_id = ${organizationId} and u.id = user_id
               group by u.id, u.email) as entries) as changes`;
}
