import type { ResolvedFilter } from '../../scim/index.js';
import { entry, type AttributeMapping } from './attribute-mapping.js';
import { asTextEquality } from './equality.js';
import { mappingKey } from './scope.js';

/** The kind of look-up that finds a few rows: the value of a column, or one of the values in an array. */
export type LookUp = 'column' | 'array';

/** How the rows that fulfil a filter can be looked up; undefined if no index leads to just a few of them. */
export function lookUpOf(filter: ResolvedFilter, mapping: AttributeMapping): LookUp | undefined {
  if (filter.kind === 'element') return lookUpOf(filter.filter, { ...mapping, columns: {} });
  if (filter.kind === 'and') {
    const found = filter.terms.map((term) => lookUpOf(term, mapping));
    return found.find((one) => one === 'column') ?? found.find((one) => one !== undefined);
  }
  const equality = asTextEquality(filter);
  if (!equality) return undefined;
  const key = mappingKey(equality.attribute);
  if (entry(mapping.columns, key)?.isKey) return 'column';
  return entry(mapping.arrays, key) && 'array';
}
