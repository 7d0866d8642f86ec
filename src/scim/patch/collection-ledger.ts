import { InvalidValueError } from '../errors.js';
import type { Filter } from '../filter/ast.js';

/** How many `removeMatching` steps one PATCH may have: each of them searches the whole collection. */
export const MAX_SEARCHES = 100;

/** An element of a detached collection, known by its `value`; the other sub-attributes are as the client sent them. */
export interface CollectionElement {
  readonly value: string;
  readonly [subAttribute: string]: unknown;
}

/**
 * One step on a collection that was not loaded. Steps must be taken in order. Within an `update` the order does not
 * matter, because `remove` and `add` have no value in common.
 */
export type CollectionChange =
  | {
      readonly kind: 'update';
      /** Whether to drop all present elements first; `remove` is empty then. */
      readonly reset: boolean;
      /** Values of elements to drop; those that are not present are no error. */
      readonly remove: readonly string[];
      /** Elements to add, in the order in which the client first named them; those already present are no error. */
      readonly add: readonly CollectionElement[];
    }
  | {
      readonly kind: 'removeMatching';
      /** Its paths are relative to the element. */
      readonly filter: Filter;
    };

/**
 * Records the changes of a collection and folds them as it goes: each operation costs the same, however many there are,
 * and neighbours become one `update`. A reset drops everything recorded before it.
 */
export class CollectionLedger {
  private closed: CollectionChange[] = [];
  private searches = 0;
  private reset = false;
  /**
   * What happens to each value since the last step that could not be folded: the element to add, or undefined to drop
   * it.
   */
  private fates = new Map<string, CollectionElement | undefined>();

  add(element: CollectionElement): void {
    this.fates.set(element.value, element);
  }

  remove(value: string): void {
    this.fates.set(value, undefined);
  }

  /** Drops all elements, those present and those added so far. */
  clear(): void {
    this.closed = [];
    this.fates = new Map();
    this.reset = true;
  }

  /** @throws InvalidValueError when there are more than {@link MAX_SEARCHES} of these */
  removeMatching(filter: Filter): void {
    this.searches += 1;
    if (this.searches > MAX_SEARCHES)
      throw new InvalidValueError(`At most ${MAX_SEARCHES} operations of one request may remove by a search.`);

    this.closed = [...this.changes(), { kind: 'removeMatching', filter }];
    this.fates = new Map();
    this.reset = false;
  }

  changes(): CollectionChange[] {
    const add = [...this.fates.values()].filter((element) => element !== undefined);
    const remove = this.reset ? [] : [...this.fates].filter(([, element]) => !element).map(([value]) => value);
    if (!this.reset && add.length === 0 && remove.length === 0) return this.closed;

    return [...this.closed, { kind: 'update', reset: this.reset, remove, add }];
  }
}
