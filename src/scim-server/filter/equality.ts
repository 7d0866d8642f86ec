import { sql, type RawBuilder } from 'kysely';
import {
  comparedAttribute,
  isTextual,
  type Comparison,
  type ResolvedAttribute,
  type ResolvedFilter,
} from '../../scim/index.js';
import { foldCase } from '../../text/index.js';
import { entry, type AttributeMapping } from './attribute-mapping.js';
import { equalsAny } from './comparison.js';
import { mappingKey, type Scope } from './scope.js';

/** An attribute equals one of several texts: `a eq "x" or a eq "y"` as one condition. */
export interface TextEquality {
  readonly attribute: ResolvedAttribute;
  readonly values: readonly string[];
}

/** Reads a comparison as an equality of texts, if it is one. */
export function asTextEquality(filter: ResolvedFilter): TextEquality | undefined {
  return filter.kind === 'comparison' && isTextEquality(filter)
    ? { attribute: filter.attribute, values: [String(filter.value)] }
    : undefined;
}

/**
 * Joins the equalities of each attribute among the terms of an `or`. A client that asks for a thousand ids at once (`id
 * eq "…" or id eq "…" or …`) then costs one look-up in an index and not a thousand conditions on every row.
 */
export function joinEqualities(terms: readonly ResolvedFilter[]): {
  equalities: readonly TextEquality[];
  rest: readonly ResolvedFilter[];
} {
  const values = new Map<string, { attribute: ResolvedAttribute; values: string[] }>();
  const rest: ResolvedFilter[] = [];
  for (const term of terms) {
    const equality = asTextEquality(term);
    if (!equality) {
      rest.push(term);
      continue;
    }
    const key = mappingKey(equality.attribute);
    const joined = values.get(key) ?? { attribute: equality.attribute, values: [] };
    joined.values.push(...equality.values);
    values.set(key, joined);
  }
  return { equalities: [...values.values()], rest };
}

/** Compiles the condition, on the array of the attribute's values if the mapping has one. */
export function compileEquality({ attribute, values }: TextEquality, scope: Scope): RawBuilder<boolean> {
  return (
    compileInArray({ attribute, values }, scope.mapping) ??
    scope.some(attribute, (compared, operand) => equalsAny(compared, operand, values))
  );
}

/** Compiles the condition on the array of the attribute's values; undefined without such an array. */
export function compileInArray(
  { attribute, values }: TextEquality,
  mapping: AttributeMapping | undefined,
): RawBuilder<boolean> | undefined {
  const array = entry(mapping?.arrays, mappingKey(attribute));
  if (!array) return undefined;

  const wanted = comparedAttribute(attribute).caseExact ? values : values.map(foldCase);
  const bound = sql`array[${sql.join(wanted)}]::text[]`;
  return wanted.length === 1 ? sql<boolean>`${array} @> ${bound}` : sql<boolean>`${array} && ${bound}`;
}

function isTextEquality({ attribute, operator }: Comparison): boolean {
  return operator === 'eq' && isTextual(comparedAttribute(attribute).type);
}
