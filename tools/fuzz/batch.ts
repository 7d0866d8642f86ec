import * as fc from 'fast-check';
import { faultsOf } from './answer-rules.js';
import { type Answer, type Call, kindOf, saysThatItChanged } from './call.js';
import { toCurl } from './curl.js';
import type { Findings } from './findings.js';
import type { Sender } from './sender.js';
import type { Session } from './session.js';
import type { Statistics } from './statistics.js';

const CALLS = 20;
/** An answer slower than this is sent again. */
export const PATIENCE_MS = 1_000;
/** A batch ends after this time, including shrinking. */
const TIME_LIMIT_MS = 8_000;

class Fault extends Error {
  constructor(
    readonly call: Call,
    readonly faults: readonly string[],
    readonly answer?: Answer,
  ) {
    super(faults.join('; '));
  }
}

/** The outcome of a sequence of calls. */
export interface BatchResult {
  /** Whether some answer says that something was changed. */
  readonly hasChanged: boolean;
  readonly sent: readonly Call[];
}

/** Sends generated calls one by one and judges each answer. */
export class Batches {
  constructor(
    private readonly sender: Sender,
    private readonly findings: Findings,
    private readonly statistics: Statistics,
    private readonly folder: string,
    private readonly owner: Session,
  ) {}

  /** Sends a batch and adds the smallest call that still shows a fault to the findings. */
  async run(calls: fc.Arbitrary<Call>, seed: number): Promise<BatchResult> {
    const sent: Call[] = [];
    let hasChanged = false;
    const judge = async (call: Call) => {
      sent.push(call);
      const watched = call.actor === 'owner' ? await call.watch?.(this.owner) : undefined;
      const answer = await this.send(call);
      if (saysThatItChanged(call, answer)) hasChanged = true;
      const faults = [...faultsOf(call, answer), ...((await watched?.(answer)) ?? [])];
      if (faults.length > 0) throw new Fault(call, faults, answer);
    };
    const details = await fc.check(fc.asyncProperty(calls, judge), {
      seed,
      numRuns: CALLS,
      interruptAfterTimeLimit: TIME_LIMIT_MS,
      includeErrorInReport: false,
    });
    if (details.failed) this.report(details.errorInstance, seed);
    return { hasChanged, sent };
  }

  /** Sends a call. A slow answer is a fault only if it is slow twice more: the machine may have been busy. */
  private async send(call: Call): Promise<Answer> {
    const answer = await this.sendOnce(call);
    if (answer.milliseconds <= PATIENCE_MS) return answer;
    const again = [await this.sendOnce(call), await this.sendOnce(call)].map(({ milliseconds }) => milliseconds);
    const best = Math.min(...again);
    if (best > PATIENCE_MS) throw new Fault(call, [`it takes ${Math.round(best)} ms, again and again`], answer);
    return answer;
  }

  private async sendOnce(call: Call): Promise<Answer> {
    try {
      const answer = await this.sender.send(call);
      this.statistics.count(call, answer);
      return answer;
    } catch (error) {
      throw new Fault(call, [error instanceof Error ? error.message : String(error)]);
    }
  }

  private report(error: unknown, seed: number): void {
    if (!(error instanceof Fault)) throw error;
    const { call, faults, answer } = error;
    const [fault = ''] = faults;
    this.findings.add({
      kind: `${kindOf(call)}: ${(fault.split(':')[0] ?? '').replaceAll(/\d{4,}/g, 'n').slice(0, 80)}`,
      faults,
      commands: [toCurl(call, this.folder)],
      ...(answer ? { answer: `${answer.status} ${answer.text}` } : {}),
      seed,
    });
  }
}
