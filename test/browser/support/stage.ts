import type { Browser, BrowserContextOptions } from 'playwright-core';
import { HttpClient } from '../../support/http-client.js';
import { ServerProcess } from '../../../tools/harness/server-process.js';
import { launchBrowser, openPage } from './browser.js';
import { Watch, type WatchedPage } from './watch.js';

/** The Owner's token on every stage. */
export const OWNER_TOKEN = 'the-owners-token-in-the-browser';

/** A built server on an empty database in memory, and a browser for it. */
export class Stage {
  readonly rest: HttpClient;
  readonly scim: HttpClient;
  readonly #watch = new Watch();

  private constructor(
    private readonly server: ServerProcess,
    private readonly browser: Browser,
  ) {
    const authorization = `Bearer ${OWNER_TOKEN}`;
    const okta = { 'user-agent': 'Okta SCIM Client 1.0.0', accept: 'application/scim+json' };
    this.rest = new HttpClient(`${server.origin}/api`, { authorization, 'content-type': 'application/json' });
    this.scim = new HttpClient(`${server.origin}/scim/v2`, {
      ...okta,
      authorization,
      'content-type': 'application/scim+json',
    });
  }

  /** Starts the result of `npm run build`. */
  static async open(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const server = await ServerProcess.start({
      DATA_DIR: 'memory://',
      LOG_LEVEL: 'info',
      RATE_LIMIT_PER_MINUTE: '0',
      OWNER_TOKEN,
      OWNER_EMAIL: 'owner@acme.test',
      ORGANIZATION_TITLE: 'Acme Labs',
      ...settings,
    });
    return new Stage(server, await launchBrowser());
  }

  get origin(): string {
    return this.server.origin;
  }

  /** A new browser context, with nobody signed in. */
  async visit(options: BrowserContextOptions = {}): Promise<WatchedPage> {
    return this.#watch.add(await openPage(this.browser, { baseURL: this.origin, ...options }));
  }

  /** The same with a token in the session, as after a sign-in. */
  async signedIn(options: BrowserContextOptions = {}, token = OWNER_TOKEN): Promise<WatchedPage> {
    const watched = await this.visit(options);
    await watched.page.addInitScript((kept) => sessionStorage.setItem('rolecall.token', kept), token);
    return watched;
  }

  /**
   * Announces that pages will get this refusal, this many times in this test. Every other answer that is not a success
   * fails the test, and so does an announced one that does not come.
   *
   * @param where a part of “POST /api/users”
   */
  expectRefusal(status: number, where: RegExp, times = 1): void {
    this.#watch.expectRefusal(status, where, times);
  }

  /** Announces a complaint of the browser in this test; any other complaint fails it. */
  expectComplaint(what: RegExp): void {
    this.#watch.expectComplaint(what);
  }

  async close(): Promise<void> {
    await this.#watch.close();
    await this.browser.close();
    await this.server.stop();
  }
}
