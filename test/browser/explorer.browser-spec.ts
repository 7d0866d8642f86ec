import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { takePicture } from './support/picture.js';
import { OWNER_TOKEN, Stage } from './support/stage.js';

/** An operation of the explorer, opened and ready to be sent. */
class TriedOperation {
  constructor(
    private readonly page: Page,
    private readonly block: Locator,
  ) {}

  static async open(page: Page, tag: string, summary: string): Promise<TriedOperation> {
    const room = page.locator('.opblock-tag-section', { has: page.locator(`.opblock-tag[data-tag="${tag}"]`) });
    const block = room.locator('.opblock', { hasText: summary });
    if ((await block.count()) === 0) await room.locator('.opblock-tag').click();
    await block.locator('.opblock-summary-control').click();
    return new TriedOperation(page, block);
  }

  async fill(parameter: string, value: string): Promise<void> {
    await this.block.locator(`tr[data-param-name="${parameter}"] input`).fill(value);
  }

  async fillBody(body: object): Promise<void> {
    await this.block.locator('.body-param__text').fill(JSON.stringify(body));
  }

  /** Presses Execute. @returns status and body of the answer, as the explorer shows them */
  async execute(): Promise<{ status: number; body: Record<string, unknown> }> {
    await this.block.getByRole('button', { name: 'Execute' }).click();
    const live = this.block.locator('.live-responses-table .response');
    await live.waitFor();
    await live.scrollIntoViewIfNeeded();
    await takePicture(this.page, `explorer-${(await this.block.getAttribute('id')) ?? ''}`);
    const status = Number.parseInt(await live.locator('.response-col_status').innerText(), 10);
    const text = await live.locator('.highlight-code pre').first().innerText();
    return { status, body: JSON.parse(text) as Record<string, unknown> };
  }
}

describe('the API explorer', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(() => stage.close());

  it('leads a newcomer from a token to the access of the first mapped person, as its introduction says', async () => {
    const { page, complaints } = await stage.visit();
    await page.goto('/docs');
    await page.locator('.btn.authorize').click();
    await page.locator('.modal-ux input').fill(OWNER_TOKEN);
    await page.locator('.modal-ux .btn.authorize').click();
    await takePicture(page, 'explorer-authorized');
    await page.locator('.modal-ux .btn-done').click();

    const user = await (await TriedOperation.open(page, 'SCIM Users', 'Create a user')).execute();
    expect(user.status).toBe(201);
    const group = await (await TriedOperation.open(page, 'SCIM Groups', 'Push a group')).execute();
    expect(group.status).toBe(201);
    const { body: stored } = await (
      await TriedOperation.open(page, 'SCIM settings', 'The mappings of groups')
    ).execute();
    const lists = {
      roles_groups: [...(stored.roles_groups as unknown[]), ['Reviewer', group.body.displayName]],
      workspaces_groups: [...(stored.workspaces_groups as unknown[]), ['Radiology', group.body.displayName]],
    };
    const preview = await TriedOperation.open(page, 'SCIM settings', 'What saving these settings would change');
    await preview.fillBody(lists);
    expect((await preview.execute()).body).toMatchObject({ users_changed: 1, workspaces_created: ['Radiology'] });
    const save = await TriedOperation.open(page, 'SCIM settings', 'Replace the lists');
    expect(await save.execute()).toEqual({ status: 201, body: stored });
    await save.fillBody(lists);
    expect((await save.execute()).body).toMatchObject(lists);

    const found = await TriedOperation.open(page, 'Users', 'All users, or those with an email');
    await found.fill('email', String(user.body.userName));
    const { body: people } = await found.execute();
    const [{ id } = { id: 0 }] = people as unknown as { id: number }[];
    const access = await TriedOperation.open(page, 'Access', 'What a user may do');
    await access.fill('id', String(id));
    const explained = await access.execute();

    expect(explained.body).toMatchObject({
      user: { scim_id: user.body.id },
      role: 'RE',
      role_grants: [{ kind: 'mapping', group: group.body.displayName }],
      workspaces: [{ title: 'Radiology' }],
    });
    expect(complaints).toEqual([]);
  });
});
