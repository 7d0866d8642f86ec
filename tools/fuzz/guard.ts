import type { Call } from './call.js';
import { toCurl } from './curl.js';
import { tend } from './fill.js';
import type { Findings } from './findings.js';
import type { Ground } from './ground.js';
import type { Session } from './session.js';
import { differences, readSnapshot, type Snapshot } from './snapshot.js';

/** The organizations that are watched, and one that is not. */
type Watched = 'alfa' | 'bravo';
export type Organization = Watched | 'charly';

/** Compares two organizations before and after requests: only one that an answer says was changed may differ. */
export class Guard {
  private checkedBatches = 0;
  private checkedCalls = 0;
  private readonly since: Call[] = [];

  private constructor(
    private readonly owners: Readonly<Record<Watched, Session>>,
    private readonly findings: Findings,
    private readonly folder: string,
    private readonly last: Record<Watched, Snapshot>,
  ) {}

  static async over(alfa: Session, bravo: Session, findings: Findings, folder: string): Promise<Guard> {
    const last = { alfa: await readSnapshot(alfa), bravo: await readSnapshot(bravo) };
    return new Guard({ alfa, bravo }, findings, folder, last);
  }

  /** What exists, as seen by a caller. */
  ground(isOfAlfa: boolean): Ground {
    const { alfa, bravo } = this.last;
    return isOfAlfa ? { own: alfa.things, foreign: bravo.things } : { own: bravo.things, foreign: alfa.things };
  }

  /**
   * Checks both organizations. The other one is read only when one of its members has called, with all calls since the
   * last time.
   *
   * @param changed the organization that some answer says was changed, if any
   */
  async check(
    calls: readonly Call[],
    changed: Organization | undefined,
    isOfAlfa: boolean,
    seed: number,
  ): Promise<void> {
    this.since.push(...calls);
    await this.compare('alfa', changed, calls, seed);
    if (!isOfAlfa) await this.compare('bravo', changed, this.since.splice(0), seed);
    if (changed !== undefined) return;
    this.checkedBatches += 1;
    this.checkedCalls += calls.length;
  }

  /** A summary of the comparisons, for the last line. */
  get line(): string {
    return `${this.checkedCalls} refused or reading requests in ${this.checkedBatches} batches`;
  }

  private async compare(
    organization: Watched,
    changed: Organization | undefined,
    calls: readonly Call[],
    seed: number,
  ): Promise<void> {
    const owner = this.owners[organization];
    const before = this.last[organization];
    const after = await readSnapshot(owner);
    this.last[organization] = after;
    if (changed !== organization) this.report(organization, differences(before, after), calls, seed);
    else if (await tend(owner, organization, after)) this.last[organization] = await readSnapshot(owner);
  }

  private report(organization: Watched, changes: string[], calls: readonly Call[], seed: number): void {
    if (changes.length === 0) return;
    const writes = calls.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
    const [first = ''] = changes;
    this.findings.add({
      kind: `${organization} has changed though nothing said so: ${/^[a-z ]+/i.exec(first)?.[0].trim() ?? ''}`,
      faults: changes,
      commands: writes.map((call) => toCurl(call, this.folder)),
      seed,
    });
  }
}
