/** What is wrong, with the commands that show it. */
export interface Finding {
  /** Findings of one kind are shown once. */
  readonly kind: string;
  readonly faults: readonly string[];
  readonly commands: readonly string[];
  readonly answer?: string;
  /** The seed with which fast-check finds it again. */
  readonly seed: number;
}

const MAX_SHOWN = 25;
const MAX_COMMANDS = 20;

/** Collects findings, the first of each kind. */
export class Findings {
  private readonly found = new Map<string, Finding>();

  /** Shows a finding at once, unless one of its kind was there before. */
  add(finding: Finding): void {
    if (this.found.has(finding.kind)) return;
    this.found.set(finding.kind, finding);
    if (this.found.size > MAX_SHOWN) return;
    console.log(`\nFound: ${finding.kind}`);
    for (const fault of finding.faults.slice(0, 8)) console.log(`  ${fault.slice(0, 1_500)}`);
    if (finding.answer !== undefined) console.log(`  answer: ${finding.answer.slice(0, 600)}`);
    for (const command of finding.commands.slice(0, MAX_COMMANDS)) console.log(`  ${command}`);
    console.log(`  (batch seed ${finding.seed})`);
  }

  get count(): number {
    return this.found.size;
  }
}
