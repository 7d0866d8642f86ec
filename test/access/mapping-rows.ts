import { sql, type RawBuilder } from 'kysely';
import type { FormerMappings } from '../../src/events/index.js';
import type { MappingChange } from './stage.js';

/** A removed row; `role` if it had one. */
interface Gone {
  readonly role?: string;
}

/**
 * The statement that adds or removes a row of the settings; it returns the row that it removed.
 *
 * @param targetId the workspace or project of the row
 */
export function changeMapping(
  change: MappingChange,
  organizationId: number,
  groupId: number,
  targetId: number | null,
): RawBuilder<Gone> {
  return change.to === 'add'
    ? addition(change, organizationId, groupId, targetId)
    : removal(change, organizationId, groupId, targetId);
}

function addition(change: MappingChange, organizationId: number, groupId: number, targetId: number | null) {
  switch (change.kind) {
    case 'role':
      return sql<Gone>`insert into role_mappings (organization_id, group_id, role, position)
        values (${organizationId}, ${groupId}, ${change.role}, 1)
        on conflict (organization_id, group_id) do update set role = excluded.role`;
    case 'workspace':
      return sql<Gone>`insert into workspace_mappings (organization_id, group_id, workspace_id, position)
        values (${organizationId}, ${groupId}, ${targetId}, 1) on conflict do nothing`;
    case 'project':
      return sql<Gone>`insert into project_mappings (organization_id, group_id, project_id, role, position)
        values (${organizationId}, ${groupId}, ${targetId}, ${change.role}, 1) on conflict do nothing`;
  }
}

function removal(change: MappingChange, organizationId: number, groupId: number, targetId: number | null) {
  const ofGroup = sql`organization_id = ${organizationId} and group_id = ${groupId}`;
  switch (change.kind) {
    case 'role':
      return sql<Gone>`delete from role_mappings where ${ofGroup} returning role`;
    case 'workspace':
      return sql<Gone>`delete from workspace_mappings where ${ofGroup} and workspace_id = ${targetId} returning group_id`;
    case 'project':
      return sql<Gone>`delete from project_mappings where ${ofGroup} and project_id = ${targetId} and role = ${change.role}
        returning role`;
  }
}

/** Removed rows of the settings. */
export class FormerRows implements FormerMappings {
  readonly roles: { groupId: number; role: string }[] = [];
  readonly workspaces: { groupId: number; workspaceId: number }[] = [];
  readonly projects: { groupId: number; projectId: number; role: string }[] = [];

  add(kind: MappingChange['kind'], groupId: number, targetId: number, role = ''): void {
    if (kind === 'role') this.roles.push({ groupId, role });
    if (kind === 'workspace') this.workspaces.push({ groupId, workspaceId: targetId });
    if (kind === 'project') this.projects.push({ groupId, projectId: targetId, role });
  }
}
