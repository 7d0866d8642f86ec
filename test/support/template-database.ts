import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const MIGRATIONS = join(process.cwd(), 'src/platform/database/migrations');
const MAKER = join(process.cwd(), 'test/support/migrated-databases.ts');
const CACHE = join(process.cwd(), 'node_modules/.cache/rolecall');

/** Loaded only when needed, because it imports the application; a run that finds its template does without. */
const maker = () => import('./migrated-databases.js');

/** Changes whenever a migration changes, or the way the databases are made. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  hash.update(readFileSync(MAKER));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The migrated database that this run copies: a file with the data directory of an embedded one, or the name of one on
 * the PostgreSQL server under test. It stays the same for the run, even if the migrations change meanwhile.
 */
export function template(): string {
  const { ROLECALL_TEST_TEMPLATE: name } = process.env;
  if (name === undefined) throw new Error('The global setup has not run');
  return name;
}

/** Runs one statement as the administrator of the server under test. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function prepareEmbedded(): Promise<string> {
  const file = join(CACHE, `embedded-${fingerprint()}.tar`);
  if (existsSync(file)) return file;
  await (await maker()).makeEmbedded(file);
  return file;
}

async function prepareServer(url: string): Promise<string> {
  const name = `rolecall_template_${fingerprint()}_${process.pid}`;
  await administer(url, `drop database if exists ${name}`);
  await administer(url, `create database ${name}`);
  await (await maker()).migrateServer(databaseUrl(url, name));
  return name;
}

/** Migrates the database that tests copy: on the server of `TEST_DATABASE_URL`, else embedded. */
export async function prepareTemplate(): Promise<void> {
  const { TEST_DATABASE_URL: url } = process.env;
  process.env.ROLECALL_TEST_TEMPLATE = await (url ? prepareServer(url) : prepareEmbedded());
}

/** Removes what `prepareTemplate` has made on a server; a file is kept for the next run. */
export async function dropTemplate(): Promise<void> {
  const { TEST_DATABASE_URL: url } = process.env;
  if (url) await administer(url, `drop database if exists ${template()}`);
}
