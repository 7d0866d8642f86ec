import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OWNER_TOKEN, Stage } from './support/stage.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

async function open(stage: Stage, token?: string) {
  const watched = await stage.signedIn({}, token);
  await watched.page.goto('/organization');
  await watched.page.getByRole('heading', { name: 'Default role' }).waitFor();
  return watched;
}

function tokenRow(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name });
}

describe('the organization', () => {
  let stage: Stage;
  const push = async (userName: string) => {
    const { body } = await stage.scim.post('/Users', { schemas: [USER], userName });
    return body;
  };
  const settings = async () => (await stage.rest.get('/organizations/0')).body;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(() => stage.close());

  it('changes the name', async () => {
    const { page } = await open(stage);
    const name = page.getByLabel('Name of the organization');
    expect(await page.getByRole('button', { name: 'Save name' }).isDisabled()).toBe(true);
    await name.fill('Acme Research');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByText('The name is saved.').waitFor();
    expect(await settings()).toMatchObject({ title: 'Acme Research' });
  });

  it('changes the default role, which moves nobody', async () => {
    await push('before@acme.test');
    const { page } = await open(stage);
    await page.getByRole('combobox', { name: 'Role of new accounts' }).click();
    await page.getByRole('option', { name: 'Reviewer' }).click();
    await page.getByRole('button', { name: 'Save default role' }).click();
    await page.getByText('New accounts are given the role Reviewer from now on.').waitFor();
    await push('after@acme.test');
    const { body } = await stage.rest.get('/organizations/0/memberships?ordering=id');
    const roles = body.results.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(['OW', 'AN', 'RE']);
  });

  it('says what a seat limit will do, and serves who waits when it rises', async () => {
    await stage.rest.patch('/organizations/0', { seat_limit: 3 });
    await push('waits.first@acme.test');
    await push('waits.second@acme.test');
    const { page } = await open(stage);
    const seats = page.getByRole('region', { name: 'Seats' });
    await seats.getByText('3 of 3 in use').waitFor();
    await seats.getByRole('link', { name: '2 people wait for a seat' }).waitFor();
    await seats.getByLabel('Seat limit').fill('2');
    await seats.getByText(/nobody loses theirs/).waitFor();
    await seats.getByLabel('Seat limit').fill('4');
    await seats.getByText(/Saving gives a seat to 1 person who waits/).waitFor();
    await seats.getByRole('button', { name: 'Save seat limit' }).click();
    await page.getByText('The limit is 4 now. 1 person who waited has a seat.').waitFor();
    await seats.getByText('4 of 4 in use').waitFor();
    await seats.getByLabel('Seat limit').fill('');
    await seats.getByRole('button', { name: 'Save seat limit' }).click();
    await page.getByText('The limit is gone. 1 person who waited has a seat.').waitFor();
    await seats.getByText('Nobody waits for a seat.').waitFor();
    expect((await settings()).seats).toEqual({ limit: null, used: 5, waiting: 0 });
  });

  it.each([
    ['Keep roles', 'manual_role_management', 'keeps that role, as if given by hand'],
    ['Keep workspaces', 'manual_workspace_management', 'stays in it, as if added by hand'],
    ['Keep projects', 'manual_project_member_management', 'stays in it, as if added by hand'],
  ])('switches %s on, with what that means, and off again', async (label, setting, meaning) => {
    const { page } = await open(stage);
    const control = page.getByRole('switch', { name: label });
    await control.click();
    await page.getByText(`${label}: on from now on.`).waitFor();
    await page.getByText(meaning).first().waitFor();
    expect((await settings())[setting]).toBe(true);
    await control.click();
    await page.getByText(`${label}: off from now on.`).waitFor();
    expect((await settings())[setting]).toBe(false);
    expect(await control.isChecked()).toBe(false);
  });

  it('says why a change was refused', async () => {
    const { page } = await open(stage);
    await page.route('**/api/organizations/0', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({ status: 400, json: { detail: 'Not today', validation_errors: {} } })
        : route.continue(),
    );
    stage.expectRefusal(400, /PATCH \/api\/organizations\/0$/);
    await page.getByRole('switch', { name: 'Keep roles' }).click();
    await page.getByText('Keep roles was not changed').waitFor();
    await page.getByText('Not today').waitFor();
    expect(await page.getByRole('switch', { name: 'Keep roles' }).isChecked()).toBe(false);
  });

  it('revokes a token after a question, and keeps it without an answer', async () => {
    const { body: okta } = await stage.rest.post('/tokens', { name: 'Okta' });
    const { page } = await open(stage);
    await tokenRow(page, 'First token').getByText('this session').waitFor();
    await tokenRow(page, 'Okta').getByRole('button', { name: 'Revoke Okta' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const bearer = { authorization: `Bearer ${okta.token}` };
    expect((await stage.scim.get('/Users', bearer)).status).toBe(200);
    await tokenRow(page, 'Okta').getByRole('button', { name: 'Revoke Okta' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('The token Okta is revoked.').waitFor();
    await tokenRow(page, 'Okta').waitFor({ state: 'detached' });
    expect((await stage.scim.get('/Users', bearer)).status).toBe(401);
  });

  it('warns of revoking the token of the session, and signs out with it', async () => {
    const { body: mine } = await stage.rest.post('/tokens', { name: 'Mine' });
    const { page } = await open(stage, mine.token);
    await tokenRow(page, 'Mine').getByRole('button', { name: 'Revoke Mine' }).click();
    await page.getByText('This is the token of this session').waitFor();
    await page.getByRole('button', { name: 'Revoke and sign out' }).click();
    await page.getByText('You revoked the token of this session.').waitFor();
    await page.getByLabel('Token', { exact: true }).fill(OWNER_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Organization', level: 1 }).waitFor();
  });

  it('makes a token that expires', async () => {
    const { page } = await open(stage);
    await page.getByRole('button', { name: 'Create a token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Audit');
    await dialog.getByRole('combobox', { name: 'Expires' }).click();
    await page.getByRole('option', { name: 'In 90 days' }).click();
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await tokenRow(page, 'Audit').getByText('in 90 days').waitFor();
  });

  it('checks everything, and finds it right', async () => {
    const { page } = await open(stage);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('Everything is as it should be').waitFor();
    await page.getByText('5 accounts checked, no difference.').waitFor();
  });
});
