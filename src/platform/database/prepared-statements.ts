import { sql, type RawBuilder } from 'kysely';

const MARK = '/* prepared */';

/** How many texts a connection keeps plans for; a few dozen statements are marked, and each has few variants. */
const MAX_TEXTS = 400;

/**
 * Marks a statement that PostgreSQL should plan once for each connection, and not each time it runs: planning the read
 * of a user takes ten times as long as finding the user. Only for statements whose best plan does not depend on the
 * values, so not for lists of any length.
 */
export function prepared<Row>(statement: RawBuilder<Row>): RawBuilder<Row> {
  return sql<Row>`${sql.raw(MARK)} ${statement}`;
}

/** The mark for the end of a statement of the query builder; it does the same as `prepared`. */
export const preparedMark = sql.raw(MARK);

/**
 * Names for the marked texts, the same on all connections. A text gets its name when it is seen for the second time, as
 * long as there is room, so that filters that occur only once take none.
 */
export class StatementNames {
  private readonly seen = new Set<string>();
  private readonly names = new Map<string, string>();

  constructor(private readonly room = MAX_TEXTS) {}

  /** @returns undefined for a text that is planned each time */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= this.room || !isMarked(text)) return known;
    if (!this.seen.has(text)) {
      this.remember(text);
      return undefined;
    }
    this.seen.delete(text);
    const name = `rolecall_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }

  private remember(text: string): void {
    if (this.seen.size >= this.room) this.seen.clear();
    this.seen.add(text);
  }
}

function isMarked(text: string): boolean {
  return text.startsWith(MARK) || text.endsWith(MARK);
}

/** The part of `pg` that runs statements. */
interface Connection {
  query(statement: unknown, ...rest: unknown[]): unknown;
}

/** The part of a pool of `pg` that is used here. */
interface Pool {
  on(event: 'connect', listener: (connection: Connection) => void): unknown;
}

/**
 * Makes the connections of a pool send marked statements under a name, by which PostgreSQL finds the plan again
 * until one of its tables is analyzed.
 */
export function prepareMarkedStatements(pool: Pool, names = new StatementNames()): void {
  pool.on('connect', (connection) => {
    const query = connection.query.bind(connection);
    connection.query = (statement, ...rest) => {
      const name = typeof statement === 'string' ? names.nameOf(statement) : undefined;
      return name === undefined ? query(statement, ...rest) : query({ name, text: statement, values: rest[0] });
    };
  });
}
