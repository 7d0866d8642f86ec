import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGroup, createUser } from '../support/people.js';
import { administer, databaseUrl } from '../support/template-database.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const { TEST_DATABASE_URL: url } = process.env;
const work = mkdtempSync(join(tmpdir(), 'rolecall-backup-'));

function folder(name: string): TestDatabase {
  return {
    settings: { DATA_DIR: join(work, name) },
    drop: () => Promise.resolve(),
  };
}

/** The embedded database: its folder is copied while the server is stopped. */
const embedded = {
  original: () => Promise.resolve(folder('original')),
  copy: () => {
    cpSync(join(work, 'original'), join(work, 'restored'), { recursive: true });
    return Promise.resolve(folder('restored'));
  },
};

/**
 * PostgreSQL: dumped while the server runs, as docs/operations.md describes it, and restored into an empty database.
 */
function onServer(server: string): typeof embedded {
  let original: TestDatabase;
  return {
    original: async () => (original = await createTestDatabase()),
    copy: async () => {
      const name = `rolecall_restored_${randomBytes(6).toString('hex')}`;
      const programs = execFileSync(join(process.cwd(), '.ci/postgres'), ['bin'], { encoding: 'utf8' }).trim();
      const dump = join(work, 'rolecall.dump');
      const from = original.settings.DATABASE_URL ?? '';
      execFileSync(join(programs, 'pg_dump'), ['--format=custom', `--file=${dump}`, from]);
      await administer(server, `create database ${name}`);
      const to = databaseUrl(server, name);
      execFileSync(join(programs, 'pg_restore'), ['--exit-on-error', '--no-owner', `--dbname=${to}`, dump]);
      await original.drop();
      return {
        settings: { DATABASE_URL: to },
        drop: () => administer(server, `drop database if exists ${name} with (force)`),
      };
    },
  };
}

/** Everything that could get lost: users, groups, everybody's access, and the settings behind it. */
async function everything({ scim, rest }: TestServer) {
  const users = (await scim.get('/Users?sortBy=id')).body.Resources;
  const accounts = (await rest.get('/users/')).body as { id: number }[];
  return {
    users,
    groups: (await scim.get('/Groups?sortBy=id')).body.Resources,
    settings: (await rest.get('/scim/settings')).body,
    access: await Promise.all(accounts.map(async ({ id }) => (await rest.get(`/users/${id}/access`)).body)),
  };
}

const withoutOrigin = (value: unknown) => JSON.stringify(value).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '');

describe('A backup', () => {
  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('has everybody and everything that they may do, wherever it is restored', async () => {
    const place = url ? onServer(url) : embedded;
    const original = await startTestServer({}, await place.original());
    const people = [await createUser(original.scim), await createUser(original.scim, { active: false })];
    await createGroup(original.scim, 'qa', people);
    const project = (await original.rest.post('/projects/', { title: 'Chest X-ray' })).body.id;
    await original.rest.post('/scim/settings', {
      roles_groups: [['Reviewer', 'qa']],
      workspaces_groups: [['Radiology', 'qa']],
      projects_groups: [{ project_id: project, group: 'qa', role: 'Inherit' }],
    });
    const before = withoutOrigin(await everything(original));
    await original.close();

    const copy = await place.copy();
    const restored = await startTestServer({}, copy);
    expect(withoutOrigin(await everything(restored))).toBe(before);
    expect((await restored.rest.post('/provisioning/reconcile?dry_run=true', {})).body.drift).toBe(0);
    expect((await restored.scim.post('/Users', { userName: 'after@acme.test' })).status).toBe(201);
    await restored.close();
    await copy.drop();
  }, 60_000);
});
