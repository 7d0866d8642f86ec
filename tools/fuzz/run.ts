import type * as fc from 'fast-check';
import { verdict } from '../harness/verdict.js';
import { Batches, PATIENCE_MS } from './batch.js';
import type { Call } from './call.js';
import { documentedCall } from './documented-calls.js';
import { Findings } from './findings.js';
import type { Ground } from './ground.js';
import { Guard, type Organization } from './guard.js';
import { hostileCall } from './hostile-calls.js';
import { peakDuring, residentMebibytes } from './memory.js';
import { Sender } from './sender.js';
import type { PlantedSecrets } from './planted-secrets.js';
import type { Stage } from './stage.js';
import { Statistics } from './statistics.js';
import { attackOverWire } from './wire-part.js';

/**
 * Batches of a round. One in five is from an actor who may do less than the Owner, or nothing. Their number is odd, so
 * that each of them meets every part.
 */
const BATCHES = 20;
const OTHERS = [
  'manager',
  'expired',
  'annotator',
  'stranger',
  'reviewer',
  'nobody',
  'administrator',
  'revoked',
  'deactivated',
];

/** How many times the memory peak of the first round the end may use: heaps vary. */
const MEMORY_FACTOR = 1.25;

type Generator = (actor: string, ground: Ground) => fc.Arbitrary<Call>;

interface Part {
  readonly name: string;
  readonly generate: Generator;
  readonly findings: Findings;
  readonly statistics: Statistics;
  readonly batches: Batches;
}

/** A whole run: rounds of batches and attacks until the time is over, and then the verdicts. */
export class Run {
  private number = 0;
  private attacks = 0;
  private readonly changes = new Findings();
  private readonly wire = new Findings();

  private constructor(
    private readonly stage: Stage,
    private readonly sender: Sender,
    private readonly seed: number,
    private readonly guard: Guard,
    private readonly parts: readonly Part[],
    changes: Findings,
    private readonly secrets: PlantedSecrets,
  ) {
    this.changes = changes;
  }

  static async on(stage: Stage, folder: string, seed: number, secrets: PlantedSecrets): Promise<Run> {
    const sender = new Sender(stage.server.origin, stage.tokens);
    const changes = new Findings();
    const guard = await Guard.over(stage.alfa, stage.bravo, changes, folder);
    const part = (name: string, generate: Generator): Part => {
      const [findings, statistics] = [new Findings(), new Statistics()];
      return {
        name,
        generate,
        findings,
        statistics,
        batches: new Batches(sender, findings, statistics, folder, stage.alfa),
      };
    };
    const parts = [part('from the document', documentedCall), part('hostile input', hostileCall)];
    return new Run(stage, sender, seed, guard, parts, changes, secrets);
  }

  /** @returns whether nothing was found */
  async for(seconds: number): Promise<boolean> {
    const { pid } = this.stage.server;
    const until = performance.now() + seconds * 1000;
    const warm = await peakDuring(pid, () => this.round(1, until));
    for (let number = 2; performance.now() < until; number++) await this.round(number, until);
    const drift = await this.drift();
    this.sender.close();
    return this.verdicts(warm, residentMebibytes(pid), drift);
  }

  private async round(number: number, until: number): Promise<void> {
    const begun = performance.now();
    for (let at = 0; at < BATCHES && performance.now() < until; at++)
      for (const part of this.parts) await this.batch(part);

    const { origin } = this.stage.server;
    const { owner = '' } = this.stage.tokens;
    if (number === 1 || performance.now() < until) {
      this.attacks += await attackOverWire({ origin, token: owner, owner: this.stage.alfa }, this.wire);
      await this.guard.check([], undefined, false, 0);
    }
    await this.secrets.look([this.stage.alfa, this.stage.bravo]);
    const requests = this.parts.reduce((sum, { statistics }) => sum + statistics.requests, 0);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const memory = residentMebibytes(this.stage.server.pid);
    console.log(
      `round ${number}, ${seconds} s: ${requests} requests, ${this.attacks} attacks over the wire, ${memory} MiB`,
    );
  }

  private async batch({ batches, generate }: Part): Promise<void> {
    this.number += 1;
    const actor = this.number % 5 === 0 ? (OTHERS[(this.number / 5) % OTHERS.length] ?? 'nobody') : 'owner';
    if (actor === 'administrator') await this.restoreAdministrator();
    const seed = this.seed * 1_000 + this.number;
    const { hasChanged, sent } = await batches.run(generate(actor, this.guard.ground(actor === 'owner')), seed);
    this.secrets.plant(sent);
    await this.guard.check(sent, hasChanged ? this.organizationOf(actor) : undefined, actor === 'owner', seed);
  }

  /** The organization of an actor. The Administrator belongs to a third one, in which nobody else does anything. */
  private organizationOf(actor: string): Organization {
    if (actor === 'administrator') return 'charly';
    return actor === 'owner' ? 'alfa' : 'bravo';
  }

  private async restoreAdministrator(): Promise<void> {
    const { charly, administratorId } = this.stage;
    await charly.send('PATCH', '/api/organizations/0/memberships', { user_id: administratorId, role: 'AD' });
  }

  private async drift(): Promise<number> {
    const { alfa, bravo, charly } = this.stage;
    const found = [alfa, bravo, charly].map(async (owner) => {
      const { drift } = (await owner.send('POST', '/api/provisioning/reconcile?dry_run=true')) as { drift: number };
      return drift;
    });
    return (await Promise.all(found)).reduce((sum, drift) => sum + drift, 0);
  }

  private verdicts(warm: number, end: number, drift: number): boolean {
    const slowest = Math.max(...this.parts.map(({ statistics }) => statistics.percentile(1)));
    const p99 = Math.max(...this.parts.map(({ statistics }) => statistics.percentile(0.99)));
    const lines = this.parts.map(({ name, findings, statistics }) =>
      say(
        findings.count === 0,
        `${name}: ${statistics.requests} requests, ${statistics.operationCount} operations, ${findings.count} faults`,
      ),
    );
    for (const { name, statistics } of this.parts) console.log(`${name}: ${statistics.statusLine()}`);
    console.log(
      `99 % of the answers within ${p99} ms, the slowest ${slowest} ms; none above ${PATIENCE_MS} ms three times`,
    );
    return [
      ...lines,
      say(this.wire.count === 0, `over the wire: ${this.attacks} attacks, ${this.wire.count} faults`),
      say(this.changes.count === 0, `nothing refused has changed anything: ${this.guard.line}`),
      say(
        this.secrets.leaked === 0,
        `${this.secrets.count} secrets in malformed requests, ${this.secrets.leaked} in a log`,
      ),
      say(drift === 0, `drift ${drift}`),
      say(
        end <= warm * MEMORY_FACTOR,
        `memory: up to ${warm} MiB in the first round, ${end} MiB at the end (at most × ${MEMORY_FACTOR})`,
      ),
    ].every((isGood) => isGood);
  }
}

/** @returns whether it is good */
function say(isGood: boolean, text: string): boolean {
  console.log(verdict(isGood, text));
  return isGood;
}
