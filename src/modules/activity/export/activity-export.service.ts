import { Injectable, type StreamableFile } from '@nestjs/common';
import { inBatches } from '../../../platform/http/csv/batches.js';
import { csvFile } from '../../../platform/http/csv/csv-file.js';
import type { CsvValue } from '../../../platform/http/csv/csv-line.js';
import type { Actor } from '../../../platform/http/request-context.js';
import type { ActivityLogFilter } from '../activity-log.dto.js';
import { throughOf } from '../causes.js';
import { ActivityExportRepository, type ActivityLine } from './activity-export.repository.js';

const BATCH = 1_000;

/** The header of the file. */
export const ACTIVITY_COLUMNS = [
  'time',
  'who',
  'action',
  'channel',
  'user',
  'kind',
  'target',
  'from',
  'to',
  'reason',
  'through',
  'request_id',
] as const;

function fieldsOf(line: ActivityLine): readonly CsvValue[] {
  const { moment, who, action, channel, user, kind, target, from, to, reason, causes, request_id } = line;
  const through = causes === null ? null : throughOf(causes).join('; ');
  return [
    new Date(moment).toISOString(),
    who,
    action,
    channel,
    user,
    kind,
    target,
    from,
    to,
    reason,
    through,
    request_id,
  ];
}

/** Exports the activity log as a file for spreadsheets. */
@Injectable()
export class ActivityExportService {
  constructor(private readonly lines: ActivityExportRepository) {}

  /**
   * Newest first: a line for each change of access, with the entry that caused it, and one line for each other entry.
   */
  async file({ organizationId }: Actor, filter: ActivityLogFilter): Promise<StreamableFile> {
    const read = (after: ActivityLine | undefined, limit: number) =>
      this.lines.lines(organizationId, filter, limit, after);
    return csvFile({ name: 'activity', header: ACTIVITY_COLUMNS, batches: inBatches(read, BATCH), fieldsOf });
  }
}
