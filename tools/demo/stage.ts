import { setTimeout as sleep } from 'node:timers/promises';
import { Expectations, type Failure } from './expect.js';
import { send, type Answer, type Call } from './http.js';
import { fitted, painted, type Terminal } from './terminal.js';

/** Columns of a line besides title and path: mark, actor, method, status, time and the gaps. */
const FIXED_WIDTH = 35;
const TITLE_SHARE = 0.55;
const EXCERPT_LENGTH = 600;

/** Plays requests one after the other, checks the answers and shows each on one line. */
export class Stage {
  private requests = 0;
  private checks = 0;
  private failures = 0;
  private readonly started = performance.now();

  constructor(
    private readonly origin: string,
    private readonly pace: number,
    private readonly terminal: Terminal,
  ) {}

  get failed(): boolean {
    return this.failures > 0;
  }

  /** Announces the next part of the story. */
  chapter(title: string): void {
    this.terminal.write(`\n${painted(this.terminal, 'strong', title)}`);
  }

  /**
   * Sends one request and checks its answer. Failed checks are shown and counted; the story goes on.
   *
   * @throws NoAnswer when the server does not answer.
   */
  async step(title: string, call: Call, verify: (expect: Expectations, answer: Answer) => void): Promise<Answer> {
    if (this.pace > 0) await sleep(this.pace);
    this.requests += 1;
    const answer = await send(this.origin, call);
    const expect = new Expectations();
    verify(expect, answer);
    this.checks += expect.count;
    this.failures += expect.failures.length;
    this.show(title, call, answer, expect.failures);
    return answer;
  }

  /** The last line: what was done, what failed, how long it took. */
  summary(): string {
    const seconds = ((performance.now() - this.started) / 1000).toFixed(1);
    const verdict = this.failed
      ? painted(this.terminal, 'bad', `${this.checks} checks, ${this.failures} failed`)
      : painted(this.terminal, 'good', `${this.checks} checks, none failed`);
    return `${this.requests} requests, ${verdict}, ${seconds} s`;
  }

  private show(title: string, call: Call, answer: Answer, failures: readonly Failure[]): void {
    const { terminal } = this;
    const good = failures.length === 0;
    const room = terminal.width - FIXED_WIDTH;
    const titleWidth = Math.round(room * TITLE_SHARE);
    const request = `${call.method.padEnd(6)} ${fitted(decodeURIComponent(call.path), room - titleWidth)}`;
    terminal.write(
      [
        ` ${painted(terminal, good ? 'good' : 'bad', good ? '✓' : '✗')}`,
        painted(terminal, 'faint', call.actor.padEnd(5)),
        fitted(title, titleWidth),
        painted(terminal, 'faint', request),
        painted(terminal, good ? 'good' : 'bad', String(answer.status)),
        painted(terminal, 'faint', `${answer.milliseconds} ms`.padStart(8)),
      ].join('  '),
    );
    if (good) return;
    terminal.write(`     ${call.method} ${call.path}`);
    for (const { what, expected, actual } of failures) {
      terminal.write(`     ${painted(terminal, 'bad', what)}`);
      terminal.write(`       expected  ${expected}`);
      terminal.write(`       actual    ${actual}`);
    }
    terminal.write(`     answer: ${answer.text.slice(0, EXCERPT_LENGTH) || '(no body)'}`);
  }
}
