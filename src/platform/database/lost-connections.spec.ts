import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { giveBackLostConnections, type PooledConnection } from './lost-connections.js';

/** Releases like a pool of `pg`: releasing a connection twice is an error. */
class Connection extends EventEmitter implements PooledConnection {
  readonly releases: unknown[] = [];

  constructor(private readonly pool: EventEmitter) {
    super();
  }

  release(destroy?: boolean): void {
    if (this.releases.length > 0) throw new Error('given back twice');
    this.releases.push(destroy);
    this.pool.emit('release', undefined, this);
  }
}

function acquire(): Connection {
  const pool = new EventEmitter();
  giveBackLostConnections(pool);
  const connection = new Connection(pool);
  pool.emit('connect', connection);
  pool.emit('acquire', connection);
  return connection;
}

describe(giveBackLostConnections.name, () => {
  it('gives a connection back that is lost in use, to be thrown away', () => {
    const connection = acquire();
    connection.emit('end');
    expect(connection.releases).toEqual([true]);
  });

  it('lets whoever used it give it back, too', () => {
    const connection = acquire();
    connection.emit('end');
    expect(() => {
      connection.release();
    }).not.toThrow();
    expect(connection.releases).toEqual([true]);
  });

  it('leaves a connection alone that is lost when nobody uses it', () => {
    const connection = acquire();
    connection.release();
    connection.emit('end');
    expect(connection.releases).toEqual([undefined]);
  });
});
