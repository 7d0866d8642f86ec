import type { AttributePath } from '../attribute-path.js';

/** Operators that compare with a value (RFC 7644 §3.4.2.2, table 3). */
export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

export type CompareValue = string | number | boolean | null;

/** `attrPath SP "pr"` or `attrPath SP compareOp SP compValue`. */
export interface AttributeExpression {
  readonly kind: 'attribute';
  readonly path: AttributePath;
  readonly operator: CompareOperator | 'pr';
  /** Absent for `pr` only. */
  readonly value?: CompareValue;
}

/** Two or more terms under one operator; a chain `a or b or c` is one node, so that depth does not grow with length. */
export interface LogicalExpression {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly terms: readonly Filter[];
}

/** `"not" "(" FILTER ")"`. */
export interface NotExpression {
  readonly kind: 'not';
  readonly filter: Filter;
}

/** `attrPath "[" valFilter "]"`: the paths inside are sub-attributes, and one single element must fulfil all of it. */
export interface ValuePath {
  readonly kind: 'valuePath';
  readonly path: AttributePath;
  readonly filter: Filter;
}

export type Filter = AttributeExpression | LogicalExpression | NotExpression | ValuePath;
