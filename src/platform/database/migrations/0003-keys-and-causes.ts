import { Migration } from '@mikro-orm/migrations';
import { keysFirst } from './0003/keys.js';

/** What lets a database without statistics find one row as quickly as any other. */
export class KeysFirst extends Migration {
  override up(): void {
    for (const statement of keysFirst) this.addSql(statement);
  }
}
