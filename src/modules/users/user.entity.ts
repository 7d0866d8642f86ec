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
    id: p.integer().primary().autoincrement(),
    scimId: p.uuid(),
    userName: p.text(),
    userNameKey: p.text(),
    email: p.text().nullable(),
    emailKey: p.text().nullable(),
    emailKeys: p.array(),
    externalId: p.text().nullable(),
    displayName: p.text().nullable(),
    active: p.boolean().default(true),
    isOwner: p.boolean().default(false),
    attributes: p.json<ScimResource>(),
    version: p.integer().default(1),
    provisionedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
    deletedAt: p.datetime().nullable(),
    /** The database's own work: whether it is not deleted. */
    visible: p.boolean(),
    /** The database's own work: userName, email and names in lower case, to be searched for parts. */
    searchKey: p.text().nullable(),
  },
});

/** The tables of this module, as queries see them. */
export type UserTables = InferKyselyDB<typeof UserEntity>;
