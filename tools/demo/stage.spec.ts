import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NoAnswer, type Call } from './http.js';
import { Stage } from './stage.js';
import { terminalOn } from './terminal.js';

const CALL: Call = { actor: 'Okta', method: 'PUT', path: '/a%20b', headers: { Accept: '*/*' }, body: { x: 1 } };

describe('Stage', () => {
  let server: Server;
  let lines: string[];

  beforeEach(async () => {
    lines = [];
    server = createServer((request, response) => {
      void request.toArray().then((chunks) => response.writeHead(201).end(chunks.join('')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(() => {
    server.close();
  });

  function stage(): Stage {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const output = { columns: 100, write: (text: string) => lines.push(...text.trimEnd().split('\n')) };
    return new Stage(`http://127.0.0.1:${port ?? 0}`, 0, terminalOn(output, {}));
  }

  it('shows a step whose checks hold on one line', async () => {
    const playing = stage();
    const answer = await playing.step('replaces it', CALL, (it, { body }) => it.equal('body', body, { x: 1 }));
    expect(answer.status).toBe(201);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ ✓ {2}Okta {3}replaces it +PUT +\/a b +201 +\d+ ms$/);
    expect(lines[0]).toHaveLength(100);
    expect(playing.failed).toBe(false);
    expect(playing.summary()).toMatch(/^1 requests, 1 checks, none failed, /);
  });

  it('shows what was expected and what came of a check that fails, and goes on', async () => {
    const playing = stage();
    await playing.step('replaces it', CALL, (it, { status }) => it.equal('status', status, 200));
    expect(lines[0]).toMatch(/^ ✗/);
    expect(lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining(['PUT /a%20b', 'status', 'expected  200', 'actual    201', 'answer: {"x":1}']),
    );
    expect(playing.failed).toBe(true);
    expect(playing.summary()).toMatch(/1 checks, 1 failed/);
  });

  it('gives up when nobody answers', async () => {
    const playing = stage();
    server.close();
    await expect(playing.step('asks', CALL, () => undefined)).rejects.toThrow(NoAnswer);
    await expect(playing.step('asks', CALL, () => undefined)).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('terminalOn', () => {
  const terminal = { isTTY: true, columns: 100, write: () => true };

  it.each([
    ['a terminal', terminal, {}, true],
    ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['a file', { ...terminal, isTTY: false }, {}, false],
  ])('decides on colours for %s', (_, stream, environment, colours) => {
    expect(terminalOn(stream, environment).colours).toBe(colours);
  });

  it.each([
    [undefined, 120],
    [40, 60],
    [100, 100],
    [400, 160],
  ])('takes %s columns as %s', (columns, width) => {
    expect(terminalOn({ columns, write: () => true }, {}).width).toBe(width);
  });
});
