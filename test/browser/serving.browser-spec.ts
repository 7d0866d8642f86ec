import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'playwright-core';
import { Stage } from './support/stage.js';

/** How many bytes all scripts of the first load may have on the wire. */
const SCRIPT_LIMIT = 300_000;

describe('the server of the console', () => {
  let stage: Stage;
  const open = (path: string, accept = 'text/html,application/xhtml+xml') =>
    fetch(stage.origin + path, { headers: { accept } });

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(() => stage.close());

  it.each(['/', '/people/5', '/mappings', '/no/such/view'])(
    'answers a browser at %s with the one page',
    async (path) => {
      const response = await open(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toContain('<div id="root">');
    },
  );

  it.each(['/api/nothing', '/scim/v2/Nothing', '/health/nothing', '/assets/nothing.js'])(
    'leaves %s to the API, also when a browser asks',
    async (path) => {
      const response = await open(path);
      expect(response.status).not.toBe(200);
      expect(response.headers.get('content-type')).toContain('json');
    },
  );

  it('answers a program with JSON at an address of the console', async () => {
    const response = await open('/people', 'application/json');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status_code: 404 });
  });

  it('lets nothing in but its own files, and style sheets with a nonce that is new each time', async () => {
    const policies = await Promise.all(
      [open('/'), open('/')].map(async (page) => (await page).headers.get('content-security-policy') ?? ''),
    );
    const nonces = policies.map((policy) => /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1]);
    expect(policies[0]).toContain("default-src 'none'; script-src 'self'; ");
    expect(policies[0]).not.toMatch(/unsafe|https?:|\*/);
    expect(new Set(nonces).size).toBe(2);
  });

  it('loads, compressed, less script than 300 kB, all from here', async () => {
    const { page } = await stage.signedIn();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const scripts = responses.filter((response) => response.request().resourceType() === 'script');
    const sizes = await Promise.all(scripts.map(async (script) => (await script.request().sizes()).responseBodySize));
    expect(scripts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPT_LIMIT);
    expect(responses.map((response) => new URL(response.url()).origin)).toEqual(responses.map(() => stage.origin));
  });
});
