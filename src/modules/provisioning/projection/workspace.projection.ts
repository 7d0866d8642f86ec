import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import type { Changed } from './role.projection.js';
import { scopeOf } from './scope.js';
import { workspaceSteps } from './workspace.steps.js';

/** Brings the workspace memberships of some users to what their groups' mappings say, and logs who came and who went. */
export function projectWorkspaces(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
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
    logged as (
      insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
      select ${organizationId}::integer, user_id, 'workspace', workspace_id, null, 'member', ${requestId} from gained where is_new
      union all
      select ${organizationId}::integer, user_id, 'workspace', workspace_id, 'member', null, ${requestId} from removed
    )
    select ((select count(*) from removed) + (select count(*) from kept) + (select count(*) from gained))::integer as changed`;
}
