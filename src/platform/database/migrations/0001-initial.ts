import { Migration } from '@mikro-orm/migrations';
import { activityTables } from './0001-initial/activity.js';
import { authTables } from './0001-initial/auth.js';
import { roleFunctions } from './0001-initial/functions.js';
import { groupTables } from './0001-initial/groups.js';
import { mappingTables } from './0001-initial/mappings.js';
import { organizationTables } from './0001-initial/organizations.js';
import { provisioningTables } from './0001-initial/provisioning.js';
import { userTables } from './0001-initial/users.js';
import { views } from './0001-initial/views.js';
import { workspaceTables } from './0001-initial/workspaces.js';

/**
 * The schema of the first release, with a file for each module that owns tables. Every tenant table has
 * `organization_id` as the first column of its primary key and of every foreign key, so that no row can refer to
 * another organization and the data can be sharded by tenant. Indexes for looking up single rows begin with the
 * searched value, and have the organization last: without statistics, PostgreSQL assumes that an organization has one
 * row in 200, and takes any index that begins with it for as good as the right one (ADR 11).
 */
export class Initial extends Migration {
  override up(): void {
    const statements = [
      ...roleFunctions,
      ...organizationTables,
      ...userTables,
      ...groupTables,
      ...workspaceTables,
      ...mappingTables,
      ...provisioningTables,
      ...authTables,
      ...activityTables,
      ...views.map(({ name, query }) => `create view ${name} as ${query}`),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
