/** A connection of `pg`, as far as it matters here. */
export interface PooledConnection {
  once(event: 'end', listener: () => void): unknown;
  release(destroy?: boolean): void;
}

/** A pool of `pg`, as far as it matters here. */
export interface ConnectionPool {
  on(event: 'connect' | 'acquire', listener: (connection: PooledConnection) => void): unknown;
  on(event: 'release', listener: (error: unknown, connection: PooledConnection) => void): unknown;
}

/**
 * Gives connections that are lost while somebody uses them back to their pool. Kysely does not where beginning or
 * rolling back a transaction fails, which it does on a connection that is lost: a few of those, and nobody would ever
 * get a connection again.
 */
export function giveBackLostConnections(pool: ConnectionPool): void {
  const inUse = new WeakSet<PooledConnection>();
  pool.on('acquire', (connection) => inUse.add(connection));
  pool.on('release', (_error, connection) => inUse.delete(connection));
  pool.on('connect', (connection) => {
    connection.once('end', () => {
      if (!inUse.has(connection)) return;
      const release = connection.release.bind(connection);
      // whoever uses it may still give it back, which the pool takes for a mistake
      connection.release = () => undefined;
      release(true);
    });
  });
}
