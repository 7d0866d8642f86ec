import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** The tenant and its settings. Every other row belongs to exactly one. */
export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p.integer().primary().autoincrement(),
    title: p.text(),
    defaultRole: p.text().default('AN'),
    seatLimit: p.integer().nullable(),
    manualRoleManagement: p.boolean().default(false),
    manualWorkspaceManagement: p.boolean().default(false),
    manualProjectMemberManagement: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** An organization as stored. */
export type Organization = InferEntity<typeof OrganizationEntity>;
