import { Injectable, type StreamableFile } from '@nestjs/common';
import { inBatches } from '../../../platform/http/csv/batches.js';
import { csvFile } from '../../../platform/http/csv/csv-file.js';
import type { CsvValue } from '../../../platform/http/csv/csv-line.js';
import { parseMoment } from '../../../platform/http/moment.js';
import { type PageOf, rowsOn, toPage } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import type { ScimRequestDto, ScimRequestsFilterQuery, ScimRequestsQuery } from './scim-request.dto.js';
import { ScimRequestRecorder } from './scim-request-recorder.js';
import { type ScimRequestFilter, ScimRequestRepository, type ScimRequestRow } from './scim-request.repository.js';

/** How many rows one statement reads for a file; each has a body of some kilobytes at most. */
const BATCH = 500;

/** The header of the file. */
export const SCIM_REQUEST_COLUMNS = [
  'time',
  'method',
  'path',
  'query',
  'status',
  'scim_type',
  'detail',
  'duration_ms',
  'resource_type',
  'resource_id',
  'user_id',
  'ip_address',
  'user_agent',
  'request_id',
  'body',
] as const satisfies readonly (keyof ScimRequestDto | 'time')[];

function fieldsOf(row: ScimRequestRow): readonly CsvValue[] {
  const { received_at: time, body, ...fields } = toDto(row);
  const texts = { ...fields, time, body: body === null ? null : JSON.stringify(body) };
  return SCIM_REQUEST_COLUMNS.map((column) => texts[column]);
}

function toDto({ actor_id, moment: _, ...row }: ScimRequestRow): ScimRequestDto {
  return { ...row, user_id: actor_id, received_at: new Date(row.received_at).toISOString() };
}

function rangeOf(status: string): [number, number] {
  return [Number(status.replaceAll('x', '0')), Number(status.replaceAll('x', '9'))];
}

function filterOf({ status, method, since, until, search }: ScimRequestsFilterQuery): ScimRequestFilter {
  return {
    method,
    search,
    status: status === undefined ? undefined : rangeOf(status),
    since: since === undefined ? undefined : parseMoment(since)?.start,
    until: until === undefined ? undefined : parseMoment(until)?.start,
  };
}

/**
 * Shows what the identity provider has sent and what came of it, so that an administrator finds out why something is
 * missing.
 */
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
    const rows = await this.requests.page(organizationId, filter, rowsOn(query));
    return toPage(rows.map(toDto), count, query);
  }

  /** All matching requests as a file for spreadsheets. */
  async file({ organizationId }: Actor, query: ScimRequestsFilterQuery): Promise<StreamableFile> {
    await this.recorder.flush();
    const filter = filterOf(query);
    const read = (after: ScimRequestRow | undefined, limit: number) =>
      this.requests.after(organizationId, filter, limit, after);
    return csvFile({
      name: 'scim-requests',
      header: SCIM_REQUEST_COLUMNS,
      batches: inBatches(read, BATCH),
      fieldsOf,
    });
  }
}
