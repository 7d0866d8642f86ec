/** The part of a connection of `pg` that is used here. */
export interface PooledConnection {
  once(event: 'end', listener: () => void): unknown;
  release(destroy?: boolean): void;
}

/** The part of a pool of `pg` that is used here. */
export interface ConnectionPool {
  on(event: 'connect' | 'acquire', listener: (connection: PooledConnection) => void): unknown;
  on(event: 'release', listener: (error: unknown, connection: PooledConnection) => void): unknown;
}

/**
 * Returns connections that are lost while in use to their pool. Kysely does not if beginning or rolling back a
 * transaction fails, which it does on a lost connection: after a few of those, the pool would have no connection left.
 */
export function giveBackLostConnections(pool: ConnectionPool): void {
  const inUse = new WeakSet<PooledConnection>();
  pool.on('acquire', (connection) => inUse.add(connection));
  pool.on('release', (_error, connection) => inUse.delete(connection));
  pool.on('connect', (connection) => {
    connection.once('end', () => {
      if (!inUse.has(connection)) return;
      const release = connection.release.bind(connection);
      // its user may still release it, which the pool takes for a mistake
      connection.release = () => undefined;
      release(true);
    });
  });
}
