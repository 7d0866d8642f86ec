import { defineEntity, p } from '@mikro-orm/core';
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
});

/** A user in a project: the most elevated explicit role and the inherit flag, mapped and manual. */
export const ProjectMembershipEntity = defineEntity({
  name: 'ProjectMembership',
  tableName: 'project_memberships',
  properties: {
    organizationId: p.integer().primary(),
    userId: p.integer().primary(),
    projectId: p.integer().primary(),
    id: p.integer().autoincrement(),
    mappedRole: p.text().nullable(),
    mappedInherit: p.boolean().default(false),
    manualRole: p.text().nullable(),
    manualInherit: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** One change of a user's access, written by the statement that made it. */
export const AccessChangeEntity = defineEntity({
  name: 'AccessChange',
  tableName: 'access_changes',
  properties: {
    organizationId: p.integer().primary(),
    id: p.bigint().primary().autoincrement(),
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
});

/** The result of the last check of everybody's access in an organization. */
export const ReconciliationEntity = defineEntity({
  name: 'Reconciliation',
  tableName: 'reconciliations',
  properties: {
    organizationId: p.integer().primary(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    usersChecked: p.integer().nullable(),
    drift: p.integer().nullable(),
    repaired: p.boolean().nullable(),
  },
});
