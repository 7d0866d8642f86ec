import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';
import { settingFields } from './setting-fields.js';
import type { Settings } from './stage.js';

/** Stores an organization with these settings, without users. @returns its id */
export async function insertOrganization(database: Database, settings: Settings): Promise<number> {
  const fields = settingFields(settings);
  const row = await database.row<{ id: number }>(sql`
    insert into organizations (title, ${sql.join(fields.map(([name]) => sql.ref(name)))})
    values ('A case', ${sql.join(fields.map(([, value]) => sql`${value}`))}) returning id`);
  if (!row) throw new Error('There is no organization');
  return row.id;
}
