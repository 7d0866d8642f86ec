import { sql, type RawBuilder } from 'kysely';
import type { ElementMatch, ResolvedAttribute, ResolvedFilter } from '../../scim/index.js';
import { entry, type AttributeMapping } from './attribute-mapping.js';
import { compare } from './comparison.js';
import { checkCost } from './cost.js';
import { asTextEquality, compileEquality, compileInArray, joinEqualities } from './equality.js';
import { isPresent } from './operand.js';
import { collectionOf, collectionScope, elementScope, mappingKey, rowScope, someElement, type Scope } from './scope.js';

/**
 * Compiles a filter to a condition on one row, true for exactly the resources that `matches` accepts. Where it is not
 * true it may be null, which is the same to WHERE; before negating it, write `is not true`. Every value is bound; names
 * come from the schemas and the mapping.
 *
 * @throws InvalidFilterError when the filter has more conditions than the database can handle in a short time
 * @throws TypeError when the filter compares a dateTime attribute for which the mapping has no column
 */
export function compileFilter(filter: ResolvedFilter, mapping: AttributeMapping): RawBuilder<boolean> {
  checkCost(filter, mapping);
  return compile(filter, rowScope(mapping));
}

function compile(filter: ResolvedFilter, scope: Scope): RawBuilder<boolean> {
  switch (filter.kind) {
    case 'and':
      return all(filter.terms.map((term) => compile(term, scope)));
    case 'or':
      return compileAny(filter.terms, scope);
    case 'not':
      return sql<boolean>`(${compile(filter.filter, scope)}) is not true`;
    case 'presence':
      return compilePresence(filter.attribute, scope);
    case 'element':
      return compileElement(filter, scope);
    case 'comparison': {
      const equality = asTextEquality(filter);
      return equality
        ? compileEquality(equality, scope)
        : scope.some(filter.attribute, (attribute, operand) => compare(attribute, operand, filter));
    }
  }
}

function compileAny(terms: readonly ResolvedFilter[], scope: Scope): RawBuilder<boolean> {
  const { equalities, rest } = joinEqualities(terms);
  return any([
    ...equalities.map((equality) => compileEquality(equality, scope)),
    ...rest.map((term) => compile(term, scope)),
  ]);
}

/** A complex attribute is present when the document has a part of it, or a column of one of its parts has a value. */
function compilePresence(attribute: ResolvedAttribute, scope: Scope): RawBuilder<boolean> {
  const parts = attribute.subAttribute ? [] : (attribute.attribute.subAttributes ?? []);
  const columns = parts.flatMap((part) => {
    const column = entry(scope.mapping?.columns, `${mappingKey(attribute)}.${part.name.toLowerCase()}`);
    return column ? [isPresent(part, column)] : [];
  });
  return any([scope.some(attribute, isPresent), ...columns]);
}

function compileElement({ attribute, filter }: ElementMatch, scope: Scope): RawBuilder<boolean> {
  const { mapping } = scope;
  if (!mapping) throw new TypeError('A value path has no meaning inside another one');

  const collection = collectionOf(mapping, attribute);
  if (collection) return collection.from(compile(filter, collectionScope(collection)));

  return attribute.attribute.multiValued
    ? all([...necessary(filter, mapping), someElement(mapping, attribute, compile(filter, elementScope))])
    : all([compilePresence(attribute, scope), compile(filter, scope)]);
}

/** The equalities that every match of an element filter fulfils. They are added so that an index can be used. */
function necessary(filter: ResolvedFilter, mapping: AttributeMapping): RawBuilder<boolean>[] {
  const terms = filter.kind === 'and' ? filter.terms : [filter];
  return terms.flatMap((term) => {
    const equality = asTextEquality(term);
    const condition = equality && compileInArray(equality, mapping);
    return condition ? [condition] : [];
  });
}

function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return junction(conditions, sql` and `, true);
}

function any(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return junction(conditions, sql` or `, false);
}

function junction(
  conditions: readonly RawBuilder<boolean>[],
  separator: RawBuilder<unknown>,
  ofNone: boolean,
): RawBuilder<boolean> {
  const [only, ...others] = conditions;
  if (!only) return sql<boolean>`${sql.lit(ofNone)}`;

  return others.length === 0 ? only : sql<boolean>`(${sql.join(conditions, separator)})`;
}
