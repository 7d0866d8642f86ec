import type { EntityData } from '@mikro-orm/core';
import { InjectRepository } from '@mikro-orm/nestjs';
import { EntityRepository } from '@mikro-orm/sql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Organization, OrganizationEntity } from './organization.entity.js';

/** Seats in use and users who wait for one, from the view of provisioning. */
export interface SeatUsage {
  readonly used: number;
  readonly waiting: number;
}

@Injectable()
export class OrganizationRepository {
  constructor(
    @InjectRepository(OrganizationEntity) private readonly organizations: EntityRepository<Organization>,
    private readonly database: Database,
  ) {}

  /** @returns the id of the new organization */
  async insert(title: string): Promise<number> {
    return this.organizations.insert({ title });
  }

  async find(id: number): Promise<Organization | null> {
    return this.organizations.findOne({ id });
  }

  async exists(): Promise<boolean> {
    return (await this.organizations.find({}, { fields: ['id'], limit: 1 })).length > 0;
  }

  async update(id: number, settings: EntityData<Organization>): Promise<void> {
    await this.organizations.nativeUpdate({ id }, settings);
  }

  async seatUsage(id: number): Promise<SeatUsage> {
    const row = await this.database.row(
      sql<SeatUsage>`select used, waiting from seat_usage where organization_id = ${id}`,
    );
    return row ?? { used: 0, waiting: 0 };
  }
}
