import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { fillAcme } from './support/acme.js';
import { Stage } from './support/stage.js';
import { LOOKS, VIEWS } from './support/views.js';

const GRAVE: readonly (string | null | undefined)[] = ['serious', 'critical'];

const everywhere = Object.keys(LOOKS).flatMap((look) => Object.keys(VIEWS).map((view) => [view, look] as const));

/** What axe reports for a page (WCAG 2 A and AA, and its own good practice) that keeps somebody out. */
async function barriers(page: Page): Promise<string[]> {
  // evaluated by the debugger, because the page's policy would refuse the script
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}

describe('the console', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    await fillAcme(stage.scim, stage.rest);
  });

  afterAll(() => stage.close());

  it.each(everywhere)('keeps nobody out of %s in %s, nor has it anything to complain of', async (view, look) => {
    const { page } = await stage.signedIn(LOOKS[look]);
    await page.goto(VIEWS[view] ?? '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it.each(Object.keys(LOOKS))('keeps nobody out of the sign-in in %s', async (look) => {
    const { page } = await stage.visit(LOOKS[look]);
    await page.goto('/');
    await page.getByLabel('Token', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('finds what keeps people out', async () => {
    const { page } = await stage.signedIn();
    await page.goto('/me');
    await page.getByRole('heading', { level: 1 }).waitFor();
    stage.expectRefusal(404, /none\.png$/);
    await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"/assets/none.png\">')");
    expect(await barriers(page)).toEqual([expect.stringContaining('image-alt')]);
  });
});
