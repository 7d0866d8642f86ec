import { Injectable } from '@nestjs/common';
import { type PageOf, toPage } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import type { ScimRequestDto, ScimRequestsQuery } from './scim-request.dto.js';
import { ScimRequestRecorder } from './scim-request-recorder.js';
import { type ScimRequestFilter, ScimRequestRepository, type ScimRequestRow } from './scim-request.repository.js';

function toDto({ actor_id, ...row }: ScimRequestRow): ScimRequestDto {
  return { ...row, user_id: actor_id, received_at: new Date(row.received_at).toISOString() };
}

function rangeOf(status: string): [number, number] {
  return [Number(status.replaceAll('x', '0')), Number(status.replaceAll('x', '9'))];
}

function filterOf({ status, method, since, until, search }: ScimRequestsQuery): ScimRequestFilter {
  return {
    method,
    search,
    status: status === undefined ? undefined : rangeOf(status),
    since: since === undefined ? undefined : new Date(since),
    until: until === undefined ? undefined : new Date(until),
  };
}

/** What the identity provider sent and what came of it, for an administrator to find out why something is missing. */
@Injectable()
export class ScimRequestsService {
  constructor(
    private readonly recorder: ScimRequestRecorder,
    private readonly requests: ScimRequestRepository,
  ) {}

  /** Newest first, with everything that this instance has answered so far. */
  async page({ organizationId }: Actor, query: ScimRequestsQuery): Promise<PageOf<ScimRequestDto>> {
    await this.recorder.flush();
    const filter = filterOf(query);
    const count = await this.requests.count(organizationId, filter);
    const rows = await this.requests.page(organizationId, filter, { offset: query.offset, limit: query.page_size });
    return toPage(rows.map(toDto), count, query);
  }
}
