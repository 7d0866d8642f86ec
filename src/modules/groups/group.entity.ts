import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** A group that the identity provider pushes, or a placeholder, which is known only by the name in a mapping. */
export const GroupEntity = defineEntity({
  name: 'Group',
  tableName: 'groups',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    scimId: p.uuid(),
    displayName: p.text(),
    displayNameKey: p.text(),
    externalId: p.text().nullable(),
    placeholder: p.boolean().default(false),
    version: p.integer().default(1),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
    lastPushedAt: p.datetime().nullable(),
  },
  uniques: [
    { name: 'groups_scim_id_key', properties: ['scimId', 'organizationId'] },
    { name: 'groups_display_name_key', properties: ['displayNameKey', 'organizationId'] },
  ],
  indexes: [{ name: 'groups_external_id_idx', properties: ['externalId', 'organizationId'] }],
  checks: [{ name: 'groups_placeholder_check', expression: 'placeholder = (last_pushed_at is null)' }],
});

/** A user in a group. */
export const GroupMemberEntity = defineEntity({
  name: 'GroupMember',
  tableName: 'group_members',
  properties: {
    organizationId: p.integer().primary(),
    groupId: p.integer().primary(),
    userId: p.integer().primary(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'group_members_user_id_idx', properties: ['organizationId', 'userId', 'groupId'] }],
});

/** The tables of this module, for queries. */
export type GroupTables = InferKyselyDB<typeof GroupEntity | typeof GroupMemberEntity>;
