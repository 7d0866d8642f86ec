import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createGroup, createUser } from '../support/people.js';
import { fillAcme } from './support/acme.js';
import type { WatchedPage } from './support/watch.js';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

const CROWD = 60;

/** How long it may take to start a server and fill it, on a busy machine. */
const START_LIMIT_MS = 120_000;

describe('the groups', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    await fillAcme(stage.scim, stage.rest);
    const people: { readonly id: string }[] = [];
    for (let number = 1; number <= CROWD; number += 1) {
      const userName = `temp-${number}@crowd.test`;
      people.push(await createUser(stage.scim, { userName, name: { givenName: 'Temp', familyName: String(number) } }));
    }
    await createGroup(stage.scim, 'crowd', people);
  }, START_LIMIT_MS);

  afterAll(() => stage.close());

  const rows = (page: Page) => page.getByRole('table', { name: 'Groups' }).locator('tbody tr');
  const row = (page: Page, name: string) => rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });

  async function list(query = ''): Promise<WatchedPage> {
    const watched = await stage.signedIn();
    await watched.page.goto(`/groups${query}`);
    await rows(watched.page).first().waitFor();
    return watched;
  }

  async function open(name: string): Promise<WatchedPage> {
    const watched = await list(`?search=${name}`);
    await watched.page.getByRole('link', { name, exact: true }).click();
    await watched.page.getByRole('heading', { level: 1, name }).waitFor();
    return watched;
  }

  it('are marked if only a mapping knows them', async () => {
    const { page } = await list();
    expect(await row(page, 'acme-cardiology').innerText()).toContain('Not pushed yet');
    expect(await row(page, 'acme-radiology').innerText()).not.toContain('Not pushed yet');
  });

  it('show how many they are, and what they give', async () => {
    const { page } = await list();
    await row(page, 'acme-annotators').getByText('Tissue slides (Inherit)').waitFor();
    const words = (await row(page, 'acme-annotators').innerText()).split(/\s*[\t\n]\s*/);
    expect(words).toEqual(expect.arrayContaining(['6', 'Annotator', 'Project Tissue slides (Inherit)']));
    expect(await row(page, 'acme-pathology').innerText()).toContain('Workspace Pathology');
    expect(await row(page, 'acme-everyone').innerText()).toContain('Nothing');
  });

  it('are narrowed down to those that give nothing', async () => {
    const { page } = await list();
    await page.getByRole('combobox', { name: 'Whether a mapping names them' }).click();
    await page.getByRole('option', { name: 'Gives nothing' }).click();
    await page.getByText('1–2 of 2', { exact: true }).waitFor();
    await eventually(async () => {
      expect(await rows(page).getByRole('link').allInnerTexts()).toEqual(['acme-everyone', 'crowd']);
    });
    expect(page.url()).toMatch(/mapped=false/);
  });

  it('list their members one page at a time, and find one by name', async () => {
    const { page } = await open('crowd');
    const members = page.getByRole('table', { name: 'Members of the group' }).locator('tbody tr');
    await page.getByText('1–50 of 60', { exact: true }).waitFor();
    await eventually(async () => {
      expect(await members.count()).toBe(50);
    });
    await page.getByRole('button', { name: 'Page 2' }).click();
    await page.getByText('51–60 of 60', { exact: true }).waitFor();
    await members.nth(10).waitFor({ state: 'detached' });
    await eventually(async () => {
      expect(await members.count()).toBe(10);
    });
    await page.getByRole('searchbox', { name: 'Search members' }).fill('TEMP-37@');
    await page.getByText('1–1 of 1', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Temp 37' }).click();
    await page.getByRole('heading', { level: 1, name: 'Temp 37' }).waitFor();
  });

  it('show what came in about them, with the way to the log', async () => {
    const { page } = await open('crowd');
    const requests = page.getByRole('region', { name: 'Recent SCIM requests' });
    await requests.getByRole('listitem').filter({ hasText: 'POST' }).getByText('201').waitFor();
    const { body } = await stage.rest.get('/scim/groups?search=crowd');
    const log = requests.getByRole('link', { name: 'All requests about this group' });
    expect(await log.getAttribute('href')).toBe(`/requests?search=${body.results[0].scim_id as string}`);
  });

  it('say that a group waits for its push', async () => {
    const { page } = await open('acme-cardiology');
    await page.getByText('the identity provider has not pushed it yet').waitFor();
    await page.getByText('Nobody is in it').waitFor();
  });

  it('include none of a number that nobody knows', async () => {
    const { page } = await stage.signedIn();
    stage.expectRefusal(404, /\/groups\/99999$/);
    await page.goto('/groups/99999');
    await page.getByRole('heading', { level: 1, name: 'No such group' }).waitFor();
  });
});
