import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

const ana = { schemas: [USER], userName: 'ana@acme.test', password: 'correct horse battery staple' };

function row(page: Page, name: RegExp) {
  return page.getByRole('button', { name });
}

describe('the SCIM requests', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(() => stage.close());

  it('says what would bring something while there is nothing', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/requests');
    await page.getByText('No requests yet').waitFor();
    await page.getByRole('link', { name: 'Connect an identity provider' }).click();
    await page.getByRole('heading', { name: 'Connection', level: 1 }).waitFor();
  });

  it('shows why a request was refused, and its body without secrets', async () => {
    await stage.scim.post('/Users', ana);
    await stage.scim.post('/Users', ana);
    const { page } = await stage.signedIn();
    await page.goto('/requests');
    await row(page, /409 POST/).click();
    await page.getByText('A user with this userName already exists').waitFor();
    await page.getByText('uniqueness', { exact: true }).waitFor();
    const body = await page.getByRole('group', { name: 'Body' }).textContent();
    expect(JSON.parse(body ?? '')).toEqual({ ...ana, password: '[masked]' });
    expect(await page.content()).not.toContain('battery');
    await page.getByText('Body', { exact: true }).click();
    await page.getByRole('group', { name: 'Body' }).waitFor({ state: 'hidden' });
  });

  it('leads to what a request changed', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/requests');
    await row(page, /201 POST/).click();
    const id = await page.getByRole('textbox', { name: 'Request id' }).inputValue();
    await page.getByRole('link', { name: 'What this request changed' }).click();
    await page.getByText(`Request ${id}`).waitFor();
    const happened = page.getByRole('region', { name: 'What one request did' }).getByRole('listitem');
    await eventually(async () => {
      expect(await happened.allTextContents()).toEqual([expect.stringMatching(/^Account of ana@acme\.test created/)]);
    });
    await page.goBack();
    await row(page, /409 POST/).click();
    await page.getByRole('link', { name: 'What this request changed' }).click();
    await page.getByText('It changed nothing').waitFor();
  });

  it('filters by status, method, time and text', async () => {
    await stage.scim.get('/Users?filter=userName%20eq%20%22ana%40acme.test%22');
    const { page } = await stage.signedIn();
    await page.goto('/requests');
    await row(page, /200 GET/).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).fill('4xx');
    await page.waitForURL(/status=4xx/);
    await row(page, /200 GET/).waitFor({ state: 'detached' });
    await eventually(async () => {
      expect(await row(page, /POST/).count()).toBe(1);
    });
    await page.getByRole('combobox', { name: 'Status' }).fill('4x');
    await page.getByText('Such as 404, or 4xx').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await eventually(async () => {
      expect(await page.getByRole('combobox', { name: 'Status' }).inputValue()).toBe('');
    });
    await page.getByRole('combobox', { name: 'Method' }).click();
    await page.getByRole('option', { name: 'GET' }).click();
    await row(page, /POST/).first().waitFor({ state: 'detached' });
    await eventually(async () => {
      expect(await row(page, /200 GET.*filter=userName eq "ana@acme\.test"/).count()).toBe(1);
    });
    await page.getByLabel('Until', { exact: true }).fill('2020-01-01T00:00');
    await page.getByText('No request fits the filters').waitFor();
    await page.goto('/requests?search=battery');
    await page.getByText('No request fits the filters').waitFor();
  });

  it('shows what comes in while it is live', async () => {
    const { page } = await stage.signedIn();
    await page.clock.install();
    await page.goto('/requests');
    await row(page, /409 POST/).waitFor();
    await page.getByRole('switch', { name: 'Live' }).click();
    await stage.scim.delete('/Users/nobody');
    await page.clock.runFor(6_000);
    await row(page, /404 DELETE/).waitFor();
  });

  it('saves what the filters show as CSV, masked as it is stored', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/requests?status=409');
    await row(page, /409 POST/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).toContain('A user with this userName already exists');
    expect(text).toContain('[masked]');
    expect(text).not.toContain('battery');
  });
});
