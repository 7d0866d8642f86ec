import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** How long something may take to appear, well below a test's own limit, so that the failure names what is missing. */
const PATIENCE_MS = 20_000;

/** Chromium asks the network for nothing of its own, and runs as root in a container. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `CHROMIUM` names, or Debian's. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? DEBIAN_CHROMIUM, args: QUIET });
}

/** A page in a browser context of its own, and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the browser's console, refusals by the content security policy among them, and uncaught exceptions. */
  readonly complaints: string[];
}

/** The browser says on its console whenever an answer is no success; what the answers are is the tests' own matter. */
const REFUSED_ANSWER = /^Failed to load resource: the server responded with a status of 4\d\d/;

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !REFUSED_ANSWER.test(text)) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}
