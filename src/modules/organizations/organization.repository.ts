import { Injectable } from '@nestjs/common';
import { sql, type Selectable, type Updateable } from 'kysely';
import { Database } from '../../platform/database/database.js';
import type { OrganizationTables } from './organization.entity.js';

/** An organization as stored. */
export type OrganizationRow = Selectable<OrganizationTables['organizations']>;

/** Seats in use and users in line for one, as provisioning publishes them. */
export interface SeatUsage {
  readonly used: number;
  readonly waiting: number;
}

@Injectable()
export class OrganizationRepository {
  constructor(private readonly database: Database) {}

  private get tables() {
    return this.database.tables<OrganizationTables>();
  }

  async insert(title: string): Promise<OrganizationRow> {
    return this.tables.insertInto('organizations').values({ title }).returningAll().executeTakeFirstOrThrow();
  }

  async find(id: number): Promise<OrganizationRow | undefined> {
    return this.tables.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async exists(): Promise<boolean> {
    const row = await this.tables.selectFrom('organizations').select('id').limit(1).executeTakeFirst();
    return row !== undefined;
  }

  async update(id: number, values: Updateable<OrganizationTables['organizations']>): Promise<void> {
    await this.tables.updateTable('organizations').set(values).where('id', '=', id).execute();
  }

  async seatUsage(id: number): Promise<SeatUsage> {
    const row = await this.database.row(
      sql<SeatUsage>`select used, waiting from seat_usage where organization_id = ${id}`,
    );
    return row ?? { used: 0, waiting: 0 };
  }
}
