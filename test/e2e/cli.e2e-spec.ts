import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/run.js';
import { DataDirectory, lockDataDirectory } from '../../src/platform/database/data-directory-lock.js';
import { Environment } from '../../src/platform/environment.js';
import { accessOf, createGroup, createUser } from '../support/people.js';
import { clientsOf } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

describe('The command line', () => {
  let server: TestServer;
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-cli-'));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  beforeAll(async () => {
    server = await startTestServer({ BRAKE_MINIMUM_USERS: 2 });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the application of the server in place of one of its own, and keeps it open. */
  function open(): Promise<TestServer['app']> {
    const app = new Proxy(server.app, {
      get: (target, name): unknown => (name === 'close' ? () => Promise.resolve() : Reflect.get(target, name, target)),
    });
    return Promise.resolve(app);
  }

  async function run(args: string[], opening = open): Promise<Run> {
    const printed = { out: '', error: '' };
    const code = await runCommandLine(args, {
      out: (text) => (printed.out += text),
      error: (text) => (printed.error += text),
      open: opening,
    });
    return { code, ...printed };
  }

  async function json(...args: string[]) {
    const { code, out, error } = await run([...args, '--json']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    return JSON.parse(out);
  }

  it('creates an organization whose Owner can begin at once', async () => {
    const created = await json('organization', 'create', '--title', 'Beta', '--owner-email', 'olga@beta.test');
    expect(created).toEqual({
      id: expect.any(Number),
      title: 'Beta',
      owner: { id: expect.any(Number), email: 'olga@beta.test' },
      token: expect.stringMatching(/^rc_/),
    });
    const { scim, rest } = clientsOf(server, created.token);
    expect((await scim.get('/Users')).body.totalResults).toBe(1);
    expect((await rest.get('/current-user/whoami')).body).toMatchObject({
      email: 'olga@beta.test',
      id: created.owner.id,
    });
    expect((await server.scim.get('/Users?filter=userName%20eq%20"olga@beta.test"')).body.totalResults).toBe(0);
  });

  it.each([
    [[], 'Rolecall', 'Owner'],
    [['--owner-name', 'Ana Maria Lopes'], 'Ana Maria', 'Lopes'],
  ])('creates an Owner who has a name: %j', async (args, first_name, last_name) => {
    const email = `owner-${last_name}@beta.test`;
    const { token } = await json('organization', 'create', '--title', 'Beta', '--owner-email', email, ...args);
    const { scim, rest } = clientsOf(server, token);
    expect((await rest.get('/current-user/whoami')).body).toMatchObject({ email, first_name, last_name });
    const formatted = `${first_name} ${last_name}`;
    expect((await scim.get('/Me')).body).toMatchObject({
      displayName: formatted,
      name: { givenName: first_name, familyName: last_name, formatted },
    });
  });

  it('takes titles and addresses without the blanks around them', async () => {
    const created = await json(
      'organization',
      'create',
      '--title',
      ' Gamma ',
      '--owner-email',
      ' olga@gamma.test\u00a0',
    );
    expect(created).toMatchObject({ title: 'Gamma', owner: { email: 'olga@gamma.test' } });
    const { scim } = clientsOf(server, created.token);
    expect((await scim.get('/Users')).body.Resources).toMatchObject([
      { userName: 'olga@gamma.test', emails: [{ value: 'olga@gamma.test' }] },
    ]);
    const organization = String(created.id);
    const args = [
      'token',
      'create',
      '--organization',
      organization,
      '--email',
      ' Olga@gamma.test\u200b',
      '--name',
      'x',
    ];
    expect(await json(...args)).toMatchObject({ name: 'x' });
    for (const option of ['--title', '--owner-email']) {
      const titled = { '--title': 'Delta', '--owner-email': 'olga@delta.test', [option]: '\u200b ' };
      const { code, error } = await run(['organization', 'create', ...Object.entries(titled).flat()]);
      expect([code, error]).toEqual([2, expect.stringContaining(`${option} must not be empty`)]);
    }
  });

  it('creates, lists and revokes tokens', async () => {
    const args = ['token', 'create', '--organization', '1', '--email', 'OWNER@example.com', '--name', 'Okta'];
    const created = await json(...args, '--expires-at', '2100-01-01T00:00:00Z');
    expect(created).toMatchObject({ id: expect.any(Number), name: 'Okta', expires_at: '2100-01-01T00:00:00.000Z' });
    const { scim } = clientsOf(server, created.token);
    expect((await scim.get('/Users?count=0')).status).toBe(200);
    const listed = (await json('token', 'list', '--organization', '1')) as { id: number }[];
    expect(listed).toContainEqual(
      expect.objectContaining({ id: created.id, organization: 1, email: 'owner@example.com', name: 'Okta' }),
    );
    expect(JSON.stringify(listed)).not.toContain(created.token);
    expect(listed.find(({ id }) => id === created.id)).toMatchObject({
      expires_at: '2100-01-01T00:00:00.000Z',
      last_used_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    expect(await json('token', 'revoke', '--id', String(created.id))).toEqual({ id: created.id, revoked: true });
    expect((await scim.get('/Users?count=0')).status).toBe(401);
    const remaining = (await json('token', 'list')) as { id: number }[];
    expect(remaining.map(({ id }) => id)).not.toContain(created.id);
  });

  it('previews, imports and exports settings, and access follows', async () => {
    const { id } = await createUser(server.scim, { userName: 'ana@acme.test' });
    await createGroup(server.scim, 'acme-qa', [{ id }]);
    const settings = { roles_groups: [['Reviewer', 'acme-qa']], workspaces_groups: [['Radiology', 'acme-qa']] };
    const args = [
      'settings',
      'import',
      '--organization',
      '1',
      '--file',
      file('settings.json', JSON.stringify(settings)),
    ];
    expect(await json(...args, '--preview')).toMatchObject({ users_changed: 1, workspaces_created: ['Radiology'] });
    expect(await accessOf(server, 'ana@acme.test')).toMatchObject({ role: 'AN' });
    const stored = { ...settings, projects_groups: [] };
    expect(await json(...args)).toEqual(stored);
    expect(await accessOf(server, 'ana@acme.test')).toMatchObject({ role: 'RE', workspaces: [{ title: 'Radiology' }] });
    expect(await json('settings', 'export', '--organization', '1')).toEqual(stored);
  });

  it('imports what takes access from many only when told their number, as REST does', async () => {
    const people = await Promise.all(
      ['bo', 'cy', 'di'].map((name) => createUser(server.scim, { userName: `${name}@acme.test` })),
    );
    await createGroup(server.scim, 'acme-leavers', people);
    const { roles_groups: kept } = await json('settings', 'export', '--organization', '1');
    const roles_groups = [...kept, ['Deactivated', 'acme-leavers']];
    const path = file('leavers.json', JSON.stringify({ roles_groups }));
    const args = ['settings', 'import', '--organization', '1', '--file', path];
    const stored = await json('settings', 'export', '--organization', '1');
    for (const confirmation of [[], ['--confirm', '2']]) {
      const { code, out, error } = await run([...args, ...confirmation, '--json']);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(/take access from 3 of \d+ working users\. Nothing was changed\..*with --confirm 3\n$/);
    }
    expect(await json('settings', 'export', '--organization', '1')).toEqual(stored);
    expect(await accessOf(server, 'bo@acme.test')).toMatchObject({ role: 'AN' });
    expect(await json(...args, '--preview')).toMatchObject({ users_changed: 3 });
    expect(await json(...args, '--confirm', '3')).toMatchObject({ roles_groups });
    expect(await accessOf(server, 'bo@acme.test')).toMatchObject({ role: 'DI' });
  });

  it.each([['--dry-run'], []])('reconciles as REST does: %s', async (...switches) => {
    const report = await json('reconcile', '--organization', '1', ...switches);
    expect(report).toMatchObject({ users_checked: expect.any(Number), drift: 0, changes: [] });
    expect(report).toEqual((await server.rest.post('/provisioning/reconcile?dry_run=true', undefined)).body);
  });

  it('prints for people, too', async () => {
    const { out } = await run(['token', 'list', '--organization', '1']);
    expect(out).toMatch(
      /^id +organization +email +name +prefix +expires_at +last_used_at\n\d+ +1 +owner@example\.com +/,
    );
    expect((await run(['settings', 'export', '--organization', '1'])).out).toContain('projects_groups:\n  none\n');
  });

  const refused: [args: string, reason: RegExp][] = [
    ['reconcile --organization 999', /There is no organization 999/],
    ['token list --organization 999', /There is no organization 999/],
    ['token create --organization 1 --email no@body.test --name x', /nobody with the address no@body.test/],
    [
      'token create --organization 1 --email owner@example.com --name x --expires-at 2000-01-01',
      /expires_at: .*passed/,
    ],
    [
      'token create --organization 1 --email owner@example.com --name x --expires-at 9999-12-31T23:59:59-14:00',
      /expires_at: .*after the year 9999/,
    ],
    ['token revoke --id 999999', /There is no token 999999/],
    [
      `settings import --organization 1 --file ${file('wrong.json', '{"roles_groups":[["Wizard","x"]]}')}`,
      /roles_groups: /,
    ],
  ];

  it.each(refused)('says why it does not: %s', async (args, reason) => {
    const { code, out, error } = await run([...args.split(' '), '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(reason);
    expect(error).not.toMatch(/\n\s+at /);
  });

  const wrong: [args: string, reason: RegExp][] = [
    ['', /Which command/],
    ['launch', /no command launch/],
    ['token', /no command token/],
    ['token launch', /no command token launch/],
    ['token list extra', /extra/],
    ['token list --organisation 1', /Did you mean --organization/],
    ['token list --colour red', /--colour/],
    ['token revoke', /--id is missing/],
    ['token revoke --id', /--id/],
    ['token revoke --id --json', /--id needs a value/],
    ['token create --organization 1 --email owner@example.com --name --json', /--name needs a value/],
    ['reconcile --organization 1 --dry-run=no', /--dry-run/],
    ['token revoke --id x', /--id must be an id/],
    ['token revoke --id 99999999999', /--id must be an id/],
    ['organization create --title T', /--owner-email is missing/],
    ['organization create --title T --owner-email nobody', /must be an email address/],
    ['organization create --title T --owner-email o@beta.test --owner-name ?', /--owner-name must be a name/],
    ['token create --organization 1 --email o --name n --expires-at soon', /--expires-at/],
    [
      'token create --organization 1 --email o --name n --expires-at 2099-02-30',
      /--expires-at must be a moment such as/,
    ],
    ['settings import --organization 1 --file /nowhere/at-all.json', /--file cannot be read/],
    [
      `settings import --organization 1 --file ${file('any.json', '{}')} --confirm some`,
      /--confirm must be a whole number/,
    ],
    [`settings import --organization 1 --file ${file('none.json', '{"a')}`, /--file cannot be read/],
  ];

  it.each(wrong)('ends with 2 for wrong usage: %s', async (args, reason) => {
    const { code, out, error } = await run(args.split(' ').filter(Boolean));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(reason);
  });

  it.each([
    [['--help'], /organization create[^]*settings import[^]*Exit code/],
    [['help'], /token revoke/],
    [['token', 'create', '--help'], /--organization <N>[^]*--expires-at <ISO>[^]*--json/],
    [['reconcile', '-h'], /--dry-run/],
    [['token', '--help'], /token create[^]*token list[^]*token revoke/],
  ])('helps: %j', async (args, text) => {
    const { code, out, error } = await run(args, () => Promise.reject(new Error('Help needs no database')));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(text);
  });

  it('says so when a server holds the embedded database', async () => {
    const directory = join(folder, 'data');
    const release = lockDataDirectory(directory);
    const environment = Object.assign(new Environment(), { DATA_DIR: directory });
    const { code, out, error } = await run(['token', 'list'], () => {
      new DataDirectory(environment);
      return Promise.resolve(server.app);
    });
    release();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toBe(
      `DATA_DIR ${directory} is in use by the server with process id ${process.pid}. Stop that one, or use another folder.\n`,
    );
  });
});
