import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillAcme } from './support/acme.js';
import { MappingsView } from './support/mappings-view.js';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

describe('mappings that many people depend on', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ BRAKE_MINIMUM_USERS: '2', BRAKE_SHARE_PERCENT: '10' });
    await fillAcme(stage.scim, stage.rest);
  });

  afterAll(() => stage.close());

  it('are taken away only by who types the number of people', async () => {
    const view = await MappingsView.open(stage);
    stage.expectRefusal(400, /settings$/, 2);
    await view.button('Remove acme-annotators → Annotator').click();
    await view.bar.getByRole('button', { name: 'Save' }).click();
    const number = view.dialog.getByLabel(/type the number of people: \d+/);
    await number.waitFor();
    await view.dialog.getByRole('button', { name: 'Keep everything as it is' }).click();
    await view.bar.getByText('1 change, not saved yet').waitFor();
    const before = (await stage.rest.get('/scim/settings')).body.roles_groups;
    expect(before).toContainEqual(['Annotator', 'acme-annotators']);

    await view.bar.getByRole('button', { name: 'Save' }).click();
    const affected = /\d+$/.exec(await view.dialog.locator('label').innerText())?.[0] ?? '';
    await number.fill(affected);
    await view.dialog.getByRole('button', { name: `Take access from ${affected}` }).click();
    await view.saved();
    const after = (await stage.rest.get('/scim/settings')).body.roles_groups;
    expect(after).toHaveLength(before.length - 1);
  });

  it('are taken away once, after a preview, too', async () => {
    const view = await MappingsView.open(stage);
    stage.expectRefusal(400, /settings$/);
    await view.button('Remove acme-reviewers → Reviewer').click();
    await view.bar.getByRole('button', { name: 'Preview' }).click();
    await view.dialog.getByText(/^Access changes for/).waitFor();
    await view.dialog.getByRole('button', { name: 'Save' }).click();
    const number = view.dialog.getByLabel(/type the number of people: \d+/);
    await number.waitFor();
    const affected = /\d+$/.exec(await view.dialog.locator('label').innerText())?.[0] ?? '';
    await number.fill(affected);
    await view.dialog.getByRole('button', { name: `Take access from ${affected}` }).click();
    await view.saved();
    await eventually(async () => {
      expect(await view.row('role', 'acme-reviewers').count()).toBe(0);
    });
  });
});

describe('a thousand mappings', () => {
  const ROWS = 1000;
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    const numbers = Array.from({ length: ROWS }, (_, at) => at);
    await stage.rest.post('/scim/settings', {
      roles_groups: [['Reviewer', 'acme-reviewers']],
      workspaces_groups: numbers.map((number) => [`Workspace ${number % 100}`, `team-${number}`]),
    });
  });

  afterAll(() => stage.close());

  it('are drawn a few at a time, found by a search, and changed in one list alone', async () => {
    const view = await MappingsView.open(stage);
    const rows = view.panel('workspace').locator('li');
    await view.panel('workspace').getByText('950 more mappings').waitFor();
    await eventually(async () => {
      expect(await rows.count()).toBe(50);
    });
    await view.button('Show more').click();
    await view.panel('workspace').getByText('900 more mappings').waitFor();
    await view.panel('workspace').getByRole('searchbox').fill('team-777');
    await view.panel('workspace').getByText('more mappings').waitFor({ state: 'detached' });
    await eventually(async () => {
      expect(await rows.count()).toBe(1);
    });
    expect(new URL(view.page.url()).searchParams.get('workspaces')).toBe('team-777');

    await view.button('Edit team-777 → Workspace 77').click();
    const group = view.field('workspace', 'Group');
    await group.clear();
    const began = Date.now();
    await group.pressSequentially('somebody-quite-else');
    const perKey = (Date.now() - began) / 'somebody-quite-else'.length;
    expect(perKey).toBeLessThan(200);
    await view.page.keyboard.press('Escape');
    const saved = view.page.waitForRequest((request) => request.method() === 'POST');
    await view.save();
    expect(Object.keys((await saved).postDataJSON() as object)).toEqual(['workspaces_groups']);
    const { body } = await stage.rest.get('/scim/settings');
    expect(body.workspaces_groups).toHaveLength(ROWS);
    expect(body.workspaces_groups).toContainEqual(['Workspace 77', 'somebody-quite-else']);
  });

  it('say so when a search finds none of them', async () => {
    const view = await MappingsView.open(stage, '?workspaces=no-such-thing');
    await view.panel('workspace').getByText('No mapping matches “no-such-thing”').waitFor();
    await view.panel('workspace').getByRole('button', { name: 'Clear the search' }).click();
    await view.panel('workspace').getByText('950 more mappings').waitFor();
  });
});
