import { sql, type RawBuilder } from 'kysely';
import type { Attribute, Comparison, ResolvedOperator } from '../../scim/index.js';
import { instantInSql } from '../../platform/database/instant.js';
import { textSides, type Operand } from './operand.js';

const orderSigns = new Map<ResolvedOperator, RawBuilder<unknown>>([
  ['gt', sql`>`],
  ['ge', sql`>=`],
  ['lt', sql`<`],
  ['le', sql`<=`],
]);

/** A uuid in the spelling of ids here. PostgreSQL reads other spellings too, which `caseExact` forbids. */
const CANONICAL_UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A comparison with one operand, null or false when the operand is null. */
export function compare(
  attribute: Attribute,
  operand: Operand,
  { operator, value }: Pick<Comparison, 'operator' | 'value'>,
): RawBuilder<boolean> {
  if (value instanceof Date) return compareInstant(attribute, operand, operator, value);

  switch (typeof value) {
    case 'boolean':
      return compareBoolean(operand, value);
    case 'number':
      return compareNumber(operand, operator, value);
    default:
      return compareText(attribute, operand, operator, value);
  }
}

/** Whether the operand equals one of the texts. */
export function equalsAny(attribute: Attribute, operand: Operand, values: readonly string[]): RawBuilder<boolean> {
  if (operand.uuid && attribute.caseExact) {
    const uuids = values.filter((value) => CANONICAL_UUID.test(value)).map((value) => sql`${value}::uuid`);
    return uuids.length === 0 ? sql<boolean>`false` : isAny(operand.value, uuids);
  }
  const { subject, bind } = textSides(attribute, operand);
  return isAny(subject, values.map(bind));
}

function isAny(subject: RawBuilder<unknown>, values: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return values.length === 1
    ? sql<boolean>`${subject} = ${values[0]}`
    : sql<boolean>`${subject} = any(array[${sql.join(values)}])`;
}

function compareText(
  attribute: Attribute,
  operand: Operand,
  operator: ResolvedOperator,
  value: string,
): RawBuilder<boolean> {
  if (operator === 'eq') return equalsAny(attribute, operand, [value]);

  const { subject, bind } = textSides(attribute, operand);
  const sign = orderSigns.get(operator);
  return sign
    ? sql<boolean>`${subject} collate "C" ${sign} ${bind(value)}`
    : sql<boolean>`${subject} like ${bind(likePattern(operator, value))}`;
}

/** Builds the pattern for LIKE, escaping LIKE's own characters. */
function likePattern(operator: ResolvedOperator, text: string): string {
  const literal = text.replace(/[\\%_]/g, '\\$&');
  return `${operator === 'sw' ? '' : '%'}${literal}${operator === 'ew' ? '' : '%'}`;
}

function compareBoolean({ value, json }: Operand, wanted: boolean): RawBuilder<boolean> {
  return json ? sql<boolean>`${json} = ${String(wanted)}::jsonb` : sql<boolean>`${value} = ${wanted}::boolean`;
}

function compareNumber({ value, json }: Operand, operator: ResolvedOperator, wanted: number): RawBuilder<boolean> {
  const sign = orderSigns.get(operator) ?? sql`=`;
  const bound = sql`${String(wanted)}::text::numeric`;
  return json
    ? sql<boolean>`case jsonb_typeof(${json}) when 'number' then ${json}::numeric ${sign} ${bound} end`
    : sql<boolean>`${value} ${sign} ${bound}`;
}

/** Compares to the millisecond, which is what clients see; a column may hold microseconds. */
function compareInstant(
  { name }: Attribute,
  { value, json }: Operand,
  operator: ResolvedOperator,
  instant: Date,
): RawBuilder<boolean> {
  if (json) throw new TypeError(`The dateTime attribute ${name} needs a column in the mapping`);

  const start = instantInSql(instant);
  const next = instantInSql(new Date(instant.getTime() + 1));
  switch (operator) {
    case 'gt':
      return sql<boolean>`${value} >= ${next}`;
    case 'ge':
      return sql<boolean>`${value} >= ${start}`;
    case 'lt':
      return sql<boolean>`${value} < ${start}`;
    case 'le':
      return sql<boolean>`${value} < ${next}`;
    default:
      return sql<boolean>`(${value} >= ${start} and ${value} < ${next})`;
  }
}
