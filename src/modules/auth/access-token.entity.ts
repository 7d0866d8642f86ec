import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** A person's token: only its SHA-256 digest is kept. A person may have several, to change over without downtime. */
export const AccessTokenEntity = defineEntity({
  name: 'AccessToken',
  tableName: 'access_tokens',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement(),
    userId: p.integer(),
    name: p.text(),
    tokenHash: p.blob(),
    prefix: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

/** The tables of this module, as queries see them. */
export type AccessTokenTables = InferKyselyDB<typeof AccessTokenEntity>;
