import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { HttpClient } from '../support/http-client.js';
import type { WatchedPage } from './support/watch.js';
import { MappingsView } from './support/mappings-view.js';
import { takePicture } from './support/picture.js';
import { OWNER_TOKEN, Stage } from './support/stage.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The first day of an administrator, in one browser: each step builds on those before. */
describe('the first day', () => {
  let stage: Stage;
  let watched: WatchedPage;
  let page: Page;
  let okta: HttpClient;
  let group: string;

  beforeAll(async () => {
    stage = await Stage.open();
    watched = await stage.visit();
    page = watched.page;
  });

  afterAll(async () => {
    await stage.close();
  });

  const go = (place: string) => page.getByRole('link', { name: place, exact: true }).click();
  const section = (name: string) => page.getByRole('region', { name, exact: true });

  async function openPerson(email: string): Promise<void> {
    await go('People');
    await page.getByRole('searchbox', { name: 'Search by name or email' }).fill(email);
    await page.getByText('1–1 of 1', { exact: true }).waitFor();
    await page.getByRole('table', { name: 'People' }).locator('tbody').getByRole('link').click();
    await section('Role and why').waitFor();
  }

  it('begins with a token: a wrong one is refused, the right one is kept for the tab alone', async () => {
    stage.expectRefusal(401, /whoami/);
    await page.goto('/');
    await page.getByLabel('Token', { exact: true }).fill('rc_not-the-token-at-all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The server does not know this token').waitFor();
    await page.getByLabel('Token', { exact: true }).fill(OWNER_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Connection' }).waitFor();
    expect(await page.evaluate('[...Object.values(localStorage), document.cookie].join()')).not.toContain(OWNER_TOKEN);
    await takePicture(page, 'story-signed-in');
  });

  it('goes on with a token for the identity provider', async () => {
    await page.getByRole('button', { name: 'Create a token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const secret = await dialog.getByRole('textbox', { name: 'Token' }).inputValue();
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    okta = stage.scim.with({ authorization: `Bearer ${secret}` });
    expect((await okta.get('/Users?count=1')).status).toBe(200);
  });

  it('maps a group before it is pushed', async () => {
    await go('Mappings');
    const view = new MappingsView(watched);
    await view.add('role', 'Reviewer', 'acme-qa');
    await view.add('workspace', 'Radiology', 'acme-qa');
    await view.save();
    await view.row('role', 'acme-qa').getByText('Not pushed yet').waitFor();
  });

  it('sees the pushed group give a person a role, with its reason', async () => {
    const { body: ana } = await okta.post('/Users', {
      userName: 'ana@acme.test',
      name: { givenName: 'Ana', familyName: 'Ito' },
      emails: [{ value: 'ana@acme.test', primary: true }],
    });
    const pushed = await okta.post('/Groups', {
      schemas: [GROUP],
      displayName: 'acme-qa',
      members: [{ value: ana.id }],
    });
    group = pushed.body.id;
    await openPerson('ana@acme.test');
    const role = section('Role and why');
    await role.getByText('Reviewer').first().waitFor();
    await role.getByRole('link', { name: 'acme-qa' }).first().waitFor();
    await section('Workspaces')
      .getByRole('row', { name: /Radiology.*acme-qa/ })
      .waitFor();
    await takePicture(page, 'story-person');
  });

  it('previews a change, then saves it', async () => {
    await go('Mappings');
    const view = new MappingsView(watched);
    await view.button('Edit acme-qa → Reviewer').click();
    await view.field('role', 'Role').click();
    await page.getByRole('option', { name: 'Manager' }).click();
    await view.bar.getByRole('button', { name: 'Preview' }).click();
    await view.dialog.getByText('Access changes for 1 person').waitFor();
    await view.dialog.getByText('ana@acme.test').first().waitFor();
    await takePicture(page, 'story-preview');
    expect((await stage.rest.get('/scim/settings')).body.roles_groups).toEqual([['Reviewer', 'acme-qa']]);
    await view.dialog.getByRole('button', { name: 'Save' }).click();
    await view.saved();
    expect((await stage.rest.get('/scim/settings')).body.roles_groups).toEqual([['Manager', 'acme-qa']]);
  });

  it('keeps everybody’s access when the identity provider renames the group', async () => {
    const rename = { op: 'replace', value: { displayName: 'acme-quality' } };
    const { status } = await okta.patch(`/Groups/${group}`, { schemas: [PATCH_OP], Operations: [rename] });
    expect(status).toBe(204);
    await page.reload();
    await new MappingsView(watched).row('role', 'acme-quality').waitFor();
    await openPerson('ana@acme.test');
    await section('Role and why').getByRole('link', { name: 'acme-quality' }).first().waitFor();
  });

  it('sees the access go when the group is deleted, and the mapping wait for it', async () => {
    expect((await okta.delete(`/Groups/${group}`)).status).toBe(204);
    await page.reload();
    await section('Role and why').getByText('No group of theirs gives a role any more').waitFor();
    await go('Mappings');
    await new MappingsView(watched).row('role', 'acme-quality').getByText('Not pushed yet').waitFor();
  });

  it('limits the seats, and sees who waits', async () => {
    await go('Organization');
    const limit = page.getByRole('textbox', { name: 'Seat limit' });
    await limit.fill('1');
    await section('Seats').getByRole('button', { name: 'Save' }).click();
    await section('Seats').getByText('1 of 1').first().waitFor();
    await okta.post('/Users', { userName: 'bo@acme.test' });
    await go('People');
    await page.getByText('1 of 1 seats in use').waitFor();
    await page.getByRole('link', { name: '1 person waits for a seat' }).click();
    await page.getByRole('row', { name: /bo@acme\.test.*Waits for a seat/s }).waitFor();
    await takePicture(page, 'story-seats');
  });

  it('ends with what the identity provider sent', async () => {
    await okta.get('/Users?filter=nothing');
    await go('SCIM requests');
    await page.getByText('/scim/v2/Groups').first().waitFor();
    await page.getByText('400', { exact: true }).first().waitFor();
    await takePicture(page, 'story-requests');
  });
});
