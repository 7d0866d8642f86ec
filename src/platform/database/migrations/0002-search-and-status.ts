import { Migration } from '@mikro-orm/migrations';
import { quickActivity } from './0002/activity.js';
import { searchedAccounts } from './0002/accounts.js';
import { colouredContainers } from './0002/containers.js';
import { reconciliationTable } from './0002/reconciliations.js';

/**
 * What the lists of the web console are read by, LSE's colour of a new workspace or project, and what came of the last
 * check of everybody's access.
 */
export class SearchAndStatus extends Migration {
  override up(): void {
    const statements = [...searchedAccounts, ...quickActivity, ...colouredContainers, ...reconciliationTable];
    for (const statement of statements) this.addSql(statement);
  }
}
