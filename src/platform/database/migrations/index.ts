import type { Migration } from '@mikro-orm/migrations';
import { Initial } from './0001-initial.js';
import { FlatRoleFunctions } from './0002-flat-role-functions.js';
import { UserTotals } from './0003-user-totals.js';

/** A step of the schema, and the name under which a database records that it was taken. */
export interface NamedMigration {
  readonly name: string;
  readonly class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

/** Every migration, oldest first. A migration that has been released is never edited; the first counts as released. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-initial', class: Initial },
  { name: '0002-flat-role-functions', class: FlatRoleFunctions },
  { name: '0003-user-totals', class: UserTotals },
];
