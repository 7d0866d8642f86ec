import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.js';
import type { RowWindow } from '../../platform/http/page.js';
import type { Cause } from '../provisioning/index.js';
import { changesOfEntry } from './activity-log.conditions.js';
import type { ActivityLogFilter, LoggedAccessChangeDto } from './activity-log.dto.js';

/** A stored change of access. */
export interface LoggedAccessChange extends Omit<LoggedAccessChangeDto, 'through'> {
  readonly causes: readonly Cause[];
}

type Affected = Pick<ActivityLogFilter, 'affected_user'>;

/** SQL of a list of `LoggedAccessChange`, in order: a part of the changes of the entry `e`. */
export function changesAsList(filter: Affected, { limit, offset }: RowWindow): RawBuilder<unknown> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object(
             'user', jsonb_build_object('id', a.user_id, 'email', x.email), 'kind', a.kind,
             'target', case when a.target_id is not null
               then jsonb_build_object('id', a.target_id, 'title', coalesce(w.title, p.title)) end,
             'from', a.previous, 'to', a.current, 'reason', a.reason, 'causes', a.causes) order by a.id), '[]')
      from (select a.* ${changesOfEntry(filter)} order by a.id limit ${limit} offset ${offset}) a
      join users x on x.organization_id = a.organization_id and x.id = a.user_id
      left join workspaces w on a.kind = 'workspace' and w.organization_id = a.organization_id and w.id = a.target_id
      left join projects p on a.kind = 'project' and p.organization_id = a.organization_id and p.id = a.target_id)`;
}

/** SQL of the number of all changes of the entry `e`. */
export function numberOfChanges(filter: Affected): RawBuilder<unknown> {
  return sql`(select count(*)::integer ${changesOfEntry(filter)})`;
}

/** The SQL that reads the changes of access of one entry. */
@Injectable()
export class LoggedAccessChangesRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined for an entry that the organization does not have */
  async page(
    organizationId: number,
    entryId: number,
    filter: Affected,
    window: RowWindow,
  ): Promise<{ changes: readonly LoggedAccessChange[]; total: number } | undefined> {
    return this.database.row(sql`
      select ${changesAsList(filter, window)} as changes, ${numberOfChanges(filter)} as total
        from activity_entries e where e.organization_id = ${organizationId} and e.id = ${entryId}`);
  }
}
