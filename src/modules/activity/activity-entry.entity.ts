import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** Who did what and when. What it did to users' access is in `access_changes` under the same request id. */
export const ActivityEntryEntity = defineEntity({
  name: 'ActivityEntry',
  tableName: 'activity_entries',
  properties: {
    organizationId: p.integer().primary(),
    id: p.bigint().primary().autoincrement().generated('by default as identity'),
    occurredAt: p.datetime().defaultRaw('now()'),
    actorId: p.integer().nullable(),
    channel: p.text(),
    requestId: p.text().nullable(),
    method: p.text().nullable(),
    url: p.text().nullable(),
    ipAddress: p.text().nullable(),
    action: p.text(),
    details: p.json<Record<string, unknown>>().defaultRaw(`'{}'`),
  },
  indexes: [
    {
      name: 'activity_entries_occurred_at_idx',
      properties: ['organizationId', 'occurredAt', 'id'],
    },
  ],
  checks: [{ name: 'activity_entries_channel_check', expression: `channel in ('scim', 'rest', 'system')` }],
});

/** The tables of this module, for queries. */
export type ActivityTables = InferKyselyDB<typeof ActivityEntryEntity>;
