import { highestMemory, proportionalMemory, residentMemory } from '../../harness/process.js';

const EVERY_MS = 100;

/**
 * How much higher, in mebibytes, a peak must be before the process is asked how much of it is shared: asking holds it
 * up.
 */
const STEP_MB = 5;

/** Watches the memory of a process while the phases run. All figures are mebibytes. */
export class MemoryWatch {
  private highest = 0;
  private asked = 0;
  private highestShare = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => {
      this.look();
    }, EVERY_MS).unref();
  }

  /** The resident memory now. */
  get now(): number {
    return residentMemory(this.pid);
  }

  /** The highest memory seen since the last call. */
  takePeak(): number {
    this.look();
    const peak = this.highest;
    this.highest = 0;
    return peak;
  }

  /**
   * The highest memory since the process began: resident, and with shared pages counted in part (PSS) as far as
   * sampled.
   */
  get summary(): string {
    const resident = highestMemory(this.pid);
    return (
      `memory of the server through the whole run: ${resident} MB resident at most (promise: 400); ` +
      `${this.highestShare} MB with what it shares counted in part`
    );
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { now } = this;
    this.highest = Math.max(this.highest, now);
    if (now < this.asked + STEP_MB) return;
    this.asked = now;
    this.highestShare = Math.max(this.highestShare, proportionalMemory(this.pid));
  }
}
