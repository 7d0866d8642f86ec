import type { ServedScimRequest } from '../../../scim-server/http/scim-request-feed.js';
import type { Stored } from '../../../platform/database/stored.js';
import { MASK, pathWithoutSecrets, withoutHidden } from '../../../platform/logging/secrets.js';
import type { ScimRequestTables } from './scim-request.entity.js';
import { excerptOf, storedText } from './scim-request-body.js';
import { storedQuery, targetOf } from './scim-request-target.js';

/** A request on its way into the log. Fields that are stored are named as their columns. */
export interface ScimRequestRecord extends Omit<
  Stored<ScimRequestTables['scim_requests']>,
  'id' | 'organization_id' | 'received_at'
> {
  readonly organization_id?: number;
  readonly received_at: string;
}

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;

/** The reason of a refusal as it is logged: it quotes nothing that was masked. A path in it has no quotes. */
function storedDetail({ context }: ServedScimRequest, hidden: readonly unknown[]): string | null {
  const { failure, url = '' } = context;
  if (!failure) return null;
  if (pathWithoutSecrets(url) === MASK) return MASK;
  const texts = hidden.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return storedText(withoutHidden(failure.detail, texts));
}

/** Makes the record of a request: limited in size, without secrets, and without a reference to the request itself. */
export function toScimRequestRecord(request: ServedScimRequest): ScimRequestRecord {
  const { actor, failure, requestId, ipAddress, method = '', url = '' } = request.context;
  const path = pathWithoutSecrets(url);
  const query = storedQuery(url);
  const body = excerptOf(request.body);
  const target = targetOf(path, request.location);
  return {
    organization_id: actor?.organizationId,
    actor_id: orNull(actor?.userId),
    received_at: request.receivedAt.toISOString(),
    request_id: requestId,
    ip_address: orNull(ipAddress),
    user_agent: request.userAgent === undefined ? null : storedText(request.userAgent, 256),
    method,
    path: storedText(path, 2_000),
    query: query.stored,
    body: body.stored,
    status: orNull(request.status),
    scim_type: orNull(failure?.kind),
    detail: storedDetail(request, [...body.hidden, ...query.hidden]),
    duration_ms: Math.round(request.durationMs),
    resource_type: target.type,
    resource_id: target.id,
  };
}
