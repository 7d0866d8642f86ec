import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** The state of a first step, as a screen reader announces it. */
function step(page: Page, title: string, state: 'done' | 'to do') {
  return page
    .getByRole('listitem')
    .filter({ hasText: title })
    .filter({ hasText: `(${state})` });
}

describe('the connection', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ PUBLIC_URL: 'https://rolecall.acme.test' });
  });

  afterAll(() => stage.close());

  it('shows the base URL that the identity provider reaches, and what else to enter', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/');
    expect(await page.getByRole('textbox', { name: 'SCIM connector base URL' }).inputValue()).toBe(
      'https://rolecall.acme.test/scim/v2',
    );
    expect(await page.getByRole('textbox', { name: 'Unique identifier field for users' }).inputValue()).toBe('email');
    await eventually(async () => {
      expect(await page.getByText('This address').count()).toBe(0);
    });
    await page.getByRole('tab', { name: 'Entra ID' }).click();
    expect(await page.getByRole('textbox', { name: 'Tenant URL' }).inputValue()).toBe(
      'https://rolecall.acme.test/scim/v2',
    );
    await page.reload();
    await page.getByRole('textbox', { name: 'Tenant URL' }).waitFor();
  });

  it('does not take its own questions for the identity provider’s', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/');
    await step(page, 'Create a token', 'to do').waitFor();
    await step(page, 'First request arrived and was answered', 'to do').waitFor();
    expect((await stage.rest.get('/scim/requests')).body.count).toBe(0);
  });

  it('makes a token, shows it once, and ticks every step off as it is taken', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/');
    await page.getByRole('button', { name: 'Create a token' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Okta');
    await dialog.getByLabel('Name').fill('Okta of Acme');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const secret = await dialog.getByRole('textbox', { name: 'Token' }).inputValue();
    await page.keyboard.press('Escape');
    expect(await dialog.getByRole('textbox', { name: 'Token' }).inputValue()).toBe(secret);
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.content()).not.toContain(secret);
    await step(page, 'Create a token', 'done').waitFor();

    const okta = stage.scim.with({ authorization: `Bearer ${secret}` });
    expect((await okta.get('/Users?filter=nickname%20eq%20')).status).toBe(400);
    await page.reload();
    await step(page, 'Enter address and token', 'done').waitFor();
    await step(page, 'First request arrived', 'to do')
      .getByRole('link', { name: /see why/ })
      .waitFor();

    expect((await okta.post('/Groups', { schemas: [GROUP], displayName: 'acme-annotators' })).status).toBe(201);
    await page.reload();
    await step(page, 'First request arrived', 'done').waitFor();
    await step(page, 'First group pushed', 'done').waitFor();

    await stage.rest.post('/scim/settings', { roles_groups: [['Annotator', 'acme-annotators']] });
    await page.reload();
    await page.getByRole('heading', { name: 'Status' }).waitFor();
    await page.getByText('2 requests').waitFor();
    await page.getByRole('heading', { name: 'First steps' }).waitFor({ state: 'hidden' });
  });

  it('shows what came in last and what was refused last, as it happens', async () => {
    const { page } = await stage.signedIn();
    await page.clock.install();
    await page.goto('/');
    const status = page.getByRole('region', { name: 'Status' });
    await status.getByText('POST /scim/v2/Groups').waitFor();
    await status.getByText('Working').waitFor();
    await status.getByText(/^Invalid filter/).waitFor();
    await stage.scim.get('/Groups/nobody');
    await page.clock.runFor(11_000);
    await status.getByText('There is no group').waitFor();
    await status.getByText('The last request was refused').waitFor();
    const today = page
      .getByRole('table', { name: /^Requests per day/ })
      .getByRole('row')
      .last();
    await eventually(async () => {
      expect(await today.getByRole('cell').allTextContents()).toEqual(['3', '2']);
    });
    await status.getByRole('link', { name: 'Requests like this one' }).click();
    await page.waitForURL('/requests?status=404');
    await page.getByRole('button', { name: /404.*\/scim\/v2\/Groups\/nobody/ }).waitFor();
  });

  it('sees the first group that is pushed behind many that mappings only announce', async () => {
    const local = await Stage.open();
    try {
      const announced = Array.from({ length: 120 }, (_, at) => ['Annotator', `acme-team-${at}`]);
      await local.rest.post('/scim/settings', { roles_groups: [...announced, ['Reviewer', 'zeta']] });
      await local.scim.get('/Users');
      const { page } = await local.signedIn();
      await page.clock.install();
      await page.goto('/');
      await step(page, 'First group pushed', 'to do').waitFor();
      await step(page, 'First group mapped', 'done').waitFor();
      await local.scim.post('/Groups', { schemas: [GROUP], displayName: 'zeta' });
      await page.clock.runFor(11_000);
      await page.getByRole('heading', { name: 'First steps' }).waitFor({ state: 'hidden' });
    } finally {
      await local.close();
    }
  });

  it('warns of an address that no identity provider can call', async () => {
    const local = await Stage.open();
    try {
      const { page } = await local.signedIn();
      await page.goto('/');
      await page.getByText('This address leads to the machine itself.').waitFor();
    } finally {
      await local.close();
    }
  });

  it('tells an administrator who is not the Owner whose token is needed', async () => {
    const { page } = await stage.signedIn();
    await page.route('**/api/current-user/whoami', async (route) => {
      const response = await route.fetch();
      const user = await response.json();
      await route.fulfill({ response, json: { ...user, org_membership: [{ ...user.org_membership[0], role: 'AD' }] } });
    });
    await page.goto('/');
    await page.getByText('Only the tokens of the Owner open SCIM.').waitFor();
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'Create a token' }).count()).toBe(0);
    });
  });
});
