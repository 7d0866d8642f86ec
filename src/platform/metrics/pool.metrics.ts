import { MikroORM } from '@mikro-orm/core';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from './metrics.js';

/** Measures connections to PostgreSQL; the embedded database has no pool, and so no figures. */
@Injectable()
export class PoolMetrics {
  constructor({ registry }: Metrics, orm: MikroORM) {
    new Gauge({
      name: 'rolecall_database_connections',
      help: 'Connections of the pool: how many are allowed, open and idle, and how many requests wait for one',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        const connection = orm.em.getDriver().getConnection();
        if (!(connection instanceof PostgreSqlConnection)) return;
        const pool = await connection.getNativeClient();
        this.set({ state: 'allowed' }, pool.options.max);
        this.set({ state: 'open' }, pool.totalCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }
}
