import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** A SCIM request and its outcome. What it changed is in the activity log under the same request id. */
export const ScimRequestEntity = defineEntity({
  name: 'ScimRequest',
  tableName: 'scim_requests',
  properties: {
    organizationId: p.integer().primary(),
    id: p.bigint().primary().autoincrement().generated('by default as identity'),
    receivedAt: p.datetime(),
    requestId: p.text(),
    actorId: p.integer().nullable(),
    ipAddress: p.text().nullable(),
    userAgent: p.text().nullable(),
    method: p.text(),
    path: p.text(),
    query: p.text().nullable(),
    body: p.json().nullable(),
    status: p.integer().nullable(),
    scimType: p.text().nullable(),
    detail: p.text().nullable(),
    durationMs: p.integer(),
    resourceType: p.text().nullable(),
    resourceId: p.text().nullable(),
  },
  indexes: [
    {
      name: 'scim_requests_received_at_idx',
      properties: ['organizationId', 'receivedAt', 'id'],
      include: ['status'],
    },
    {
      name: 'scim_requests_failed_idx',
      properties: ['organizationId', 'receivedAt', 'id'],
      where: 'status >= 400',
    },
  ],
});

/** The table of this module, as queries see it. */
export type ScimRequestTables = InferKyselyDB<typeof ScimRequestEntity>;
