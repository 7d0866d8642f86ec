import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';
import { storedMappings } from '../../../src/modules/provisioning/engine/projection/mapping-source.js';
import { changedMembers, circumstance } from '../../../src/modules/provisioning/engine/projection/occasion.js';
import { projectProjects } from '../../../src/modules/provisioning/engine/projection/project.projection.js';
import { projectRoles } from '../../../src/modules/provisioning/engine/projection/role.projection.js';
import { projectWorkspaces } from '../../../src/modules/provisioning/engine/projection/workspace.projection.js';
import type { Caller } from './caller.js';
import type { Query } from './floor-database.js';

const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Stand in for the values of a call while a statement is put together, once. */
const ORGANIZATION = 990_001;
const USERS = '{990002}';
const REQUEST = 'request-990003';

const scope = sql`select distinct u.id as user_id from unnest(${USERS}::integer[]) as u (id)`;
const oneUser = sql`select (${USERS}::integer[])[1] as user_id`;

interface Values {
  readonly organizationId: number;
  readonly userIds: readonly number[];
  readonly requestId: string;
}

/** The server's own statement, as a text and the order of its values. */
function fixed(statement: RawBuilder<unknown>): { text: string; values: (given: Values) => unknown[] } {
  const { sql: text, parameters } = statement.compile(compiler);
  return {
    text,
    values: ({ organizationId, userIds, requestId }) =>
      parameters.map((parameter) => {
        if (parameter === ORGANIZATION) return organizationId;
        if (parameter === USERS) return userIds;
        return parameter === REQUEST ? requestId : parameter;
      }),
  };
}

const mappings = storedMappings(ORGANIZATION);
const NEW_ROLES = fixed(
  projectRoles(ORGANIZATION, oneUser, mappings, circumstance('account_created'), REQUEST, { areNew: true }),
);
const ROLES = fixed(projectRoles(ORGANIZATION, oneUser, mappings, circumstance('account_deactivated'), REQUEST));
const JOINED = changedMembers(ORGANIZATION, 0, []);
const ACCESS = [projectRoles, projectWorkspaces, projectProjects];
const OF_ONE = ACCESS.map((project) => fixed(project(ORGANIZATION, oneUser, mappings, JOINED, REQUEST)));
const OF_MANY = ACCESS.map((project) => fixed(project(ORGANIZATION, scope, mappings, JOINED, REQUEST)));

const ENROLL = `
  insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source, reason)
  select o.id, $2::integer, o.default_role, 'default', 'DI', 'default', 'deactivated'
    from organizations o where o.id = $1`;

const HOLD = `
  select count(*) from (
    select a.user_id from role_assignments a
     where a.organization_id = $1 and a.user_id = any($2::integer[]) order by a.user_id for no key update) as locked`;

const RESTORE = `
  update role_assignments a set base_role = o.default_role, base_role_source = 'default' from organizations o
   where o.id = a.organization_id and a.organization_id = $1 and a.user_id = $2 and a.base_role is null`;

const LARGE = 1_000;

export async function enroll(query: Query, { organizationId, requestId }: Caller, userId: number): Promise<void> {
  await query(ENROLL, [organizationId, userId]);
  await query(NEW_ROLES.text, NEW_ROLES.values({ organizationId, userIds: [userId], requestId }));
}

/** After `active` has changed. */
export async function evaluateRole(
  query: Query,
  { organizationId, requestId }: Caller,
  userId: number,
  isBack: boolean,
): Promise<void> {
  await query(HOLD, [organizationId, [userId]]);
  if (isBack) await query(RESTORE, [organizationId, userId]);
  await query(ROLES.text, ROLES.values({ organizationId, userIds: [userId], requestId }));
}

/** After memberships have changed. */
export async function evaluateAccess(
  query: Query,
  { organizationId, requestId }: Caller,
  userIds: readonly number[],
): Promise<void> {
  await query(HOLD, [organizationId, userIds]);
  if (userIds.length >= LARGE) await query('set local enable_nestloop = off', []);
  for (const { text, values } of userIds.length === 1 ? OF_ONE : OF_MANY) {
    await query(userIds.length >= LARGE ? `${text} -- large` : text, values({ organizationId, userIds, requestId }));
  }
  if (userIds.length >= LARGE) await query('set local enable_nestloop = on', []);
}
