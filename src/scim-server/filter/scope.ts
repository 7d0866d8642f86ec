import { sql, type RawBuilder } from 'kysely';
import { comparedAttribute, printAttributePath, type Attribute, type ResolvedAttribute } from '../../scim/index.js';
import { entry, type AttributeMapping, type CollectionMapping } from './attribute-mapping.js';
import { jsonOperand, property, propertyOperand, type Operand } from './operand.js';

/** A condition on one value. */
export type Test = (attribute: Attribute, operand: Operand) => RawBuilder<boolean>;

/** Where a condition reads its attributes: the row of a resource, or one element of a list. */
export interface Scope {
  /** For the row only. */
  readonly mapping?: AttributeMapping;
  /** Whether one of the attribute's values passes the test; null or false if none does. */
  readonly some: (attribute: ResolvedAttribute, test: Test) => RawBuilder<boolean>;
}

const elementValue = sql`element.value`;

/** An element of a list in the document, inside {@link someElement}. */
export const elementScope: Scope = {
  some: (attribute, test) => test(comparedAttribute(attribute), elementOperand(attribute)),
};

/** An element of a collection in another table, inside its `from`. */
export function collectionScope({ columns }: CollectionMapping): Scope {
  return {
    some: ({ attribute, subAttribute }, test) => {
      const column = entry(columns, subAttribute?.name.toLowerCase() ?? '');
      return column ? test(subAttribute ?? attribute, column) : sql<boolean>`${sql.lit(subAttribute === undefined)}`;
    },
  };
}

/** The row of a resource. */
export function rowScope(mapping: AttributeMapping): Scope {
  return {
    mapping,
    some: (attribute, test) => {
      const collection = collectionOf(mapping, attribute);
      if (collection) return collection.from(collectionScope(collection).some(attribute, test));

      return attribute.attribute.multiValued
        ? someElement(mapping, attribute, elementScope.some(attribute, test))
        : test(comparedAttribute(attribute), singleOperand(mapping, attribute));
    },
  };
}

/** The operand of an attribute that is not multi-valued. */
export function singleOperand(mapping: AttributeMapping, attribute: ResolvedAttribute): Operand {
  const parent = container(mapping, attribute);
  const { name } = attribute.attribute;
  return (
    entry(mapping.columns, mappingKey(attribute)) ??
    (attribute.subAttribute
      ? propertyOperand(property(parent, name), attribute.subAttribute.name)
      : propertyOperand(parent, name))
  );
}

/** Whether one element of a list in the document fulfils a condition. */
export function someElement(
  mapping: AttributeMapping,
  attribute: ResolvedAttribute,
  condition: RawBuilder<boolean>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${elementsOf(mapping, attribute)} as element(value) where ${condition})`;
}

/** The operand of an attribute of one element of the document's list; the element is called `element` in SQL. */
export function elementOperand({ subAttribute }: ResolvedAttribute): Operand {
  return subAttribute ? propertyOperand(elementValue, subAttribute.name) : jsonOperand(elementValue);
}

/** The set of elements of a list in the document: empty where the document has no list there. */
export function elementsOf(mapping: AttributeMapping, attribute: ResolvedAttribute): RawBuilder<unknown> {
  const list = property(container(mapping, attribute), attribute.attribute.name);
  return sql`jsonb_array_elements(case jsonb_typeof(${list}) when 'array' then ${list} end)`;
}

/** The collection that holds the elements of the attribute, or of its parent attribute. */
export function collectionOf(mapping: AttributeMapping, attribute: ResolvedAttribute): CollectionMapping | undefined {
  return entry(mapping.collections, printAttributePath({ ...attribute.path, subAttribute: undefined }).toLowerCase());
}

/** The canonical path in the form of a mapping's keys. */
export function mappingKey({ path }: ResolvedAttribute): string {
  return printAttributePath(path).toLowerCase();
}

function container({ document }: AttributeMapping, { extension, schema }: ResolvedAttribute): RawBuilder<unknown> {
  return extension ? property(document, schema.id) : document;
}
