import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/http/request-context.js';
import type { ConnectionStatusDto, ServedRequestDto } from './connection-status.dto.js';
import { ConnectionStatusRepository, type ServedRequestRow } from './connection-status.repository.js';
import { ScimRequestRecorder } from './scim-request-recorder.js';

function toDto(row: ServedRequestRow | undefined): ServedRequestDto | null {
  return row ? { ...row, received_at: new Date(row.received_at).toISOString() } : null;
}

/** Tells whether the identity provider calls, and whether its requests succeed. */
@Injectable()
export class ConnectionStatusService {
  constructor(
    private readonly recorder: ScimRequestRecorder,
    private readonly requests: ConnectionStatusRepository,
  ) {}

  /** Includes everything that this instance has answered so far. */
  async status({ organizationId }: Actor, days: number): Promise<ConnectionStatusDto> {
    await this.recorder.flush();
    const first = await this.requests.firstReceivedAt(organizationId);
    return {
      first_request_at: first === undefined ? null : new Date(first).toISOString(),
      last_request: toDto(await this.requests.last(organizationId, { failed: false })),
      last_error: toDto(await this.requests.last(organizationId, { failed: true })),
      ...(await this.requests.groups(organizationId)),
      days: await this.requests.days(organizationId, days),
    };
  }
}
