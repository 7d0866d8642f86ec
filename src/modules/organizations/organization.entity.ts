import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A tenant and its settings. Every row of the other tables belongs to one organization. */
export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    title: p.text(),
    defaultRole: p.text().default('AN'),
    seatLimit: p.integer().nullable(),
    manualRoleManagement: p.boolean().default(false),
    manualWorkspaceManagement: p.boolean().default(false),
    manualProjectMemberManagement: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  checks: [
    { name: 'organizations_title_check', expression: 'length(title) >= 1 and length(title) <= 1000' },
    {
      name: 'organizations_default_role_check',
      expression: `default_role in ('AD', 'MA', 'RE', 'AN', 'NO', 'DI')`,
    },
    { name: 'organizations_seat_limit_check', expression: 'seat_limit >= 0' },
  ],
});

/** A stored organization. */
export type Organization = InferEntity<typeof OrganizationEntity>;
