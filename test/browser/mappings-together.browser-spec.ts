import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '../support/http-client.js';
import { fillAcme } from './support/acme.js';
import { createTokenFor } from './support/command-line.js';
import { MappingsView } from './support/mappings-view.js';
import { takePicture } from './support/picture.js';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';
import { LOOKS } from './support/views.js';

/** How long it may take to start a server and fill it, on a busy machine. */
const START_LIMIT_MS = 120_000;

const ROLES = [
  ['Manager', 'acme-leads'],
  ['Annotator', 'acme-annotators'],
];
const THEIRS = [['Reviewer', 'acme-reviewers']];
const SAVING = /^412 POST \/api\/scim\/settings$/;
const PREVIEWING = /^412 POST \/api\/scim\/settings\/preview$/;
const MINE = ['Not Activated', 'acme-newcomers'];

describe('mappings that two administrators edit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-together-'));
  let stage: Stage;
  /** The other administrator; the Owner uses the browser. */
  let hana: HttpClient;
  let chest: number;

  beforeAll(async () => {
    const before = await Stage.open({ DATA_DIR: folder });
    await fillAcme(before.scim, before.rest);
    await before.close();
    const token = await createTokenFor('hana.kim@acme.test', folder);
    stage = await Stage.open({ DATA_DIR: folder, BRAKE_MINIMUM_USERS: '1000' });
    hana = stage.rest.with({ authorization: `Bearer ${token}` });
    chest = (await stage.rest.get('/projects?title=Chest')).body.results[0].id;
  }, START_LIMIT_MS);

  afterAll(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    await stage.rest.post('/scim/settings', {
      roles_groups: [['Administrator', 'acme-platform'], ...ROLES],
      workspaces_groups: [['Radiology', 'acme-radiology']],
      projects_groups: [],
    });
  });

  const stored = async () => (await stage.rest.get('/scim/settings')).body;
  const platform = ['Administrator', 'acme-platform'];

  async function collide(look = {}): Promise<MappingsView> {
    const view = await MappingsView.open(stage, '', look);
    await view.add('role', 'Not Activated', 'acme-newcomers');
    await hana.post('/scim/settings', {
      roles_groups: [platform, ...THEIRS],
      projects_groups: [{ project_id: chest, group: 'acme-chest-qa', role: 'Reviewer' }],
    });
    stage.expectRefusal(412, SAVING);
    await view.bar.getByRole('button', { name: 'Save' }).click();
    await view.dialog.getByText('2 mappings were added and 2 removed').waitFor();
    expect((await stored()).roles_groups).toEqual([platform, ...THEIRS]);
    return view;
  }

  it('are saved at the version that was read, without a look at the server before', async () => {
    const view = await MappingsView.open(stage);
    const { headers } = await stage.rest.get('/scim/settings');
    await view.add('role', 'Not Activated', 'acme-newcomers');
    const sent: string[] = [];
    view.page.on('request', (request) => {
      if (request.url().includes('/api/scim/settings'))
        sent.push(`${request.method()} ${request.headers()['if-match']}`);
    });
    await view.save();
    expect(sent[0]).toBe(`POST ${headers.get('etag')}`);
  });

  it.each(Object.keys(LOOKS))('show what the other one did, and when: %s', async (look) => {
    const view = await collide(LOOKS[look]);
    await view.dialog
      .getByRole('listitem')
      .filter({ hasText: /^Mappings changed .* by hana\.kim@acme\.test$/ })
      .first()
      .waitFor();
    await view.dialog.getByText('acme-chest-qa → Chest X-ray (Reviewer)').waitFor();
    const rows = view.dialog.getByRole('group', { name: 'What was changed meanwhile' }).getByRole('listitem');
    await eventually(async () => {
      expect((await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
        'Added acme-reviewers → Reviewer',
        'Removed acme-leads → Manager',
        'Removed acme-annotators → Annotator',
        'Added acme-chest-qa → Chest X-ray (Reviewer)',
      ]);
    });
    await view.dialog.getByText('nothing of yours is lost: 1 change can still be made').waitFor();
    await takePicture(view.page, `mappings-conflict.${look}`);
    await view.dialog.getByRole('button', { name: 'Not now' }).click();
  });

  it('take one’s own changes on top of theirs', async () => {
    const view = await collide();
    await view.dialog.getByRole('button', { name: 'Apply mine to the newest' }).click();
    await view.page.getByText('Brought up to date, with 1 change of yours.').waitFor();
    await view.row('role', 'acme-reviewers').waitFor();
    await view.bar.getByText('1 change, not saved yet').waitFor();
    await view.save();
    expect((await stored()).roles_groups).toEqual([platform, ...THEIRS, MINE]);
    expect((await stored()).projects_groups).toHaveLength(1);
  });

  it('can be taken as they are', async () => {
    const view = await collide();
    await view.dialog.getByRole('button', { name: 'Drop mine' }).click();
    await view.bar.waitFor({ state: 'detached' });
    await view.row('role', 'acme-reviewers').waitFor();
    await eventually(async () => {
      expect(await view.row('role', 'acme-leads').count()).toBe(0);
    });
  });

  it('keep what is not saved for later, and ask again', async () => {
    const view = await collide();
    await view.dialog.getByRole('button', { name: 'Not now' }).click();
    await view.dialog.waitFor({ state: 'detached' });
    expect(await view.field('role', 'Group').inputValue()).toBe('acme-newcomers');
    stage.expectRefusal(412, SAVING);
    await view.bar.getByRole('button', { name: 'Save' }).click();
    await view.dialog.getByText('2 mappings were added').waitFor();
    expect((await stored()).roles_groups).toEqual([platform, ...THEIRS]);
    await view.dialog.getByRole('button', { name: 'Not now' }).click();
  });

  it('are not previewed as what they are no more', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Not Activated', 'acme-newcomers');
    await hana.post('/scim/settings', { roles_groups: [platform, ...THEIRS] });
    stage.expectRefusal(412, PREVIEWING);
    await view.button('Preview').click();
    await view.dialog.getByText('1 mapping was added and 2 removed').waitFor();
    await view.dialog.getByText('What saving would change').waitFor({ state: 'detached' });
    await view.dialog.getByRole('button', { name: 'Apply mine to the newest' }).click();
    await view.button('Preview').click();
    await view.dialog.getByText('Access changes for 1 person').waitFor();
    await view.dialog.getByRole('button', { name: 'Save' }).click();
    await view.saved();
    expect((await stored()).roles_groups).toEqual([platform, ...THEIRS, MINE]);
  });

  it('are previewed on top of what the other one did to other lists, without a question', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Not Activated', 'acme-newcomers');
    await hana.post('/scim/settings', { workspaces_groups: [['Pathology', 'acme-pathology']] });
    stage.expectRefusal(412, PREVIEWING);
    await view.button('Preview').click();
    await view.dialog.getByText('Access changes for 1 person').waitFor();
    await view.dialog.getByRole('button', { name: 'Back to the mappings' }).click();
    await view.row('workspace', 'acme-pathology').waitFor();
    await view.save();
    expect((await stored()).workspaces_groups).toEqual([['Pathology', 'acme-pathology']]);
  });

  it('are not saved by a preview that was left open while the other one saved', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Not Activated', 'acme-newcomers');
    await view.button('Preview').click();
    await view.dialog.getByText('Access changes for 1 person').waitFor();
    await hana.post('/scim/settings', { roles_groups: [platform, ...THEIRS] });
    stage.expectRefusal(412, SAVING);
    await view.dialog.getByRole('button', { name: 'Save' }).click();
    await view.dialog.getByRole('button', { name: 'Apply mine to the newest' }).click();
    await view.save();
    expect((await stored()).roles_groups).toEqual([platform, ...THEIRS, MINE]);
  });

  it('have nothing left to save when both did the same', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Not Activated', 'acme-newcomers');
    await hana.post('/scim/settings', { roles_groups: [platform, ...ROLES, MINE] });
    stage.expectRefusal(412, SAVING);
    await view.bar.getByRole('button', { name: 'Save' }).click();
    await view.dialog.getByText('This is so already.').waitFor();
    await view.dialog.getByRole('button', { name: 'Apply mine to the newest' }).click();
    await view.page.getByText('nothing is left to save').waitFor();
    await view.bar.waitFor({ state: 'detached' });
  });

  it.each(Object.keys(LOOKS))('take a role away that one’s other tab has changed meanwhile: %s', async (look) => {
    const view = await MappingsView.open(stage, '', LOOKS[look]);
    await view.button('Remove acme-leads → Manager').click();
    const tab = await MappingsView.open(stage);
    await tab.button('Edit acme-leads → Manager').click();
    await tab.field('role', 'Role').click();
    await tab.page.getByRole('option', { name: 'Reviewer' }).click();
    await tab.save();

    stage.expectRefusal(412, SAVING);
    await view.bar.getByRole('button', { name: 'Save' }).click();
    await view.dialog
      .getByText(/^Mappings changed .* by yourself, in another tab or program$/)
      .first()
      .waitFor();
    const mine = view.dialog.getByRole('group', { name: 'What you changed' }).getByRole('listitem');
    await eventually(async () => {
      expect((await mine.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
        'Removed acme-leads → Manager Meanwhile it is acme-leads → Reviewer: that is removed, too.',
      ]);
    });
    await view.dialog.getByText('1 of yours undoes what was changed meanwhile.').waitFor();
    await takePicture(view.page, `mappings-conflict-own.${look}`);
    await view.dialog.getByRole('button', { name: 'Apply mine to the newest' }).click();
    await view.row('role', 'acme-leads').getByText('Removed').waitFor();
    await view.save();
    expect((await stored()).roles_groups).toEqual([platform, ['Annotator', 'acme-annotators']]);
  });

  it('are saved without a question when the other one changed other lists', async () => {
    const view = await MappingsView.open(stage);
    await view.add('workspace', 'Radiology', 'acme-leads');
    await hana.post('/scim/settings', { roles_groups: [platform, ...THEIRS] });
    stage.expectRefusal(412, SAVING);
    await view.save();
    expect(await stored()).toMatchObject({
      roles_groups: [platform, ...THEIRS],
      workspaces_groups: [
        ['Radiology', 'acme-radiology'],
        ['Radiology', 'acme-leads'],
      ],
    });
    await view.row('role', 'acme-reviewers').waitFor();
    await view.bar.waitFor({ state: 'detached' });
  });

  it('say so when it was the identity provider who renamed a group', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Not Activated', 'acme-newcomers');
    const { body } = await stage.scim.get('/Groups?filter=displayName%20eq%20%22acme-leads%22');
    const rename = (displayName: string) =>
      stage.scim.patch(`/Groups/${body.Resources[0].id}`, { Operations: [{ op: 'replace', value: { displayName } }] });
    await rename('acme-heads');
    stage.expectRefusal(412, SAVING);
    await view.bar.getByRole('button', { name: 'Save' }).click();
    await view.dialog.getByText(/^Group renamed .* by yourself, over SCIM$/).waitFor();
    await view.dialog.getByText('acme-heads → Manager').waitFor();
    await view.dialog.getByRole('button', { name: 'Apply mine to the newest' }).click();
    await view.save();
    expect((await stored()).roles_groups).toContainEqual(['Manager', 'acme-heads']);
    await rename('acme-leads');
  });
});
