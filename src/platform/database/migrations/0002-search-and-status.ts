import { Migration } from '@mikro-orm/migrations';
import { quickActivity } from './0002/activity.js';
import { searchedAccounts } from './0002/accounts.js';
import { colouredContainers } from './0002/containers.js';

/** What the lists of the web console are read by, and LSE's colour of a new workspace or project. */
export class SearchAndStatus extends Migration {
  override up(): void {
    for (const statement of [...searchedAccounts, ...quickActivity, ...colouredContainers]) this.addSql(statement);
  }
}
