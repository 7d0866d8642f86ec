/**
 * Takes pictures of every view of the console, light, dark and narrow, for a person to look at:
 *
 *     npm run screenshots -- <folder> [part of a view's name]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillAcme } from './support/acme.js';
import { Stage } from './support/stage.js';
import { LOOKS, VIEWS } from './support/views.js';

const [folder = 'screenshots', wanted = ''] = process.argv.slice(2);
const views = Object.entries(VIEWS).filter(([name]) => name.includes(wanted));

const stage = await Stage.open();
try {
  mkdirSync(folder, { recursive: true });
  await fillAcme(stage.scim, stage.rest);
  for (const [look, options] of Object.entries(LOOKS)) {
    const stranger = await stage.visit(options);
    await stranger.page.goto('/');
    await stranger.page.waitForLoadState('networkidle');
    await stranger.page.screenshot({ path: join(folder, `sign-in.${look}.png`) });
    const { page, complaints } = await stage.signedIn(options);
    for (const [view, path] of views) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(folder, `${view}.${look}.png`), fullPage: true });
    }
    for (const complaint of [...stranger.complaints, ...complaints]) process.stderr.write(`${look}: ${complaint}\n`);
  }
} finally {
  await stage.close();
}
