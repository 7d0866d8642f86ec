import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Provisioning from '../../../src/modules/provisioning/index.js';
import type { AccessStatements, Statement } from './statement.js';

/**
 * Prints the statements with which the built server evaluates access, as JSON. It is a program of its own so that the
 * floor has nothing of the server but their texts.
 */
const built = pathToFileURL(join(process.cwd(), 'dist/modules/provisioning/index.js')).href;

interface BuiltProvisioning {
  readonly accessStatements: typeof Provisioning.accessStatements;
  readonly changedMembers: typeof Provisioning.changedMembers;
  readonly circumstance: typeof Provisioning.circumstance;
  readonly roleStatement: typeof Provisioning.roleStatement;
}

const { accessStatements, changedMembers, circumstance, roleStatement } = (await import(built)) as BuiltProvisioning;

const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Placeholders for the values of a call, while a statement is put together. */
const ORGANIZATION = 990_001;
const USERS = '{990002}';
const REQUEST = 'request-990003';

function placeOf(parameter: unknown): Statement['places'][number] {
  if (parameter === ORGANIZATION) return 'organizationId';
  if (parameter === USERS) return 'userIds';
  return parameter === REQUEST ? 'requestId' : { always: parameter };
}

function statementOf(built: RawBuilder<unknown>): Statement {
  const { sql: text, parameters } = built.compile(compiler);
  return { text, places: parameters.map(placeOf) };
}

function roleBecause(because: Provisioning.Circumstance, options?: { readonly areNew: boolean }): Statement {
  return statementOf(roleStatement(ORGANIZATION, oneUser, circumstance(because), REQUEST, options));
}

const oneUser = sql`select (${USERS}::integer[])[1] as user_id`;
const manyUsers = sql`select distinct u.id as user_id from unnest(${USERS}::integer[]) as u (id)`;
const joined = changedMembers(ORGANIZATION, 0, []);
const accessOf = (users: RawBuilder<unknown>) =>
  accessStatements(ORGANIZATION, users, joined, REQUEST).map(([, statement]) => statementOf(statement));

const statements: AccessStatements = {
  newRole: roleBecause('account_created', { areNew: true }),
  role: roleBecause('account_deactivated'),
  ofOne: accessOf(oneUser),
  ofMany: accessOf(manyUsers),
};
console.log(JSON.stringify(statements));
