import { Migration } from '@mikro-orm/migrations';
import { accountTables } from './0001/accounts.js';
import { activityTables } from './0001/activity.js';
import { containerTables } from './0001/containers.js';
import { mappingTables } from './0001/mappings.js';
import { roleFunctions } from './0001/roles.js';
import { assignmentTables, assignmentViews } from './0001/assignments.js';

/**
 * The schema of the first release. Every tenant table carries `organization_id`, as the first column of its primary
 * key and of every foreign key, so that no row can point across organizations and the data can be sharded by tenant.
 */
export class InitialSchema extends Migration {
  override up(): void {
    const statements = [
      ...roleFunctions,
      ...accountTables,
      ...containerTables,
      ...mappingTables,
      ...assignmentTables,
      ...assignmentViews,
      ...activityTables,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
