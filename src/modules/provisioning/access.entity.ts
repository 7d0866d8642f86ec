import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Cause } from './engine/projection/cause.js';

/** A user's organization role and everything that it depends on, besides groups and mappings (rules R1 to R9). */
export const RoleAssignmentEntity = defineEntity({
  name: 'RoleAssignment',
  tableName: 'role_assignments',
  properties: {
    organizationId: p.integer().primary(),
    userId: p.integer().primary(),
    baseRole: p.text().nullable(),
    baseRoleSource: p.text().nullable(),
    mappedRole: p.text().nullable(),
    activationRole: p.text().nullable(),
    firstSignedInAt: p.datetime().nullable(),
    lastSignedInAt: p.datetime().nullable(),
    role: p.text(),
    roleSource: p.text(),
    reason: p.text().nullable(),
    waitingSince: p.datetime().nullable(),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [
    { name: 'role_assignments_role_idx', properties: ['role', 'organizationId'] },
    {
      name: 'role_assignments_waiting_idx',
      properties: ['organizationId', 'waitingSince', 'userId'],
      where: 'waiting_since is not null',
    },
  ],
  checks: [
    {
      name: 'role_assignments_base_check',
      expression: `(base_role is null) = (base_role_source is null)
        and base_role in ('AD', 'MA', 'RE', 'AN', 'NO', 'DI') and base_role_source in ('default', 'manual')`,
    },
    {
      name: 'role_assignments_mapped_role_check',
      expression: `mapped_role in ('AD', 'MA', 'RE', 'AN', 'NO', 'DI')`,
    },
    { name: 'role_assignments_activation_role_check', expression: `activation_role in ('AD', 'MA', 'RE', 'AN')` },
    { name: 'role_assignments_role_check', expression: `role in ('OW', 'AD', 'MA', 'RE', 'AN', 'NO', 'DI')` },
    {
      name: 'role_assignments_role_source_check',
      expression: `role_source in ('owner', 'scim', 'manual', 'default')`,
    },
    {
      name: 'role_assignments_reason_check',
      expression: `reason in ('deactivated', 'awaiting_sign_in', 'waiting_for_seat', 'no_role_group')`,
    },
  ],
});

/** A user in a workspace: mapped, manual, or both. */
export const WorkspaceMembershipEntity = defineEntity({
  name: 'WorkspaceMembership',
  tableName: 'workspace_memberships',
  properties: {
    organizationId: p.integer().primary(),
    userId: p.integer().primary(),
    workspaceId: p.integer().primary(),
    mapped: p.boolean().default(false),
    manual: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [
    {
      name: 'workspace_memberships_workspace_id_idx',
      properties: ['organizationId', 'workspaceId', 'userId'],
    },
  ],
  checks: [{ name: 'workspace_memberships_grant_check', expression: 'mapped or manual' }],
});

/** A user in a project: the most elevated explicit role and the inherit flag, mapped and manual. */
export const ProjectMembershipEntity = defineEntity({
  name: 'ProjectMembership',
  tableName: 'project_memberships',
  properties: {
    organizationId: p.integer().primary(),
    userId: p.integer().primary(),
    projectId: p.integer().primary(),
    id: p.integer().autoincrement().generated('by default as identity'),
    mappedRole: p.text().nullable(),
    mappedInherit: p.boolean().default(false),
    manualRole: p.text().nullable(),
    manualInherit: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'project_memberships_id_key', properties: ['organizationId', 'id'] }],
  indexes: [{ name: 'project_memberships_project_id_idx', properties: ['organizationId', 'projectId', 'userId'] }],
  checks: [
    {
      name: 'project_memberships_role_check',
      expression: `mapped_role in ('RE', 'AN') and manual_role in ('RE', 'AN')`,
    },
    {
      name: 'project_memberships_grant_check',
      expression: 'mapped_role is not null or mapped_inherit or manual_role is not null or manual_inherit',
    },
  ],
});

/** One change of a user's access, written by the statement that made it. */
export const AccessChangeEntity = defineEntity({
  name: 'AccessChange',
  tableName: 'access_changes',
  properties: {
    organizationId: p.integer().primary(),
    id: p.bigint().primary().autoincrement().generated('by default as identity'),
    userId: p.integer(),
    kind: p.text(),
    targetId: p.integer().nullable(),
    previous: p.text().nullable(),
    current: p.text().nullable(),
    reason: p.text().nullable(),
    requestId: p.text().nullable(),
    causes: p.json<readonly Cause[]>().defaultRaw(`'[]'`),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [
    { name: 'access_changes_user_id_idx', properties: ['organizationId', 'userId', 'id'] },
    { name: 'access_changes_request_id_idx', properties: ['organizationId', 'requestId', 'id'] },
  ],
  checks: [{ name: 'access_changes_kind_check', expression: `kind in ('role', 'workspace', 'project')` }],
});

/** The result of the last check of everybody's access in an organization. */
export const ReconciliationEntity = defineEntity({
  name: 'Reconciliation',
  tableName: 'reconciliations',
  properties: {
    organizationId: p.integer().primary().autoincrement(false),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    usersChecked: p.integer().nullable(),
    drift: p.integer().nullable(),
    repaired: p.boolean().nullable(),
  },
  checks: [
    {
      name: 'reconciliations_result_check',
      expression: `(finished_at is null) = (users_checked is null) and (finished_at is null) = (drift is null)
        and (finished_at is null) = (repaired is null)`,
    },
  ],
});

/** The tables of this module that are read row by row, as queries see them. */
export type ProvisioningTables = InferKyselyDB<typeof RoleAssignmentEntity>;
