import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fillAcme } from './support/acme.js';
import type { WatchedPage } from './support/watch.js';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

/** How long it may take to start a server and fill it, on a busy machine. */
const START_LIMIT_MS = 120_000;

describe('the people', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    await fillAcme(stage.scim, stage.rest);
  }, START_LIMIT_MS);

  afterAll(() => stage.close());

  async function list(query = ''): Promise<WatchedPage> {
    const watched = await stage.signedIn();
    await watched.page.goto(`/people${query}`);
    await rows(watched.page).first().waitFor();
    return watched;
  }

  const rows = (page: Page) => page.getByRole('table', { name: 'People' }).locator('tbody tr');
  const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  async function open(name: string): Promise<WatchedPage> {
    const watched = await list(`?search=${name}`);
    await watched.page.getByRole('link', { name: new RegExp(name) }).click();
    await watched.page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
    await section(watched.page, 'Role and why').waitFor();
    return watched;
  }

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }

  it('are found by a part of their name, which stays in the address', async () => {
    const { page } = await list();
    await page.getByRole('searchbox', { name: 'Search by name or email' }).fill('CHIDI');
    await page.getByText('1–1 of 1', { exact: true }).waitFor();
    await eventually(async () => {
      expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining('chidi.okafor@acme.test')]);
    });
    await page.reload();
    await page.getByText('1–1 of 1', { exact: true }).waitFor();
  });

  it('say when nobody fits, and show everybody again', async () => {
    const { page } = await list();
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('Nobody fits', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show everybody' }).click();
    await rows(page).nth(10).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('are narrowed down to some roles', async () => {
    const { page } = await list();
    await choose(page, 'Role', 'Manager');
    await page.getByText('1–1 of 1', { exact: true }).waitFor();
    await page.getByRole('option', { name: 'Administrator', exact: true }).click();
    await page.getByText('1–2 of 2', { exact: true }).waitFor();
    await eventually(async () => {
      expect((await rows(page).allInnerTexts()).join()).toMatch(/Dana Moreau[^]*Hana Kim/);
    });
  });

  it('show the seats in use, and who waits for one', async () => {
    const { page } = await list();
    await page.getByText('11 of 11 seats in use').waitFor();
    await page.getByRole('link', { name: /waits? for a seat/ }).click();
    await rows(page).filter({ hasText: 'Ana Ito' }).waitFor({ state: 'detached' });
    expect(await rows(page).filter({ hasText: 'Mia Rossi' }).innerText()).toContain('Waits for a seat');
  });

  it('are sorted by a column, either way', async () => {
    const { page } = await list();
    const head = page.getByRole('columnheader', { name: 'Name' });
    await head.getByRole('button').click();
    await rows(page).first().filter({ hasText: 'Ana Ito' }).waitFor();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').click();
    await rows(page).first().filter({ hasText: 'Rolecall Owner' }).waitFor();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
  });

  it('each have a role with the group that gives it, and the one that counts', async () => {
    const { page } = await open('Luís');
    const reasons = page.getByRole('list', { name: 'Reasons for the role' }).getByRole('listitem');
    await eventually(async () => {
      expect((await reasons.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
        'Group acme-reviewers mapping Reviewer Counts',
        'Group acme-annotators mapping Annotator Outranked',
      ]);
    });
    await section(page, 'Groups').getByRole('link', { name: 'acme-annotators' }).waitFor();
    await section(page, 'Recent changes').getByText('Annotator → Reviewer').waitFor();
  });

  it('have pending projects while they are not activated', async () => {
    const { page } = await open('Kaia');
    const project = section(page, 'Projects').getByRole('row', { name: /Chest X-ray/ });
    expect(await project.innerText()).toMatch(/Pending[^]*group acme-newcomers → Annotator/);
    await page.getByText('Pending projects are kept').waitFor();
  });

  it('cannot be given a role manually while a group gives one', async () => {
    const { page } = await open('Ana');
    const field = page.getByRole('combobox', { name: 'Role by hand' });
    expect(await field.isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Set by hand' }).isDisabled()).toBe(true);
    await page.getByText('The identity provider manages this role, through the group acme-reviewers.').waitFor();
  });

  it('are given a role manually where no group says otherwise', async () => {
    const { page } = await open('Noor');
    await choose(page, 'Role by hand', 'Not Activated');
    await page.getByRole('button', { name: 'Set by hand' }).click();
    await section(page, 'Role and why').getByText('given by hand', { exact: true }).waitFor();
    await page.getByText('The role is set by hand.').waitFor();
  });

  it('are added to a workspace manually, and taken out of it again', async () => {
    const { page } = await open('Chidi');
    const workspaces = section(page, 'Workspaces');
    await workspaces.getByText('In no workspace').waitFor();
    await choose(page, 'Add to a workspace by hand', 'Cardiology');
    await workspaces.getByRole('button', { name: 'Add', exact: true }).click();
    const row = workspaces.getByRole('row', { name: /Cardiology/ });
    await row.getByText('given by hand', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Take away Cardiology' }).click();
    await workspaces.getByText('In no workspace').waitFor();
  });

  it('keep what a group gives: it cannot be taken manually', async () => {
    const { page } = await open('Ana');
    const row = section(page, 'Workspaces').getByRole('row', { name: /Radiology/ });
    expect(await row.innerText()).toContain('Managed by groups');
    await eventually(async () => {
      expect(await row.getByRole('button').count()).toBe(0);
    });
  });

  it('are added to a project manually with a role of their own', async () => {
    const { page } = await open('Farah');
    const projects = section(page, 'Projects');
    await page.getByRole('combobox', { name: 'Add to a project by hand' }).fill('hand frac');
    await page.getByRole('option', { name: 'Hand fractures' }).click();
    await choose(page, 'Role in the project', 'Annotator');
    await projects.getByRole('button', { name: 'Add', exact: true }).click();
    const row = projects.getByRole('row', { name: /Hand fractures/ });
    await row.getByText('given by hand → Annotator', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Take away Hand fractures' }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('are added, and refused at the field that is wrong', async () => {
    const { page } = await list();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a person' });
    const email = dialog.getByRole('textbox', { name: 'Email' });
    stage.expectRefusal(400, /POST \/api\/users$/);
    await email.fill('ana.ito@acme.test');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText(/already exists/).waitFor();
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    await email.fill('pia.berg@acme.test');
    await dialog.getByRole('textbox', { name: 'First name' }).fill('Pia');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Pia' }).waitFor();
  });

  it('are removed once that is confirmed', async () => {
    const { page } = await open('Ivo');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove Ivo Marković?' });
    await dialog.getByText('Tokens of this person stop working at once.').waitFor();
    await dialog.getByRole('button', { name: 'Remove Ivo Marković' }).click();
    await page.waitForURL('**/people');
    await rows(page).first().waitFor();
    await rows(page).filter({ hasText: 'Ivo' }).waitFor({ state: 'detached' });
    const { body } = await stage.rest.get('/users?email=ivo.markovic@acme.test');
    expect(body).toEqual([]);
  });

  it('include nobody of a number that the organization does not know', async () => {
    const { page } = await stage.signedIn();
    stage.expectRefusal(404, /memberships\/99999$/);
    await page.goto('/people/99999');
    await page.getByRole('heading', { level: 1, name: 'No such person' }).waitFor();
  });
});
