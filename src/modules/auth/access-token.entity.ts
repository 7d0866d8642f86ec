import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** A user's token, of which only the SHA-256 digest is stored. A user may have several, to change over without downtime. */
export const AccessTokenEntity = defineEntity({
  name: 'AccessToken',
  tableName: 'access_tokens',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    userId: p.integer(),
    name: p.text(),
    tokenHash: p.blob(),
    prefix: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'access_tokens_token_hash_key', properties: ['tokenHash'] }],
  indexes: [{ name: 'access_tokens_user_id_idx', properties: ['organizationId', 'userId'] }],
});

/** A stored token. */
export type AccessToken = InferEntity<typeof AccessTokenEntity>;

/** The table of this module, as queries see it. */
export type AccessTokenTables = InferKyselyDB<typeof AccessTokenEntity>;
