import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { belongsTo } from '../../platform/database/belongs-to.js';
import { Database } from '../../platform/database/database.js';
import type { ListSource } from '../../scim-server/listing/list-source.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import { prepared, preparedMark } from '../../platform/database/prepared-statements.js';
import { UniquenessError } from '../../platform/errors.js';
import { isUuid, newScimId } from '../../platform/identifiers.js';
import { foldName } from '../../text/index.js';
import { totalOf } from './user-total.repository.js';
import type { UserTables } from './user.entity.js';
import type { UserRecord } from './user.record.js';
import type { UserRow } from './user.row.js';

/** What to read besides the account itself; each part costs a look into another module's view. */
export interface UserParts {
  readonly groups: boolean;
  readonly access: boolean;
}

const ACCOUNT_ONLY: UserParts = { groups: false, access: false };

const CONSTRAINTS = {
  users_user_name_key: () => new UniquenessError('A user with this userName already exists'),
  users_email_key: () => new UniquenessError('A user with this email address already exists'),
};

const GROUPS = sql`(select jsonb_agg(jsonb_build_object('value', g.scim_id, 'display', g.display_name) order by g.group_id)
  from user_groups g where g.organization_id = u.organization_id and g.user_id = u.id) as groups`;

const ACCESS = sql`(select jsonb_build_object('role', a.role, 'roleSource', a.role_source,
    'workspaces', a.workspaces, 'projects', a.projects)
  from user_access a where a.organization_id = u.organization_id and a.user_id = u.id) as access`;

const ACCOUNT = sql`u.id, u.scim_id, u.user_name, u.email, u.external_id, u.display_name, u.active, u.is_owner,
  u.attributes, u.version, u.provisioned_at is not null as provisioned, u.created_at, u.updated_at`;

function columns({ groups, access }: UserParts): RawBuilder<unknown> {
  return sql.join([ACCOUNT, ...(groups ? [GROUPS] : []), ...(access ? [ACCESS] : [])]);
}

function values(record: UserRecord) {
  return {
    user_name: record.userName,
    user_name_key: record.userNameKey,
    email: record.email,
    email_key: record.emailKey,
    email_keys: [...record.emailKeys],
    external_id: record.externalId,
    display_name: record.displayName,
    active: record.active,
    attributes: sql<never>`${JSON.stringify(record.attributes)}::jsonb`,
  };
}

/** The SQL of accounts. Deleted ones are invisible here, except to `revive`. */
@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  private get tables() {
    return this.database.tables<UserTables>();
  }

  /** How a list reads the accounts whose ids it has found, in rows `position`, and how many there are in all. */
  listing(organizationId: number, parts: UserParts): Pick<ListSource, 'columns' | 'joins' | 'total'> {
    return {
      total: totalOf(organizationId),
      columns: columns(parts),
      joins: sql`cross join lateral (
      select * from users
       where organization_id = ${organizationId} and id = position.id and visible limit 1) as u`,
    };
  }

  /**
   * Finds an account by SCIM id or, as LSE's own clients address users, by email or userName without regard to case.
   *
   * @param lock locks the row against every other writer until the transaction ends
   */
  async find(organizationId: number, identifier: string, parts = ACCOUNT_ONLY, lock = false) {
    const key = foldName(identifier);
    const match = isUuid(identifier)
      ? sql`u.scim_id = ${identifier}`
      : sql`(u.email_key = ${key} or u.user_name_key = ${key}) order by u.email_key = ${key} desc nulls last limit 1`;
    return this.database.row(
      prepared(sql<UserRow>`
        select ${columns(parts)} from users u
         where ${belongsTo(organizationId, sql`u`)} and u.visible and ${match}
         ${lock ? sql`for update of u` : sql``}`),
    );
  }

  async findById(organizationId: number, id: number): Promise<UserRow | undefined> {
    return this.database.row<UserRow>(sql`
      select ${columns(ACCOUNT_ONLY)} from users u
       where u.organization_id = ${organizationId} and u.visible and u.id = ${id}`);
  }

  /** All accounts sorted by id, or those with an address. */
  async list(organizationId: number, email?: string): Promise<UserRow[]> {
    const which =
      email === undefined
        ? sql`u.organization_id = ${organizationId} and u.visible`
        : sql`${belongsTo(organizationId, sql`u`)} and u.visible is not false
                and u.email_keys @> array[${foldName(email)}]::text[]`;
    return this.database.rows<UserRow>(sql`select ${columns(ACCOUNT_ONLY)} from users u where ${which} order by u.id`);
  }

  /** Accounts by internal id, in no particular order. */
  async findAll(organizationId: number, ids: readonly number[]): Promise<UserRow[]> {
    return this.database.rows(
      prepared(sql<UserRow>`
        select ${columns(ACCOUNT_ONLY)} from users u
         where u.organization_id = ${organizationId} and u.visible and u.id = any(${[...ids]}::integer[])`),
    );
  }

  /** @throws UniquenessError when userName or email are taken */
  async insert(organizationId: number, record: UserRecord, origin: { provisioned: boolean; isOwner: boolean }) {
    const given = {
      organization_id: organizationId,
      scim_id: newScimId(),
      is_owner: origin.isOwner,
      provisioned_at: origin.provisioned ? sql`now()` : null,
      ...values(record),
    };
    const names = Object.keys(given).map((name) => sql.ref(name));
    const [row] = await translateConstraints(CONSTRAINTS, () =>
      this.database.rows(
        prepared(sql<UserRow>`
          insert into users as u (${sql.join(names)}) values (${sql.join(Object.values(given))}) returning ${ACCOUNT}`),
      ),
    );
    if (!row) throw new Error('Nothing was inserted');
    return row;
  }

  /**
   * Revives a deleted account with this identity under its old id (rule U3), with the attributes of `record`.
   *
   * @returns undefined if there is none
   */
  async revive(organizationId: number, record: UserRecord): Promise<{ id: number; scimId: string } | undefined> {
    const identity =
      record.emailKey === null
        ? sql`email_key is null and user_name_key = ${record.userNameKey}`
        : sql`email_key = ${record.emailKey}`;
    const row = await translateConstraints(CONSTRAINTS, () =>
      this.tables
        .updateTable('users')
        .set({
          ...values(record),
          deleted_at: null,
          provisioned_at: sql<never>`coalesce(provisioned_at, now())`,
          version: sql<never>`version + 1`,
          updated_at: sql<never>`now()`,
        })
        .where(
          'id',
          '=',
          sql<never>`(select id from users where ${belongsTo(organizationId, sql`users`)} and deleted_at is not null and ${identity}
            order by deleted_at desc, id desc limit 1 for update)`,
        )
        .where('organization_id', '=', organizationId)
        .where('deleted_at', 'is not', null)
        .returning(['id', 'scim_id'])
        .modifyEnd(preparedMark)
        .executeTakeFirst(),
    );
    return row && { id: row.id, scimId: row.scim_id };
  }

  /**
   * @param parts of the account to read again
   * @throws UniquenessError when userName or email are taken
   */
  async update(organizationId: number, id: number, record: UserRecord, parts: UserParts): Promise<UserRow | undefined> {
    const changes = Object.entries(values(record)).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    return translateConstraints(CONSTRAINTS, () =>
      this.database.row(
        prepared(sql<UserRow>`
          update users u set ${sql.join(changes)}, provisioned_at = coalesce(provisioned_at, now()),
                 version = version + 1, updated_at = now()
           where u.organization_id = ${organizationId} and u.id = ${id} returning ${columns(parts)}`),
      ),
    );
  }

  /** Records that SCIM has taken over an account that existed before (rule U2); version and date stay. */
  async link(organizationId: number, id: number): Promise<void> {
    await this.tables
      .updateTable('users')
      .set({ provisioned_at: sql<never>`now()` })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }

  /** Deletes an account: it stays, deactivated and invisible (rule U3). */
  async softDelete(organizationId: number, id: number): Promise<void> {
    await this.tables
      .updateTable('users')
      .set({
        active: false,
        deleted_at: sql<never>`now()`,
        version: sql<never>`version + 1`,
        updated_at: sql<never>`now()`,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }
}
