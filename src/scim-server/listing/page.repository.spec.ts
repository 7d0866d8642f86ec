import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { TooManyError, userResourceType } from '../../scim/index.js';
import { Database } from '../../platform/database/database.js';
import type { ListSource } from './list-source.js';
import type { PageRequest } from './page-request.js';
import { PageRepository } from './page.repository.js';

const users: ListSource = {
  resourceType: userResourceType,
  organizationId: 1,
  mapping: { document: sql`u.attributes`, columns: {}, collections: {} },
  id: sql`u.id`,
  rowsWhere: (condition) => sql`users u where ${condition}`,
  columns: sql`u.id`,
  joins: sql`join users u on u.id = position.id`,
  toResources: () => [],
};

const request: PageRequest = { count: 1, offset: 0, byCursor: false };

/** A database that fails every statement. */
function failing(error: Error): Database {
  return Object.assign(Object.create(Database.prototype), { rows: () => Promise.reject(error) }) as Database;
}

describe(PageRepository.name, () => {
  it('calls a query too much that the database gave up', async () => {
    const canceled = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
    const pages = new PageRepository(failing(new Error('Query failed', { cause: canceled })));
    await expect(pages.page([users], request)).rejects.toThrow(TooManyError);
    await expect(pages.page([users], { ...request, count: 0 })).rejects.toThrow(TooManyError);
  });

  it('passes every other failure on', async () => {
    const failure = new Error('Connection lost');
    const pages = new PageRepository(failing(failure));
    await expect(pages.page([users], request)).rejects.toBe(failure);
  });
});
