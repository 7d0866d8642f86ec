import { parseDateTime, trimName } from '../../text/index.js';
import { InvalidFilterError } from '../errors.js';
import type { Attribute, AttributeType } from '../schema/attribute.js';
import type { CompareOperator, CompareValue } from './ast.js';
import { isTextual, type ResolvedValue } from './resolved.js';

const equality: readonly CompareOperator[] = ['eq', 'ne'];
const substring: readonly CompareOperator[] = ['co', 'sw', 'ew'];
const order: readonly CompareOperator[] = ['gt', 'ge', 'lt', 'le'];

/** The operators of each type (RFC 7644 §3.4.2.2): no order on Boolean and Binary, and substrings of text only. */
const operatorsOf: Readonly<Record<AttributeType, readonly CompareOperator[]>> = {
  string: [...equality, ...substring, ...order],
  reference: [...equality, ...substring, ...order],
  binary: [...equality, ...substring],
  boolean: equality,
  dateTime: [...equality, ...order],
  decimal: [...equality, ...order],
  integer: [...equality, ...order],
  complex: [],
};

/**
 * Converts the value of a comparison to the attribute's own type. `name` is the attribute as the client wrote it.
 *
 * @throws InvalidFilterError when the type does not have the operator, or the value is of another type
 */
export function resolveValue(
  attribute: Attribute,
  operator: CompareOperator,
  value: Exclude<CompareValue, null>,
  name: string,
): ResolvedValue {
  const { type } = attribute;
  if (!operatorsOf[type].includes(operator)) {
    throw new InvalidFilterError(
      `Invalid filter: "${operator}" does not apply to "${name}", which is ${article(type)}.`,
    );
  }
  const resolved = convert(type, operator, value);
  if (resolved === undefined) {
    throw new InvalidFilterError(
      `Invalid filter: "${name}" is ${article(type)} and cannot be compared with ${JSON.stringify(value)}.`,
    );
  }
  return attribute.trimmed && typeof resolved === 'string' ? nameToCompare(operator, resolved) : resolved;
}

/**
 * Trims a name before it is compared, because names are stored without the blanks around them. Parts of names are not
 * trimmed: the blank at the end of `sw "Night "` is a blank inside the name that is searched for.
 */
function nameToCompare(operator: CompareOperator, name: string): string {
  return substring.includes(operator) ? name : trimName(name);
}

function convert(
  type: AttributeType,
  operator: CompareOperator,
  value: Exclude<CompareValue, null>,
): ResolvedValue | undefined {
  if (isTextual(type)) return typeof value === 'number' ? bareDigits(operator, value) : ofType('string', value);

  switch (type) {
    case 'boolean':
      return typeof value === 'string' ? spelledBoolean(value) : ofType('boolean', value);
    case 'dateTime':
      return typeof value === 'string' ? parseDateTime(value) : undefined;
    default:
      return ofType('number', value);
  }
}

/**
 * Reads `roles[primary eq "True"]`: Entra ID writes booleans as strings, with a capital, in the paths of its Single
 * app-role mapping (Microsoft's "Customize attribute mappings", app role assignments).
 */
function spelledBoolean(value: string): boolean | undefined {
  const word = value.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/**
 * Reads `externalId eq 701984`: a value without its quotes, as in Entra ID's documentation, that happens to be all
 * digits. It takes only integers that a number holds exactly, because others may not print as they were written.
 */
function bareDigits(operator: CompareOperator, value: number): string | undefined {
  return operator === 'eq' && Number.isSafeInteger(value) ? String(value) : undefined;
}

function ofType(type: 'string' | 'boolean' | 'number', value: ResolvedValue): ResolvedValue | undefined {
  return typeof value === type ? value : undefined;
}

function article(type: AttributeType): string {
  return type === 'integer' ? 'an integer' : `a ${type}`;
}
