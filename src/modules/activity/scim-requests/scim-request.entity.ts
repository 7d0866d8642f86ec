import { defineEntity, p } from '@mikro-orm/core';

/** A SCIM request and its outcome. What it changed is in the activity log under the same request id. */
export const ScimRequestEntity = defineEntity({
  name: 'ScimRequest',
  tableName: 'scim_requests',
  properties: {
    organizationId: p.integer().primary(),
    id: p.bigint().primary().autoincrement(),
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
});
