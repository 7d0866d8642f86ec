import type { Filter } from '../filter/ast.js';
import type { Attribute } from '../schema/attribute.js';

export type PatchVerb = 'add' | 'remove' | 'replace';

/** The elements that a value filter selects: `emails[type eq "work"]`. */
export interface Selection {
  /** As written; its paths are relative to the element. */
  readonly filter: Filter;
  readonly matches: (element: Record<string, unknown>) => boolean;
}

/** What an operation acts on: an attribute, some of its elements, or a sub-attribute of either. */
export interface PatchTarget {
  /** The path in canonical spelling without its value filter, for messages. */
  readonly path: string;
  /** URN of the extension that holds the attribute; absent for core and common attributes. */
  readonly extension?: string;
  readonly attribute: Attribute;
  readonly selection?: Selection;
  readonly subAttribute?: Attribute;
}

/** One operation of a PATCH on one attribute. An operation without path is split into one per key of its value. */
export interface PatchOperation {
  readonly op: PatchVerb;
  readonly target: PatchTarget;
  /** As sent; undefined when a `remove` has none. */
  readonly value?: unknown;
  /** Whether the client named the target in `path`. Read-only attributes are refused there, and ignored elsewhere. */
  readonly explicit: boolean;
}
