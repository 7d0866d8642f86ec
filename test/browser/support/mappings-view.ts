import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

import type { Stage } from './stage.js';
import type { WatchedPage } from './watch.js';

/** One of the lists of mappings, as its button names it. */
export type MappedThing = 'role' | 'workspace' | 'project';

const TITLES: Readonly<Record<MappedThing, string>> = {
  role: 'Organization Roles to Groups',
  workspace: 'Workspaces to Groups',
  project: 'Projects to Groups',
};

/** The page of the mappings, as a person uses it. */
export class MappingsView {
  readonly page: Page;

  constructor(private readonly watched: WatchedPage) {
    this.page = watched.page;
  }

  static async open(stage: Stage, query = '', look: BrowserContextOptions = {}): Promise<MappingsView> {
    const view = new MappingsView(await stage.signedIn(look));
    await view.page.goto(`/mappings${query}`);
    await view.button('Map a role').waitFor();
    return view;
  }

  panel(thing: MappedThing): Locator {
    return this.page.getByRole('region', { name: TITLES[thing], exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The bar that shows unsaved changes. */
  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Unsaved changes' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The row of a list with this text in it. */
  row(thing: MappedThing, text: string): Locator {
    return this.panel(thing).getByRole('listitem').filter({ hasText: text });
  }

  /** A field of the only open row of a list. */
  field(thing: MappedThing, name: string): Locator {
    return this.panel(thing).getByRole('combobox', { name, exact: true });
  }

  /** Adds a mapping: chooses a role or a project from its list, types everything else; leaves the row open. */
  async add(thing: MappedThing, target: string, group: string): Promise<void> {
    await this.button(`Map a ${thing}`).click();
    const field = this.field(thing, thing.charAt(0).toUpperCase() + thing.slice(1)).first();
    await field.click();
    if (thing === 'workspace') await field.fill(target);
    else await this.page.getByRole('option', { name: target }).click();
    await this.field(thing, 'Group').fill(group);
    await this.page.keyboard.press('Escape');
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /, account of / }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  /** Saves, and waits until it is done. */
  async save(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Save' }).click();
    await this.saved();
  }

  /** Waits until a save is done and reported; no further requests follow. */
  async saved(): Promise<void> {
    await this.page.getByText('Everybody’s access is up to date').waitFor();
    await this.bar.waitFor({ state: 'detached' });
    await this.watched.expectNoDialog();
  }
}
