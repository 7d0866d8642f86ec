import pg from 'pg';

/** Runs a statement; its first run on a connection prepares it. */
export type Query = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Plain `pg`: every statement prepared, every transaction on one connection. */
export class FloorDatabase {
  private readonly pool: pg.Pool;
  private readonly names = new Map<string, string>();

  /** @param max as many connections as the server has */
  constructor(connectionString: string | undefined, max: number) {
    this.pool = new pg.Pool({ connectionString, max, options: '-c jit=off' });
  }

  readonly query: Query = async <Row extends object>(text: string, values: readonly unknown[]) =>
    (await this.pool.query<Row & pg.QueryResultRow>(this.prepared(text, values))).rows;

  async transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    const query: Query = async <Row extends object>(text: string, values: readonly unknown[]) =>
      (await client.query<Row & pg.QueryResultRow>(this.prepared(text, values))).rows;
    try {
      await client.query('begin');
      const result = await work(query);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private prepared(text: string, values: readonly unknown[]) {
    const name = this.names.get(text) ?? `s${this.names.size}`;
    this.names.set(text, name);
    return { name, text, values: [...values] };
  }
}
