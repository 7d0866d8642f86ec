import { InvalidFilterError, type ResolvedAttribute, type ResolvedFilter } from '../../scim/index.js';
import { entry, type AttributeMapping } from './attribute-mapping.js';
import { asTextEquality, joinEqualities } from './equality.js';
import { collectionOf, mappingKey } from './scope.js';

/**
 * How much a filter may cost: as much as a thousand plain conditions. PostgreSQL plans that many in a fraction of a
 * second.
 */
const MAX_COST = 1_000;

/**
 * The cost of a condition on a list: it is a query of its own, and takes many times as long to plan and to run as a
 * plain condition.
 */
const LIST_COST = 20;

/**
 * Refuses a filter that would keep the database busy for long. Equalities of one attribute, joined by `or`, cost as
 * much as one, because they are one look-up: a client may ask for as many ids as a filter has room for.
 *
 * @throws InvalidFilterError
 */
export function checkCost(filter: ResolvedFilter, mapping: AttributeMapping): void {
  const cost = costOf(filter, mapping);
  if (cost > MAX_COST) {
    throw new InvalidFilterError(
      `Invalid filter: it has too many conditions. At most ${MAX_COST} are accepted, where each on a multi-valued ` +
        `attribute counts as ${LIST_COST}; ask in several requests.`,
    );
  }
}

function costOf(filter: ResolvedFilter, mapping: AttributeMapping): number {
  switch (filter.kind) {
    case 'or': {
      const { equalities, rest } = joinEqualities(filter.terms);
      const joined = equalities.map(({ attribute }) => costOfCondition(attribute, mapping, true));
      return sum([...joined, ...rest.map((term) => costOf(term, mapping))]);
    }
    case 'and':
      return sum(filter.terms.map((term) => costOf(term, mapping)));
    case 'not':
      return costOf(filter.filter, mapping);
    case 'element':
      return LIST_COST + conditionsIn(filter.filter);
    default:
      return costOfCondition(filter.attribute, mapping, asTextEquality(filter) !== undefined);
  }
}

function costOfCondition(attribute: ResolvedAttribute, mapping: AttributeMapping, isEquality: boolean): number {
  const isLookedUp = isEquality && entry(mapping.arrays, mappingKey(attribute)) !== undefined;
  const isList = attribute.attribute.multiValued || collectionOf(mapping, attribute) !== undefined;
  return isList && !isLookedUp ? LIST_COST : 1;
}

/** Counts the conditions between brackets. Each costs as much as a plain one, because the list is read once for all. */
function conditionsIn(filter: ResolvedFilter): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return sum(filter.terms.map(conditionsIn));
    case 'not':
      return conditionsIn(filter.filter);
    default:
      return 1;
  }
}

function sum(costs: readonly number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}
