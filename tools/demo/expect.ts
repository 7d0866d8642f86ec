import { inspect, isDeepStrictEqual } from 'node:util';

/** A failed check, in words for the screen. */
export interface Failure {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

function shown(value: unknown): string {
  return inspect(value, { depth: 5, breakLength: Infinity, maxStringLength: 300 });
}

/** Collects the checks of one step. A failed check never throws: the step shows everything that is wrong at once. */
export class Expectations {
  private made = 0;
  private readonly failed: Failure[] = [];

  /** How many checks were made, failed ones included. */
  get count(): number {
    return this.made;
  }

  get failures(): readonly Failure[] {
    return this.failed;
  }

  /** Compares by structure and without conversions: 1 is not "1". */
  equal(what: string, actual: unknown, expected: unknown): void {
    this.record(isDeepStrictEqual(actual, expected), what, shown(expected), actual);
  }

  /** Compares two lists of names without regard to their order. */
  sameNames(what: string, actual: readonly string[], expected: readonly string[]): void {
    this.equal(what, [...actual].sort(), [...expected].sort());
  }

  /** Checks a condition that is no comparison with one value; `rule` completes "expected …". */
  satisfies(what: string, actual: unknown, rule: string, holds: boolean): void {
    this.record(holds, what, rule, actual);
  }

  integer(what: string, actual: unknown): void {
    this.satisfies(what, actual, 'a whole number (a JSON number, not a string)', Number.isInteger(actual));
  }

  text(what: string, actual: unknown): void {
    this.satisfies(what, actual, 'a string that is not empty', typeof actual === 'string' && actual !== '');
  }

  private record(holds: boolean, what: string, expected: string, actual: unknown): void {
    this.made += 1;
    if (!holds) this.failed.push({ what, expected, actual: shown(actual) });
  }
}
