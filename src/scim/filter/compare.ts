import { foldCase, parseDateTime } from '../../text/index.js';
import type { Attribute } from '../schema/attribute.js';
import { isTextual, type ResolvedOperator, type ResolvedValue } from './resolved.js';

/** Compares a stored value with the filter's value; false when the stored value has another type. */
export function compareStored(
  attribute: Attribute,
  stored: unknown,
  operator: ResolvedOperator,
  value: ResolvedValue,
): boolean {
  if (isTextual(attribute.type))
    return typeof stored === 'string' && typeof value === 'string' && compareText(attribute, stored, operator, value);

  const left = scalar(attribute, stored);
  const right = value instanceof Date ? value.getTime() : value;
  return (
    left !== undefined && typeof left === typeof right && inOrder(operator, Math.sign(Number(left) - Number(right)))
  );
}

/** Orders two texts by code point, as PostgreSQL's collation "C" does; the order of UTF-16 differs beyond U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;

  const start = index > 0 && isTrailingSurrogate(a.charCodeAt(index), b.charCodeAt(index)) ? index - 1 : index;
  return Math.sign((a.codePointAt(start) ?? -1) - (b.codePointAt(start) ?? -1));
}

function compareText(attribute: Attribute, stored: string, operator: ResolvedOperator, value: string): boolean {
  const left = attribute.caseExact ? stored : foldCase(stored);
  const right = attribute.caseExact ? value : foldCase(value);
  switch (operator) {
    case 'co':
      return left.includes(right);
    case 'sw':
      return left.startsWith(right);
    case 'ew':
      return left.endsWith(right);
    default:
      return inOrder(operator, compareCodePoints(left, right));
  }
}

function scalar({ type }: Attribute, stored: unknown): number | boolean | undefined {
  if (type === 'dateTime') return typeof stored === 'string' ? parseDateTime(stored)?.getTime() : undefined;

  return typeof stored === 'number' || typeof stored === 'boolean' ? stored : undefined;
}

function inOrder(operator: ResolvedOperator, sign: number): boolean {
  switch (operator) {
    case 'gt':
      return sign > 0;
    case 'ge':
      return sign >= 0;
    case 'lt':
      return sign < 0;
    case 'le':
      return sign <= 0;
    default:
      return sign === 0;
  }
}

/** Whether the texts first differ in the second half of a surrogate pair: their first halves are equal. */
function isTrailingSurrogate(...units: number[]): boolean {
  return units.some((unit) => unit >= 0xdc00 && unit <= 0xdfff);
}
