import type { Schema, Schemas } from '../platform/http/openapi/open-api.js';

/** The only value that is null, as OpenAPI 3.0 can say it. */
const NULL: Schema = { type: 'object', nullable: true, enum: [null] };

/**
 * Lets properties be null that are references to other schemas. The framework writes `nullable` beside the reference,
 * which still excludes null: what stands under `allOf` counts whatever stands beside it (OpenAPI 3.0.3).
 */
function withNull(schema: Schema): Schema {
  if ('$ref' in schema || !schema.nullable || !schema.allOf) return schema;
  const { nullable: _, type: __, allOf, ...rest } = schema;
  return { ...rest, oneOf: [...allOf, NULL] };
}

/** The schemas of a document, with null where it may stand in place of a reference. */
export function withNullableReferences(schemas: Schemas): Schemas {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if ('$ref' in schema || !schema.properties) return [name, schema];
      const properties = Object.entries(schema.properties).map(([key, property]) => [key, withNull(property)] as const);
      return [name, { ...schema, properties: Object.fromEntries(properties) }];
    }),
  );
}
