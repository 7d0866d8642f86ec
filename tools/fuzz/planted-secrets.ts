import { setTimeout as delay } from 'node:timers/promises';
import { type Call, kindOf } from './call.js';
import { toCurl } from './curl.js';
import { Findings } from './findings.js';
import { SECRET } from './secret-calls.js';
import type { Session } from './session.js';

/** After how many milliseconds a request is in its log, and its lines are written. */
const WRITTEN_MS = 700;
const PLANTED = new RegExp(`${SECRET}\\d+x`, 'g');

/** Looks for the secrets that calls have planted: in the log of SCIM requests, and in the server's own log. */
export class PlantedSecrets {
  private readonly calls = new Map<string, Call>();
  private rest = '';
  private readonly inLines = new Map<string, string>();

  private readonly findings = new Findings();

  /** @param folder for bodies that are not in the command itself */
  constructor(private readonly folder: string) {}

  get count(): number {
    return this.calls.size;
  }

  /** How many kinds of calls leaked a secret into a log. */
  get leaked(): number {
    return this.findings.count;
  }

  plant(calls: readonly Call[]): void {
    for (const call of calls) if (call.secret !== undefined) this.calls.set(call.secret, call);
  }

  /** Reads a piece of the server's own log. */
  read(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) for (const secret of line.match(PLANTED) ?? []) this.inLines.set(secret, line);
  }

  /** @param owners of the organizations whose logs are read */
  async look(owners: readonly Session[]): Promise<void> {
    await delay(WRITTEN_MS);
    for (const [secret, line] of this.inLines) this.report('the log of the server', secret, line);
    for (const owner of owners) {
      const { results } = await owner.get<{ results: object[] }>(`/api/scim/requests?search=${SECRET}&page_size=100`);
      for (const entry of results.map((result) => JSON.stringify(result)))
        for (const secret of entry.match(PLANTED) ?? []) this.report('the log of SCIM requests', secret, entry);
    }
  }

  private report(where: string, secret: string, shown: string): void {
    const call = this.calls.get(secret);
    this.findings.add({
      kind: `a secret is in ${where}: ${call ? kindOf(call) : ''}`,
      faults: [`${secret} is in ${where}: ${shown}`],
      commands: call ? [toCurl(call, this.folder)] : [],
      seed: 0,
    });
  }
}
