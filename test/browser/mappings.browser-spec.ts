import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { fillAcme } from './support/acme.js';
import { MappingsView } from './support/mappings-view.js';
import { OWNER_TOKEN, Stage } from './support/stage.js';

describe('the mappings', () => {
  let stage: Stage;
  let chest: number;
  let tissue: number;

  beforeAll(async () => {
    stage = await Stage.open({ BRAKE_MINIMUM_USERS: '1000' });
    await fillAcme(stage.scim, stage.rest);
    const idOf = async (title: string) => (await stage.rest.get(`/projects?title=${title}`)).body.results[0].id;
    chest = await idOf('Chest');
    tissue = await idOf('Tissue');
  });

  afterAll(() => stage.close());

  beforeEach(async () => {
    await stage.rest.post('/scim/settings', {
      roles_groups: [
        ['Manager', 'acme-leads'],
        ['Annotator', 'acme-annotators'],
      ],
      workspaces_groups: [
        ['Radiology', 'acme-radiology'],
        ['Cardiology', 'acme-cardiology'],
      ],
      projects_groups: [{ project_id: chest, group: 'acme-chest-qa', role: 'Reviewer' }],
    });
  });

  const stored = async () => (await stage.rest.get('/scim/settings')).body;

  it('say what each group gives, which was not pushed yet and which give nothing', async () => {
    const view = await MappingsView.open(stage);
    await view.row('role', 'acme-leads').getByText('1 member').waitFor();
    await view.row('workspace', 'acme-cardiology').getByText('Not pushed yet').waitFor();
    await view.row('project', 'acme-chest-qa').getByText('Reviewer').waitFor();
    await view.panel('project').getByRole('heading', { name: 'Chest X-ray' }).waitFor();
    await eventually(async () => {
      expect(await view.panel('role').getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
        'Manager',
        'Annotator',
      ]);
    });
    await view.page.getByText('5 groups came in that give nothing').waitFor();
    const link = view.page.getByRole('link', { name: 'Show unmapped groups' });
    expect(await link.getAttribute('href')).toBe('/groups?mapped=false');
    await eventually(async () => {
      expect(await view.bar.count()).toBe(0);
    });
  });

  it('take rows of all three kinds, show who would be affected, and are stored as shown', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Reviewer', 'acme-to-come');
    await view.panel('role').getByText('New name: a placeholder until the identity provider pushes it').waitFor();
    await view.add('workspace', 'Neurology', 'acme-leads');
    await view.panel('workspace').getByText('New workspace: saving creates it').waitFor();
    await view.add('project', 'Tissue slides', 'acme-leads');
    await view.bar.getByText('3 changes, not saved yet').waitFor();

    await view.button('Preview').click();
    await view.dialog.getByText('Access changes for 1 person').waitFor();
    await view.dialog.getByText('New workspace: Neurology').waitFor();
    await view.dialog.getByText('New placeholder group: acme-to-come').waitFor();
    const people = view.dialog.getByRole('list', { name: 'People whose access changes' }).locator(':scope > li');
    await eventually(async () => {
      expect(await people.count()).toBe(1);
    });
    const [dana = ''] = await people.allInnerTexts();
    expect(dana).toContain('dana.moreau@acme.test');
    expect(dana).toContain('Joins the workspace Neurology');
    expect(dana).toContain('Joins the project Tissue slides');
    expect((await stored()).roles_groups).toHaveLength(2);

    await view.dialog.getByRole('button', { name: 'Save' }).click();
    await view.page.getByText('Saved 3 changes.').waitFor();
    await view.saved();
    const settings = await stored();
    expect(settings.roles_groups).toContainEqual(['Reviewer', 'acme-to-come']);
    expect(settings.workspaces_groups).toContainEqual(['Neurology', 'acme-leads']);
    expect(settings.projects_groups).toContainEqual({ project_id: tissue, group: 'acme-leads', role: 'Inherit' });
    await view.row('role', 'acme-to-come').getByText('Not pushed yet').waitFor();
  });

  it('offer the groups that came in, and a name that none of them bears', async () => {
    const view = await MappingsView.open(stage);
    await view.button('Map a workspace').click();
    await view.field('workspace', 'Group').fill('Reviewers');
    await view.page.getByRole('option', { name: 'Use the name “Reviewers”' }).waitFor();
    await view.page.getByRole('option', { name: /^acme-reviewers\s*3 members$/ }).click();
    expect(await view.field('workspace', 'Group').inputValue()).toBe('acme-reviewers');
    await view.panel('workspace').getByText('3 members', { exact: true }).first().waitFor();
  });

  it('mark what is changed and removed, and take it back', async () => {
    const view = await MappingsView.open(stage);
    await view.button('Edit acme-leads → Manager').click();
    await view.field('role', 'Role').click();
    await view.page.getByRole('option', { name: 'Administrator' }).click();
    await view.button('Done with acme-leads → Manager').click();
    await view.row('role', 'acme-leads').getByText('Changed', { exact: true }).waitFor();
    await view.row('role', 'acme-leads').getByText('Stored: acme-leads → Manager').waitFor();
    await view.button('Remove acme-radiology → Radiology').click();
    await view.row('workspace', 'acme-radiology').getByText('Removed').waitFor();
    await view.bar.getByText('2 changes, not saved yet').waitFor();
    await view.button('Put back acme-radiology → Radiology').click();
    await view.bar.getByText('1 change, not saved yet').waitFor();
    await view.button('Discard').click();
    await view.bar.waitFor({ state: 'detached' });
    expect(await view.page.getByRole('main').evaluate((main) => main.matches(':focus'))).toBe(true);
    await eventually(async () => {
      expect(await view.row('role', 'acme-leads').getByText('Changed').count()).toBe(0);
    });
  });

  it('refuse what contradicts itself or is not finished before it is sent', async () => {
    const view = await MappingsView.open(stage);
    const sent: string[] = [];
    view.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await view.add('role', 'Administrator', 'Acme-Leads');
    await view.panel('role').getByText('This group gives the role Manager already').waitFor();
    await view.add('workspace', 'radiology', 'acme-radiology');
    await view.panel('workspace').getByText('There is such a mapping already.').waitFor();
    await view.add('project', 'Chest X-ray', '');
    await eventually(async () => {
      expect(await view.panel('project').getByText('Choose a group, or type its name.').count()).toBe(0);
    });
    await view.bar.getByRole('button', { name: 'Save' }).click();
    await view.panel('project').getByText('Choose a group, or type its name.').waitFor();
    await view.bar.getByText('3 mappings have to be mended first.').waitFor();
    expect(await view.field('role', 'Group').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(sent).toEqual([]);
  });

  it.each(['Save', 'Preview'])('show what the server refuses at the row that it means, after %s', async (button) => {
    const title = `Doomed by ${button}`;
    const { body: doomed } = await stage.rest.post('/projects/', { title });
    const view = await MappingsView.open(stage);
    await view.add('project', title, 'acme-leads');
    await stage.rest.delete(`/projects/${doomed.id}/`);
    stage.expectRefusal(400, /POST \/api\/scim\/settings/);
    await view.bar.getByRole('button', { name: button }).click();
    await view.panel('project').getByRole('alert').getByText('This project does not exist any more.').waitFor();
    await view.bar.getByText('1 mapping has to be mended first.').waitFor();
    await view.dialog.waitFor({ state: 'detached' });
    await view
      .button('Remove the new mapping')
      .or(view.button(`Remove acme-leads → ${title}`))
      .click();
    await view.bar.waitFor({ state: 'detached' });
    await eventually(async () => {
      expect(await view.dialog.count()).toBe(0);
    });
  });

  it('say that nobody is affected, and can be saved all the same', async () => {
    const view = await MappingsView.open(stage);
    await view.add('workspace', 'Radiology', 'acme-leads-to-be');
    await view.button('Preview').click();
    await view.dialog.getByText('Nobody’s access changes').waitFor();
    await view.dialog.getByText('Everybody keeps what they have').waitFor();
    await view.dialog.getByRole('button', { name: 'Back to the mappings' }).click();
    await view.dialog.waitFor({ state: 'detached' });
    await view.save();
    expect((await stored()).workspaces_groups).toContainEqual(['Radiology', 'acme-leads-to-be']);
  });

  it('are not left by accident', async () => {
    const view = await MappingsView.open(stage);
    await view.add('role', 'Reviewer', 'acme-reviewers');
    const people = view.page.getByRole('link', { name: 'People' });
    await people.click();
    await view.dialog.getByText('You have 1 change that nobody has saved.').waitFor();
    await view.dialog.getByRole('button', { name: 'Stay here' }).click();
    await view.dialog.waitFor({ state: 'detached' });
    expect(await view.field('role', 'Group').inputValue()).toBe('acme-reviewers');

    const asked = new Promise<string>((settle) => {
      view.page.once('dialog', (dialog) => {
        settle(dialog.type());
        void dialog.dismiss();
      });
    });
    await view.page.close({ runBeforeUnload: true });
    expect(await asked).toBe('beforeunload');

    await people.click();
    await view.dialog.getByRole('button', { name: 'Leave and discard' }).click();
    await view.page.waitForURL('**/people');
  });

  it('are not lost by signing out', async () => {
    const view = await MappingsView.open(stage, '?roles=acme');
    await view.add('role', 'Reviewer', 'acme-reviewers');
    await view.signOut();
    await view.dialog.getByRole('heading', { name: 'Sign out without saving?' }).waitFor();
    await view.dialog.getByRole('button', { name: 'Stay here' }).click();
    await view.dialog.waitFor({ state: 'detached' });
    expect(await view.field('role', 'Group').inputValue()).toBe('acme-reviewers');
    await view.bar.getByText('1 change, not saved yet').waitFor();

    await view.signOut();
    await view.dialog.getByRole('button', { name: 'Sign out and discard' }).click();
    const token = view.page.getByLabel('Token', { exact: true });
    await token.waitFor();
    expect(await view.page.evaluate(() => sessionStorage.getItem('rolecall.token'))).toBeNull();
    await token.fill(OWNER_TOKEN);
    await view.button('Sign in').click();
    await view.button('Map a role').waitFor();
    expect(new URL(view.page.url()).search).toBe('?roles=acme');
    await eventually(async () => {
      expect(await view.bar.count()).toBe(0);
    });
  });

  it('let one sign out without a question when nothing is unsaved', async () => {
    const view = await MappingsView.open(stage);
    await view.button('Map a role').click();
    await view.signOut();
    await view.page.getByLabel('Token', { exact: true }).waitFor();
    await eventually(async () => {
      expect(await view.dialog.count()).toBe(0);
    });
  });

  it('are left without a question when nothing is unsaved', async () => {
    const view = await MappingsView.open(stage);
    await view.button('Map a role').click();
    await view.page.getByRole('link', { name: 'People' }).click();
    await view.page.waitForURL('**/people');
    await eventually(async () => {
      expect(await view.dialog.count()).toBe(0);
    });
  });
});
