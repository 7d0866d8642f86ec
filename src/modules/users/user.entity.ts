import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { ScimResource } from '../../scim/index.js';

/**
 * A person's account. What is searched and joined often are columns; every other SCIM attribute is in `attributes`,
 * as the SCIM resource itself.
 */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    scimId: p.uuid(),
    userName: p.text(),
    userNameKey: p.text(),
    email: p.text().nullable(),
    emailKey: p.text().nullable(),
    emailKeys: p.array().defaultRaw(`'{}'`),
    externalId: p.text().nullable(),
    displayName: p.text().nullable(),
    active: p.boolean().default(true),
    isOwner: p.boolean().default(false),
    attributes: p.json<ScimResource>().defaultRaw(`'{}'`),
    version: p.integer().default(1),
    provisionedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
    deletedAt: p.datetime().nullable(),
    /** The database's own work: whether it is not deleted. */
    visible: p.boolean().generated('(deleted_at is null) stored'),
    /** The database's own work: userName, email and names in lower case, to be searched for parts. */
    searchKey: p
      .text()
      .nullable()
      .generated(
        `(lower(user_name || ' ' || coalesce(email, '') || ' ' || coalesce(attributes #>> '{name,givenName}', '')
          || ' ' || coalesce(attributes #>> '{name,familyName}', ''))) stored`,
      ),
  },
  uniques: [
    { name: 'users_scim_id_key', properties: ['scimId', 'organizationId'] },
    { name: 'users_user_name_key', properties: ['userNameKey', 'organizationId'], where: 'visible' },
    { name: 'users_email_key', properties: ['emailKey', 'organizationId'], where: 'visible' },
    { name: 'users_is_owner_key', properties: ['organizationId'], where: 'is_owner' },
  ],
  indexes: [
    { name: 'users_external_id_idx', properties: ['externalId', 'organizationId'] },
    { name: 'users_email_keys_idx', properties: ['emailKeys'], type: 'gin' },
    { name: 'users_visible_idx', properties: ['organizationId', 'id'], where: 'visible' },
    {
      name: 'users_deleted_email_idx',
      properties: ['emailKey', 'organizationId'],
      where: 'deleted_at is not null',
    },
    {
      name: 'users_deleted_user_name_idx',
      properties: ['userNameKey', 'organizationId'],
      where: 'deleted_at is not null and email_key is null',
    },
  ],
  checks: [{ name: 'users_owner_check', expression: 'not is_owner or (active and deleted_at is null)' }],
});

/** A change of the number of visible accounts; their sum is the total. Triggers write it. */
export const UserTotalEntity = defineEntity({
  name: 'UserTotal',
  tableName: 'user_totals',
  properties: {
    organizationId: p.integer().primary(),
    id: p.bigint().primary().autoincrement().generated('by default as identity'),
    change: p.integer(),
  },
});

/** The tables of this module, as queries see them. */
export type UserTables = InferKyselyDB<typeof UserEntity>;
