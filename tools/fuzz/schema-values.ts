import * as fc from 'fast-check';
import type { Schema } from '../../src/platform/http/openapi/open-api.js';
import { document } from '../harness/open-api.js';
import type { Ground } from './ground.js';
import type { Json } from './json-text.js';
import { knownValue } from './known-values.js';

type InlineSchema = Exclude<Schema, { $ref: string }>;

/** The schema that a reference means, with its name. */
function resolve(schema: Schema): { readonly schema: InlineSchema; readonly name?: string } {
  if (!('$ref' in schema)) return { schema };
  const name = schema.$ref.split('/').at(-1) ?? '';
  const found = document.components?.schemas?.[name];
  if (!found) throw new Error(`The document has no schema ${name}`);
  return { ...resolve(found), name };
}

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc.constantFrom('2026-11-01T00:00:00Z', '2031-01-01T00:00:00.5+02:00', '2026-02-28'),
  byte: fc.constantFrom('', 'QUJD'),
  uri: fc.constant('https://fuzz.test/x'),
};

/** Whole numbers within the schema's limits, and the limits themselves. */
function numbers({ minimum = 0, maximum = 100 }: InlineSchema): fc.Arbitrary<number> {
  return fc.integer({ min: minimum, max: Math.max(minimum, maximum) });
}

/** Objects of a schema, with some of the optional properties; a smaller share where there are many. */
function objects({ properties = {}, required = [] }: InlineSchema, name: string | undefined, ground: Ground) {
  const names = Object.keys(properties);
  const share = names.length > 8 ? 6 : 1;
  const members = Object.entries(properties).map(([key, schema]) => {
    const value = knownValue(key, name, ground) ?? schemaValue(schema, key, ground);
    const always = value.map((item) => [key, item] as const);
    const absent = { weight: share, arbitrary: fc.constant(undefined) };
    return required.includes(key) ? always : fc.oneof({ weight: 1, arbitrary: always }, absent);
  });
  return fc.tuple(...members).map((pairs): Json => Object.fromEntries(pairs.filter((pair) => pair !== undefined)));
}

function texts({ format = '' }: InlineSchema): fc.Arbitrary<Json> {
  return FORMATS[format] ?? fc.string({ maxLength: 12 });
}

function lists({ items = {}, minItems = 0 }: InlineSchema, key: string, ground: Ground): fc.Arbitrary<Json> {
  return fc.array(schemaValue(items, key, ground), { minLength: minItems, maxLength: 3 });
}

function plainValue(schema: InlineSchema, key: string, name: string | undefined, ground: Ground): fc.Arbitrary<Json> {
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'array':
      return lists(schema, key, ground);
    case 'object':
      return objects(schema, name, ground);
    default:
      return knownValue(key, name, ground) ?? (schema.type === 'string' ? texts(schema) : numbers(schema));
  }
}

/**
 * Values that a schema allows; where it asks for ids, ids that exist.
 *
 * @param key name of the property or parameter that the value is for
 */
export function schemaValue(given: Schema, key: string, ground: Ground): fc.Arbitrary<Json> {
  const { schema, name } = resolve(given);
  const [choice] = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (choice) return schemaValue(choice, key, ground);
  if (schema.enum) return fc.constantFrom(...(schema.enum as Json[]));
  const value = plainValue(schema, key, name, ground);
  return schema.nullable ? fc.oneof({ weight: 6, arbitrary: value }, fc.constant(null)) : value;
}
