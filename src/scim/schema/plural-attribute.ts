import { attribute, type Attribute } from './attribute.js';

type Characteristics = Partial<Omit<Attribute, 'name' | 'type' | 'description' | 'multiValued' | 'subAttributes'>>;

/** Makes a multi-valued complex attribute with the given sub-attributes. */
export function plural(
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  characteristics: Characteristics = {},
): Attribute {
  return attribute(name, 'complex', description, { ...characteristics, multiValued: true, subAttributes });
}

/**
 * The sub-attributes that RFC 7643 §2.4 gives every multi-valued attribute, `value` first. `canonicalTypes` are
 * suggestions for `type`; other values are accepted.
 */
export function pluralSubAttributes(value: Attribute, canonicalTypes?: readonly string[]): Attribute[] {
  return [
    value,
    attribute('display', 'string', 'Name for people to read, meant for display only.'),
    attribute('type', 'string', 'What the value is used for.', canonicalTypes && { canonicalValues: canonicalTypes }),
    attribute('primary', 'boolean', 'Whether this is the preferred value; true at most once in the list.'),
  ];
}
