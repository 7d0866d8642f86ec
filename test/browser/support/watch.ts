import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { eventually } from './eventually.js';

/** How long a page must have no pending request to count as quiet; requests that follow from an answer start sooner. */
const QUIET_MS = 150;
const PAUSE_MS = 15;

/** How long a dialog may take to close. */
const CLOSING_MS = 2_000;

/** The browser's own report of an answer that is not a success. */
const REFUSED_ANSWER = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** A page in a browser context of its own, and what went wrong in it. */
export class WatchedPage {
  /** Errors on the browser's console, refusals by the content security policy among them, and uncaught exceptions. */
  readonly complaints: string[] = [];
  /** Answers that are not a success, as `404 GET /api/users/7`. */
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

  /** Waits until all requests have been answered, and no further ones follow. */
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

  /** The texts of dialogs that stay open. */
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

/** What a test has announced for its pages. */
interface Expectation {
  readonly what: string;
  readonly times: number;
  readonly matches: (told: string) => boolean;
}

/** Removes what was expected from what was reported, and adds what was reported too rarely. */
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

/** Removes what a page has reported, and returns it. */
function takeTold({ refusals, complaints }: WatchedPage): string[] {
  return [...refusals.splice(0), ...complaints.splice(0).map((text) => COMPLAINT + text)];
}

const watches = new Set<Watch>();
let isTesting = false;

/** Watches the pages of a stage, so that nothing happens in them that the current test has not announced. */
export class Watch {
  #pages: { readonly watched: WatchedPage; readonly isOfTest: boolean }[] = [];
  /** What closed pages have reported. */
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

  /** Announces a refusal, this many times in this test. @param where a part of “POST /api/users” */
  expectRefusal(status: number, where: RegExp, times = 1): void {
    const matches = (told: string) => told.startsWith(`${status} `) && where.test(told);
    this.#expectations.push({ what: `${status} ${String(where)}`, times, matches });
  }

  /** Announces a complaint of the browser in this test. */
  expectComplaint(what: RegExp): void {
    const matches = (told: string) => told.startsWith(COMPLAINT) && what.test(told.slice(COMPLAINT.length));
    this.#expectations.push({ what: COMPLAINT + String(what), times: 1, matches });
  }

  /** Collects everything before the browser is closed. */
  async close(): Promise<void> {
    this.#told = await this.#drain();
    this.#pages = [];
  }

  async #drain(): Promise<string[]> {
    const dialogs = await Promise.all(this.#pages.map(({ watched }) => watched.dialogs()));
    const told = this.#pages.flatMap(({ watched }) => takeTold(watched));
    return [...this.#told.splice(0), ...told, ...dialogs.flat()];
  }

  /** @returns what happened unexpectedly in the test; closes the pages that were opened in it */
  async endTest(): Promise<string[]> {
    const surprises = this.#expectations.splice(0).reduce(without, await this.#drain());
    const ofTest = this.#pages.filter(({ isOfTest, watched }) => isOfTest || watched.page.isClosed());
    this.#pages = this.#pages.filter((page) => !ofTest.includes(page));
    await Promise.all(ofTest.map(({ watched }) => watched.page.context().close()));
    return surprises;
  }
}

/** Must be called before each test. */
export function beginTest(): void {
  isTesting = true;
}

/** Must be called after each test. @returns what happened unexpectedly in it, in any page of any stage */
export async function endTest(): Promise<string[]> {
  isTesting = false;
  const surprises = await Promise.all([...watches].map((watch) => watch.endTest()));
  return surprises.flat();
}
