import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { belongsTo } from '../../platform/database/belongs-to.js';
import { Database } from '../../platform/database/database.js';
import type { ListSource } from '../../scim-server/listing/list-source.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import { prepared } from '../../platform/database/prepared-statements.js';
import { UniquenessError } from '../../platform/errors.js';
import { isUuid, newScimId } from '../../platform/identifiers.js';
import { foldName, trimName } from '../../text/index.js';
import type { GroupTables } from './group.entity.js';
import type { GroupRecord, GroupRow } from './group.row.js';
import { memberObject, MemberPageRepository } from './member-page.repository.js';
import { MANY_MEMBERS, MemberStreams } from './member-streams.js';

const taken = () =>
  new UniquenessError(
    'Another group has this displayName (names are compared without case, and without blanks around them)',
  );
const CONSTRAINTS = { groups_display_name_key: taken };

const COLUMNS = sql`g.id, g.scim_id, g.display_name, g.external_id, g.placeholder, g.version, g.created_at, g.updated_at`;

/**
 * Columns for the members. They are read with the groups if they are few on all these groups together, and are null
 * otherwise.
 */
function membersColumns(baseUrl: string): RawBuilder<unknown> {
  return sql`sized.size,
    case when sum(sized.size) over () <= ${MANY_MEMBERS} then
      (select coalesce(jsonb_agg(${memberObject(baseUrl)} order by m.user_id), '[]') from group_members m
         join users u on u.organization_id = m.organization_id and u.id = m.user_id
        where m.organization_id = g.organization_id and m.group_id = g.id) end as members`;
}

/** How many members a group has, counted only as far as needed. */
const SIZED = sql`cross join lateral (
  select count(*)::integer as size from (
    select from group_members m where m.organization_id = g.organization_id and m.group_id = g.id
     limit ${sql.lit(MANY_MEMBERS + 1)}) as counted) as sized`;

/** A group as the statement reads it; members are null if the page has many. */
type FoundGroup = Omit<GroupRow, 'members'> & {
  readonly size?: number;
  readonly members?: readonly object[] | null;
};

/** The part of a list of groups that is SQL. */
interface GroupListing extends Pick<ListSource, 'columns' | 'joins'> {
  /** Makes groups of the rows that the list has read. */
  readonly toRows: (found: readonly FoundGroup[]) => GroupRow[];
}

/** The SQL of groups, without their members. */
@Injectable()
export class GroupRepository {
  constructor(
    private readonly database: Database,
    private readonly memberPages: MemberPageRepository,
  ) {}

  private get tables() {
    return this.database.tables<GroupTables>();
  }

  /**
   * Finds a group by SCIM id or, as LSE's own clients address groups, by its exact name, ignoring blanks around it.
   *
   * @param membersBaseUrl also reads the members, with references below this URL
   */
  async find(organizationId: number, identifier: string, membersBaseUrl?: string): Promise<GroupRow | undefined> {
    const row = await this.database.row(
      prepared(sql<FoundGroup>`
        select ${this.columns(membersBaseUrl)} from groups g ${membersBaseUrl === undefined ? sql`` : SIZED}
         where ${belongsTo(organizationId, sql`g`)} and ${this.isNamed(identifier)}`),
    );
    return row && this.streaming(organizationId, [row], membersBaseUrl)[0];
  }

  /** Like `find`, and locks the row against every other writer of the group until the transaction ends. */
  async lock(organizationId: number, identifier: string): Promise<GroupRow | undefined> {
    return this.database.row(
      prepared(sql<GroupRow>`
        select ${COLUMNS} from groups g
         where ${belongsTo(organizationId, sql`g`)} and ${this.isNamed(identifier)} for no key update`),
    );
  }

  /**
   * How a list reads the groups whose ids it has found, in rows `position`.
   *
   * @param membersBaseUrl reads the members, too, with references below this URL
   */
  listing(organizationId: number, membersBaseUrl: string | undefined): GroupListing {
    const group = sql`cross join lateral (
      select * from groups where organization_id = ${organizationId} and id = position.id limit 1) as g`;
    return {
      columns: this.columns(membersBaseUrl),
      joins: membersBaseUrl === undefined ? group : sql`${group} ${SIZED}`,
      toRows: (found) => this.streaming(organizationId, found, membersBaseUrl),
    };
  }

  /**
   * Stores a pushed group, or turns the placeholder of that name into it (rule G2).
   *
   * @throws UniquenessError when a pushed group has the name
   */
  async push(organizationId: number, record: GroupRecord): Promise<{ id: number; scimId: string }> {
    const row = await this.database.row<{ id: number; scim_id: string }>(sql`
      insert into groups (organization_id, scim_id, display_name, display_name_key, external_id, last_pushed_at)
      values (${organizationId}, ${newScimId()}, ${record.displayName}, ${foldName(record.displayName)},
              ${record.externalId}, now())
      on conflict on constraint groups_display_name_key do update
         set placeholder = false, display_name = excluded.display_name, external_id = excluded.external_id,
             last_pushed_at = now(), updated_at = now(), version = groups.version + 1
       where groups.placeholder
      returning id, scim_id`);
    if (!row) throw taken();
    return { id: row.id, scimId: row.scim_id };
  }

  /**
   * Records a push; version and date change only if it changed something.
   *
   * @throws UniquenessError when another group has the new name
   */
  async update(organizationId: number, id: number, record: GroupRecord, changed: boolean): Promise<void> {
    const change = changed ? sql`, version = version + 1, updated_at = now()` : sql``;
    await translateConstraints(CONSTRAINTS, () =>
      this.database.rows(
        prepared(sql`
        update groups set display_name = ${record.displayName}, display_name_key = ${foldName(record.displayName)},
               external_id = ${record.externalId}, placeholder = false, last_pushed_at = now() ${change}
         where organization_id = ${organizationId} and id = ${id}`),
      ),
    );
  }

  /** The placeholder with a name, without regard to case, unless it is this group itself. */
  async findPlaceholder(organizationId: number, displayName: string, exceptId: number): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(sql`
      select id from groups
       where ${belongsTo(organizationId, sql`groups`)} and display_name_key = ${foldName(displayName)} and placeholder
         and id <> ${exceptId}`);
    return row?.id;
  }

  /** Removes a placeholder that no mapping names any more. */
  async discard(organizationId: number, placeholderId: number): Promise<void> {
    await this.database.rows(sql`
      delete from groups where organization_id = ${organizationId} and id = ${placeholderId} and placeholder`);
  }

  /** The SCIM ids among these that belong to groups. */
  async scimIdsAmong(organizationId: number, identifiers: readonly string[]): Promise<string[]> {
    const rows = await this.tables
      .selectFrom('groups')
      .select('scim_id')
      .where('organization_id', '=', organizationId)
      .where('scim_id', '=', sql<string>`any(${identifiers.filter(isUuid)}::uuid[])`)
      .execute();
    return rows.map(({ scim_id }) => scim_id);
  }

  /** Raises version and date of groups that lost a member, but not through a write of their own. */
  async touch(organizationId: number, ids: readonly number[]): Promise<void> {
    await this.database.rows(sql`
      update groups set version = version + 1, updated_at = now()
       where organization_id = ${organizationId} and id = any(${[...ids]}::integer[])`);
  }

  /**
   * Deletes a group. If mappings name it, a placeholder of its name remains under a new SCIM id, with nothing else of
   * the group (rule G4); the old id leads nowhere from then on.
   */
  async vacate(organizationId: number, id: number): Promise<void> {
    await this.database.rows(sql`
      update groups set scim_id = ${newScimId()}, external_id = null, placeholder = true, last_pushed_at = null,
             version = 1, created_at = now(), updated_at = now()
       where organization_id = ${organizationId} and id = ${id}`);
    await this.discardPlaceholders(organizationId);
  }

  /** Ids by folded name of the groups with these names, whether pushed or placeholders; missing ones are created. */
  async ensure(organizationId: number, names: readonly string[]): Promise<Map<string, number>> {
    const byKey = new Map<string, string>();
    for (const name of names) if (!byKey.has(foldName(name))) byKey.set(foldName(name), name);
    const keys = [...byKey.keys()];
    await this.database.rows(sql`
      insert into groups (organization_id, scim_id, display_name, display_name_key, placeholder)
      select ${organizationId}::integer, n.scim_id, n.name, n.key, true
        from unnest(${keys.map(() => newScimId())}::uuid[], ${[...byKey.values()]}::text[], ${keys}::text[])
             as n (scim_id, name, key)
      on conflict on constraint groups_display_name_key do nothing`);
    return this.idsByName(organizationId, keys);
  }

  /** Ids by folded name of the groups with these names, whether pushed or placeholders. */
  async idsByName(organizationId: number, names: readonly string[]): Promise<Map<string, number>> {
    const keys = [...new Set(names.map(foldName))];
    const rows = await this.tables
      .selectFrom('groups')
      .select(['id', 'display_name_key'])
      .where('organization_id', '=', organizationId)
      .where('display_name_key', '=', sql<string>`any(${keys}::text[])`)
      .execute();
    return new Map(rows.map(({ id, display_name_key }) => [display_name_key, id]));
  }

  /** Removes the placeholders that no mapping names any more. */
  async discardPlaceholders(organizationId: number): Promise<void> {
    await this.database.rows(sql`
      delete from groups g where g.organization_id = ${organizationId} and g.placeholder
        and not exists (select from mapped_groups m where m.organization_id = g.organization_id and m.group_id = g.id)`);
  }

  /** Replaces members that were not read by a stream that reads them. */
  private streaming(organizationId: number, rows: readonly FoundGroup[], baseUrl: string | undefined): GroupRow[] {
    if (baseUrl === undefined) return rows.map(({ members: _, ...row }) => row);
    const groups = rows.map(({ id, size = 0 }) => ({ id, size }));
    const streams = new MemberStreams(this.memberPages, { organizationId, baseUrl }, groups);
    return rows.map((row) => ({ ...row, members: row.members ?? streams.of(row.id) }));
  }

  private columns(membersBaseUrl: string | undefined): RawBuilder<unknown> {
    return membersBaseUrl === undefined ? COLUMNS : sql`${COLUMNS}, ${membersColumns(membersBaseUrl)}`;
  }

  private isNamed(identifier: string): RawBuilder<boolean> {
    return isUuid(identifier)
      ? sql<boolean>`g.scim_id = ${identifier}`
      : sql<boolean>`g.display_name_key = ${foldName(identifier)} and g.display_name = ${trimName(identifier)}`;
  }
}
