import { sql } from 'kysely';
import type { Cause } from '../../src/modules/provisioning/index.js';
import type { Database } from '../../src/platform/database/database.js';

/** A logged change of access. */
export interface LoggedChange {
  readonly id: number;
  readonly user_id: number;
  readonly kind: string;
  readonly target_id: number | null;
  readonly previous: string | null;
  readonly current: string | null;
  readonly causes: readonly Cause[];
}

/** What a group gives to a user, as one text: kind, user, target and group, and the role if there is one. */
type Grant = string;

/** Every grant of an organization. */
export async function grantsIn(database: Database, organizationId: number): Promise<Set<Grant>> {
  const rows = await database.rows<{ grant: string }>(sql`
    select concat_ws(' ', m.kind, x.user_id, m.target_id, x.group_id, m.role) as grant
      from group_members x
      join (select organization_id, group_id, 'role' as kind, null::integer as target_id, role from role_mappings
            union all select organization_id, group_id, 'workspace', workspace_id, null from workspace_mappings
            union all select organization_id, group_id, 'project', project_id, role from project_mappings) m
        on m.organization_id = x.organization_id and m.group_id = x.group_id
     where x.organization_id = ${organizationId}`);
  return new Set(rows.map(({ grant }) => grant));
}

/** Everything logged in an organization after a change. */
export async function loggedAfter(database: Database, organizationId: number, id: number): Promise<LoggedChange[]> {
  return database.rows<LoggedChange>(sql`
    select id::integer as id, user_id, kind, target_id, previous, current, causes from access_changes
     where organization_id = ${organizationId} and id > ${id} order by access_changes.id`);
}

/** The grants that a change names as its causes. */
export function grantsBehind({ kind, user_id, target_id, causes }: LoggedChange): Grant[] {
  return causes.flatMap((cause) =>
    cause.kind === 'group'
      ? [
          [kind, user_id, target_id, cause.id, cause.role]
            .filter((part) => part !== null && part !== undefined)
            .join(' '),
        ]
      : [],
  );
}
