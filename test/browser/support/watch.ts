import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { eventually } from './eventually.js';

/** How long a page has nothing under way before it counts as quiet: what follows from an answer is asked sooner. */
const QUIET_MS = 150;
const PAUSE_MS = 15;

/** How long a dialog may take to go. */
const CLOSING_MS = 2_000;

/** The browser says on its console, too, that an answer was no success. */
const REFUSED_ANSWER = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** A page in a browser context of its own, and what went wrong in it. */
export class WatchedPage {
  /** Errors on the browser's console, refusals by the content security policy among them, and uncaught exceptions. */
  readonly complaints: string[] = [];
  /** Answers that are no success, as `404 GET /api/users/7`. */
  readonly refusals: string[] = [];
  readonly #pending = new Set<Request>();

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !REFUSED_ANSWER.test(text)) this.complaints.push(text);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('response', (response) => {
      const { pathname, search } = new URL(response.url());
      const answered = `${response.status()} ${response.request().method()} ${pathname}${search}`;
      if (response.status() >= 400) this.refusals.push(answered);
    });
    page.on('request', (request) => this.#pending.add(request));
    page.on('requestfinished', (request) => this.#pending.delete(request));
    page.on('requestfailed', (request) => this.#pending.delete(request));
  }

  /** Waits until all questions have been answered, and none follows from an answer. */
  async quiet(): Promise<void> {
    await eventually(async () => {
      const end = performance.now() + QUIET_MS;
      while (performance.now() < end) {
        const [request] = this.page.isClosed() ? [] : this.#pending;
        if (request) throw new Error(`${request.method()} ${request.url()} has no answer`);
        await delay(PAUSE_MS);
      }
    });
  }

  /** What the dialogs say that stay open. */
  async dialogs(): Promise<string[]> {
    if (this.page.isClosed()) return [];
    await this.quiet();
    const dialogs = this.page.getByRole('dialog');
    await dialogs.waitFor({ state: 'detached', timeout: CLOSING_MS }).catch(() => undefined);
    const texts = await dialogs.allInnerTexts();
    return texts.map((text) => `A dialog is open: ${text.replaceAll(/\s+/g, ' ')}`);
  }

  /** @throws if a dialog is open, or opens once everything has been answered */
  async expectNoDialog(): Promise<void> {
    const [dialog] = await this.dialogs();
    if (dialog !== undefined) throw new Error(dialog);
  }
}

/** What a test says that its pages will tell. */
interface Expectation {
  readonly what: string;
  readonly times: number;
  readonly matches: (told: string) => boolean;
}

/** Takes what was expected out of what was told, and adds what was not told as often as that. */
function without(told: readonly string[], { what, times, matches }: Expectation): string[] {
  const rest: string[] = [];
  let met = 0;
  for (const text of told) {
    if (met < times && matches(text)) met += 1;
    else rest.push(text);
  }
  return met === times ? rest : [...rest, `${what}: expected ${times}, came ${met}`];
}

const COMPLAINT = 'Complaint: ';

/** What a page told, taken away from it. */
function takeTold({ refusals, complaints }: WatchedPage): string[] {
  return [...refusals.splice(0), ...complaints.splice(0).map((text) => COMPLAINT + text)];
}

const watches = new Set<Watch>();
let isTesting = false;

/** Watches the pages of a stage, so that nothing happens in them that the test at hand did not say. */
export class Watch {
  #pages: { readonly watched: WatchedPage; readonly isOfTest: boolean }[] = [];
  /** What closed pages told. */
  #told: string[] = [];
  #expectations: Expectation[] = [];

  constructor() {
    watches.add(this);
  }

  add(page: Page): WatchedPage {
    const watched = new WatchedPage(page);
    this.#pages.push({ watched, isOfTest: isTesting });
    return watched;
  }

  /** Says that the pages are told, so often in this test, that something cannot be had. @param where in “POST /api/users” */
  expectRefusal(status: number, where: RegExp, times = 1): void {
    const matches = (told: string) => told.startsWith(`${status} `) && where.test(told);
    this.#expectations.push({ what: `${status} ${String(where)}`, times, matches });
  }

  /** Says that the browser complains of something in this test. */
  expectComplaint(what: RegExp): void {
    const matches = (told: string) => told.startsWith(COMPLAINT) && what.test(told.slice(COMPLAINT.length));
    this.#expectations.push({ what: COMPLAINT + String(what), times: 1, matches });
  }

  /** Takes note of everything before the browser goes. */
  async close(): Promise<void> {
    this.#told = await this.#drain();
    this.#pages = [];
  }

  async #drain(): Promise<string[]> {
    const dialogs = await Promise.all(this.#pages.map(({ watched }) => watched.dialogs()));
    const told = this.#pages.flatMap(({ watched }) => takeTold(watched));
    return [...this.#told.splice(0), ...told, ...dialogs.flat()];
  }

  /** @returns what happened in the test and was not to be expected; closes the pages that were opened in it */
  async endTest(): Promise<string[]> {
    const surprises = this.#expectations.splice(0).reduce(without, await this.#drain());
    const ofTest = this.#pages.filter(({ isOfTest, watched }) => isOfTest || watched.page.isClosed());
    this.#pages = this.#pages.filter((page) => !ofTest.includes(page));
    await Promise.all(ofTest.map(({ watched }) => watched.page.context().close()));
    return surprises;
  }
}

/** To be called before each test. */
export function beginTest(): void {
  isTesting = true;
}

/** To be called after each test. @returns what happened in it, in any page of any stage, and was not to be expected */
export async function endTest(): Promise<string[]> {
  isTesting = false;
  const surprises = await Promise.all([...watches].map((watch) => watch.endTest()));
  return surprises.flat();
}
