import { sql, type RawBuilder } from 'kysely';
import type { MappingChange } from './stage.js';

/** The statement that makes a row of the settings come or go. @param targetId the workspace or project it names */
export function changeMapping(
  change: MappingChange,
  organizationId: number,
  groupId: number,
  targetId: number | null,
): RawBuilder<unknown> {
  return change.to === 'add'
    ? addition(change, organizationId, groupId, targetId)
    : removal(change, organizationId, groupId, targetId);
}

function addition(change: MappingChange, organizationId: number, groupId: number, targetId: number | null) {
  switch (change.kind) {
    case 'role':
      return sql`insert into role_mappings (organization_id, group_id, role, position)
        values (${organizationId}, ${groupId}, ${change.role}, 1)
        on conflict (organization_id, group_id) do update set role = excluded.role`;
    case 'workspace':
      return sql`insert into workspace_mappings (organization_id, group_id, workspace_id, position)
        values (${organizationId}, ${groupId}, ${targetId}, 1) on conflict do nothing`;
    case 'project':
      return sql`insert into project_mappings (organization_id, group_id, project_id, role, position)
        values (${organizationId}, ${groupId}, ${targetId}, ${change.role}, 1) on conflict do nothing`;
  }
}

function removal(change: MappingChange, organizationId: number, groupId: number, targetId: number | null) {
  const ofGroup = sql`organization_id = ${organizationId} and group_id = ${groupId}`;
  switch (change.kind) {
    case 'role':
      return sql`delete from role_mappings where ${ofGroup}`;
    case 'workspace':
      return sql`delete from workspace_mappings where ${ofGroup} and workspace_id = ${targetId}`;
    case 'project':
      return sql`delete from project_mappings where ${ofGroup} and project_id = ${targetId} and role = ${change.role}`;
  }
}
