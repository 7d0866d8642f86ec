import { InvalidValueError } from '../errors.js';

/**
 * How many comparisons with elements of loaded lists one PATCH may cost: ten thousand operations on a list of three
 * hundred, or one that adds a thousand values to a thousand. Together with the limit on the length of lists it keeps a
 * body of many megabytes from occupying the process for minutes.
 */
const MAX_COMPARISONS = 3_000_000;

/** Adds up what the operations of one request cost, before each is applied. */
export class WorkLimit {
  private comparisons = 0;

  /**
   * @param present how many elements the list has
   * @param value what the operation brings, a list or not
   * @throws InvalidValueError when the sum passes {@link MAX_COMPARISONS}
   */
  spend(present: number, value: unknown): void {
    const brought = Array.isArray(value) ? value.length : 1;
    this.comparisons += brought * (present + brought);
    if (this.comparisons > MAX_COMPARISONS)
      throw new InvalidValueError('The operations go through too many values; send fewer of them at a time.');
  }
}
