import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Group → organization role; a group has at most one. */
export const RoleMappingEntity = defineEntity({
  name: 'RoleMapping',
  tableName: 'role_mappings',
  properties: {
    organizationId: p.integer().primary(),
    groupId: p.integer().primary(),
    role: p.text(),
    position: p.integer(),
  },
  checks: [{ name: 'role_mappings_role_check', expression: `role in ('AD', 'MA', 'RE', 'AN', 'NO', 'DI')` }],
});

/** Group → workspace. */
export const WorkspaceMappingEntity = defineEntity({
  name: 'WorkspaceMapping',
  tableName: 'workspace_mappings',
  properties: {
    organizationId: p.integer().primary(),
    groupId: p.integer().primary(),
    workspaceId: p.integer().primary(),
    position: p.integer(),
  },
  indexes: [{ name: 'workspace_mappings_workspace_id_idx', properties: ['organizationId', 'workspaceId'] }],
});

/** Group → role in a project: `RE`, `AN`, or `IN` for Inherit. */
export const ProjectMappingEntity = defineEntity({
  name: 'ProjectMapping',
  tableName: 'project_mappings',
  properties: {
    organizationId: p.integer().primary(),
    groupId: p.integer().primary(),
    projectId: p.integer().primary(),
    role: p.text().primary(),
    position: p.integer(),
  },
  indexes: [{ name: 'project_mappings_project_id_idx', properties: ['organizationId', 'projectId'] }],
  checks: [{ name: 'project_mappings_role_check', expression: `role in ('RE', 'AN', 'IN')` }],
});

/** A stored mapping to a workspace. */
export type WorkspaceMapping = InferEntity<typeof WorkspaceMappingEntity>;

/** A stored mapping to a role in a project. */
export type ProjectMapping = InferEntity<typeof ProjectMappingEntity>;
