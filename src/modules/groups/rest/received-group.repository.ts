import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import type { Stored } from '../../../platform/database/stored.js';
import type { RowWindow } from '../../../platform/http/page.js';
import { foldCase } from '../../../text/index.js';
import type { GroupTables } from '../group.entity.js';

/** A pushed group, or a placeholder that a mapping has created. */
export type ReceivedGroupRow = Pick<
  Stored<GroupTables['groups']>,
  'id' | 'scim_id' | 'display_name' | 'external_id' | 'placeholder' | 'last_pushed_at'
> & { readonly member_count: number; readonly mapped: boolean };

/** Filters the groups; a missing filter restricts nothing. */
export interface ReceivedGroupFilter {
  /** Part of the name or of the external id, without regard to case. */
  readonly search?: string;
  readonly mapped?: boolean;
}

const MAPPED = sql<boolean>`exists (select from mapped_groups m
  where m.organization_id = g.organization_id and m.group_id = g.id)`;

const COLUMNS = sql`g.id, g.scim_id, g.display_name, g.external_id, g.placeholder, g.last_pushed_at,
  ${MAPPED} as mapped, (select count(*)::integer from group_members m
    where m.organization_id = g.organization_id and m.group_id = g.id) as member_count`;

function matching(organizationId: number, { search, mapped }: ReceivedGroupFilter): RawBuilder<unknown> {
  const key = search === undefined ? undefined : foldCase(search);
  const named =
    key === undefined
      ? sql``
      : sql`and (strpos(g.display_name_key, ${key}) > 0
    or strpos(lower(g.external_id), ${key}) > 0)`;
  const wanted = mapped === undefined ? sql`` : sql`and ${MAPPED} = ${mapped}::boolean`;
  return sql`groups g where g.organization_id = ${organizationId} ${named} ${wanted}`;
}

/** Reads groups for the administrator's list; members are counted for the groups on the page only. */
@Injectable()
export class ReceivedGroupRepository {
  constructor(private readonly database: Database) {}

  /** In order of the names. */
  async page(organizationId: number, filter: ReceivedGroupFilter, window: RowWindow): Promise<ReceivedGroupRow[]> {
    return this.database.rows<ReceivedGroupRow>(sql`
      with page as (
        select g.* from ${matching(organizationId, filter)}
         order by g.display_name_key limit ${window.limit} offset ${window.offset})
      select ${COLUMNS} from page g order by g.display_name_key`);
  }

  async find(organizationId: number, id: number): Promise<ReceivedGroupRow | undefined> {
    return this.database.row<ReceivedGroupRow>(
      sql`select ${COLUMNS} from groups g where g.organization_id = ${organizationId} and g.id = ${id}`,
    );
  }

  async count(organizationId: number, filter: ReceivedGroupFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total from ${matching(organizationId, filter)}`,
    );
    return row?.total ?? 0;
  }
}
