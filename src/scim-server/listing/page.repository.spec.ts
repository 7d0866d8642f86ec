import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { TooManyError } from '../../scim/index.js';
import { Database } from '../../platform/database/database.js';
import { PageRepository, type MatchingRows } from './page.repository.js';

const users: MatchingRows = { type: 'User', rows: sql`users u`, id: sql`u.id` };

/** A database that fails every statement. */
function failing(error: Error): Database {
  return Object.assign(Object.create(Database.prototype), { rows: () => Promise.reject(error) }) as Database;
}

describe(PageRepository.name, () => {
  it('calls a query too much that the database gave up', async () => {
    const canceled = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
    const positions = new PageRepository(failing(new Error('Query failed', { cause: canceled })));
    await expect(positions.window([users], { sorted: undefined, limit: 1 })).rejects.toThrow(TooManyError);
    await expect(positions.window([users], { sorted: undefined, limit: 0 })).rejects.toThrow(TooManyError);
  });

  it('passes every other failure on', async () => {
    const failure = new Error('Connection lost');
    const positions = new PageRepository(failing(failure));
    await expect(positions.window([users], { sorted: undefined, limit: 1 })).rejects.toBe(failure);
  });
});
