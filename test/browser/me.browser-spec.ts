import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillAcme } from './support/acme.js';
import { createTokenFor } from './support/command-line.js';
import { takePicture } from './support/picture.js';
import { eventually } from './support/eventually.js';
import { Stage } from './support/stage.js';

/** How long it may take to start a server and fill it, on a busy machine. */
const START_LIMIT_MS = 120_000;

describe('an Annotator’s own page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-me-'));
  let stage: Stage;
  let token: string;

  beforeAll(async () => {
    const before = await Stage.open({ DATA_DIR: folder });
    await fillAcme(before.scim, before.rest);
    await before.close();
    token = await createTokenFor('bo.lindqvist@acme.test', folder);
    stage = await Stage.open({ DATA_DIR: folder });
  }, START_LIMIT_MS);

  afterAll(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/people', '/people/1', '/groups', '/organization'])('is where %s leads', async (path) => {
    const { page } = await stage.signedIn({}, token);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: 'What I may do' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/me');
    await eventually(async () => {
      expect(await page.getByRole('navigation', { name: 'Places' }).count()).toBe(0);
    });
  });

  it('says what they may do and why, without anything to change or to open', async () => {
    const { page } = await stage.signedIn({}, token);
    await page.goto('/me');
    const section = (name: string) => page.getByRole('region', { name, exact: true });
    await section('My role').getByText('acme-annotators').waitFor();
    await section('My workspaces').getByText('group acme-radiology').waitFor();
    const project = section('My projects').getByRole('row', { name: /Tissue slides/ });
    expect(await project.innerText()).toMatch(/Annotator[^]*group acme-annotators → Inherit/);
    await section('My groups').getByText('acme-everyone').waitFor();
    const content = page.getByRole('main');
    await eventually(async () => {
      expect(await content.getByRole('link').count()).toBe(0);
    });
    await eventually(async () => {
      expect(await content.getByRole('combobox').count()).toBe(0);
    });
    await takePicture(page, 'me-annotator');
  });
});
