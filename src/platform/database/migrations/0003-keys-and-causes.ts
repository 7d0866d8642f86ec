import { Migration } from '@mikro-orm/migrations';
import { causesOfChanges } from './0003/causes.js';
import { keysFirst } from './0003/keys.js';

/**
 * What lets a database without statistics find one row as quickly as any other, and what brought each change of
 * somebody's access about.
 */
export class KeysAndCauses extends Migration {
  override up(): void {
    for (const statement of [...keysFirst, ...causesOfChanges]) this.addSql(statement);
  }
}
