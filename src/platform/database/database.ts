import { Injectable } from '@nestjs/common';
import { SqlEntityManager } from '@mikro-orm/sql';
import type { Kysely, RawBuilder } from 'kysely';

/** Runs the repositories' statements, always in the running transaction, if there is one. */
@Injectable()
export class Database {
  constructor(private readonly entityManager: SqlEntityManager) {}

  /** A query builder over the tables that the entities of a module describe. */
  tables<Tables>(): Kysely<Tables> {
    return this.entityManager.getKysely<Tables>() as unknown as Kysely<Tables>;
  }

  /** Runs a statement written in SQL; its values are bound. */
  async rows<Row>(statement: RawBuilder<Row>): Promise<Row[]> {
    const { rows } = await statement.execute(this.entityManager.getKysely<never>());
    return rows;
  }

  /** The row of a statement that returns at most one. */
  async row<Row>(statement: RawBuilder<Row>): Promise<Row | undefined> {
    return (await this.rows(statement))[0];
  }
}
