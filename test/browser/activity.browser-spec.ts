import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { fillAcme } from './support/acme.js';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

/** How long it may take to start a server and fill it, on a busy machine. */
const FILLING_MS = 120_000;

function entry(page: Page, text: string | RegExp) {
  return page.getByRole('listitem').filter({ hasText: text });
}

describe('the activity', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    await fillAcme(stage.scim, stage.rest);
  }, FILLING_MS);

  afterAll(() => stage.close());

  it('tells who did what, and unfolds whose access changed and through what', async () => {
    const { page, complaints } = await stage.signedIn();
    await page.goto('/activity');
    const pushed = entry(page, 'Group acme-newcomers: 1 person joined');
    expect(await pushed.textContent()).toMatch(/pushed for the first time.*by owner@acme\.test, over SCIM/);
    await pushed.getByRole('button', { name: '2 changes of access' }).click();
    const rows = pushed.getByRole('row');
    await rows.nth(2).waitFor();
    await eventually(async () => {
      expect(await rows.allTextContents()).toEqual([
        'PersonWhatBeforeAfterThrough',
        'kaia.solberg@acme.testRole in the organizationAnnotatorNot Activatedgroup acme-newcomersWaits for the first sign-in.',
        'kaia.solberg@acme.testProject Chest X-rayno accessAnnotatorgroup acme-newcomers',
      ]);
    });
    expect(complaints).toEqual([]);
  });

  it('finds what happened to one person, and keeps the filter in the address', async () => {
    const { page, complaints } = await stage.signedIn();
    await page.goto('/activity');
    await page.getByRole('combobox', { name: 'Whose access' }).fill('watanabe');
    await page.getByRole('option', { name: 'Jun Watanabe (jun.watanabe@acme.test)' }).click();
    await page.waitForURL(/affected_user=\d+/);
    const deactivated = entry(page, 'jun.watanabe@acme.test deactivated');
    await deactivated.getByRole('button', { name: '1 change of access' }).click();
    await deactivated.getByRole('cell', { name: /^account deactivated/ }).waitFor();
    await entry(page, 'mia.rossi').waitFor({ state: 'detached' });
    await page.reload();
    await entry(page, 'jun.watanabe@acme.test deactivated').waitFor();
    await page.getByRole('combobox', { name: 'What' }).fill('Deact');
    await page.getByRole('option', { name: 'Deactivated' }).click();
    await page.getByText('1–1 of 1').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await entry(page, 'Account of mia.rossi@acme.test created').waitFor();
    expect(complaints).toEqual([]);
  });

  it('searches while one types, without losing the place', async () => {
    const { page, complaints } = await stage.signedIn();
    await page.goto('/activity');
    const search = page.getByRole('searchbox', { name: 'Search the log' });
    await search.pressSequentially('Cardi');
    await page.waitForURL(/search=Cardi$/);
    await search.press('o');
    await page.waitForURL(/search=Cardio$/);
    await entry(page, 'Workspace Cardiology created').waitFor();
    await search.fill('nothing of this name');
    await page.getByText('Nothing fits the filters').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).first().click();
    await entry(page, 'Account of mia.rossi@acme.test created').waitFor();
    expect(await search.inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  it('pages through what there is', async () => {
    const { page, complaints } = await stage.signedIn();
    await page.goto('/activity');
    await page.getByRole('button', { name: 'Page 2' }).click();
    await page.waitForURL(/page=2/);
    await page.getByText(/^26–/).waitFor();
    await entry(page, 'Account of ana.ito@acme.test created').waitFor();
    expect(complaints).toEqual([]);
  });

  it('saves what the filters show as CSV', async () => {
    const { page, complaints } = await stage.signedIn();
    await page.goto('/activity?action=user.deactivated');
    await page.getByText('1–1 of 1').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('activity.csv');
    const [head, line, ...rest] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(head).toContain('action');
    expect(line).toMatch(/user\.deactivated.*jun\.watanabe@acme\.test,role,.*AN,DI,deactivated,account deactivated/);
    expect(rest).toEqual([]);
    await page.getByText('Saved 1 line.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says why a file could not be saved', async () => {
    const { page, complaints } = await stage.signedIn();
    await page.route('**/api/activity-logs/export*', (route) => route.abort());
    await page.goto('/activity');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page.getByText('The server cannot be reached.').waitFor();
    stage.expectComplaint(/^Failed to load resource: net::ERR_FAILED$/);
    expect(complaints).toHaveLength(1);
  });

  it('unfolds a few of many changes, and more when asked, and names each person’s own groups', async () => {
    const { body: settings } = await stage.rest.get('/scim/settings');
    const titles = Array.from({ length: 12 }, (_, at) => `Ward ${at + 1}`);
    await stage.rest.post('/scim/settings', {
      workspaces_groups: [
        ...settings.workspaces_groups,
        ...titles.map((title) => [title, 'acme-everyone']),
        ['Library', 'acme-leads'],
      ],
    });
    const { page, complaints } = await stage.signedIn();
    await page.goto('/activity');
    const saved = entry(page, /Mappings of/).first();
    await saved.getByRole('button', { name: '145 changes of access' }).click();
    const rows = saved.getByRole('row');
    await saved.getByText('20 of 145 changes.').waitFor();
    expect(await rows.count()).toBe(21);
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(6_000);
    await saved.getByRole('button', { name: 'Show 80 more' }).click();
    await saved.getByText('100 of 145 changes.').waitFor();
    await saved.getByRole('button', { name: 'Show 45 more' }).click();
    await eventually(async () => {
      expect(await rows.count()).toBe(146);
    });
    await saved.getByRole('button', { name: /Show \d+ more/ }).waitFor({ state: 'detached' });
    const texts = await rows.allTextContents();
    expect(texts.filter((text) => text.endsWith('group acme-everyone'))).toHaveLength(144);
    expect(texts.filter((text) => text.endsWith('group acme-leads'))).toEqual([
      'dana.moreau@acme.testWorkspace Libraryno accessMembergroup acme-leads',
    ]);

    await page.goto('/people');
    await page.getByRole('link', { name: /Dana Moreau/ }).click();
    const lately = page.getByRole('listitem').filter({ hasText: 'Came into Ward 1' });
    await lately.getByText('and 8 more').waitFor();
    await lately.getByText(/group acme-everyone, group acme-leads$/).waitFor();
    expect(complaints).toEqual([]);
  });
});
