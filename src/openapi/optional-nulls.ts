import type { OpenApiDocument, Operation, Schema, Schemas } from '../platform/http/openapi/open-api.js';
import { METHODS } from '../platform/http/openapi/open-api.js';

const REST = '/api/';

/** The name of the schema that a body has as a whole; undefined if it is described in place. */
function bodyOf(operation: Operation | undefined): string | undefined {
  const body = operation?.requestBody;
  const schema = body && 'content' in body ? body.content['application/json']?.schema : undefined;
  return schema && '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
}

function orNull(schema: Schema): Schema {
  if ('$ref' in schema) return { nullable: true, allOf: [schema] };
  const words = schema.enum as unknown[] | undefined;
  return { ...schema, nullable: true, ...(words ? { enum: [...new Set([...words, null])] } : {}) };
}

function withNulls(schema: Schema): Schema {
  if ('$ref' in schema || !schema.properties) return schema;
  const { required = [] } = schema;
  const properties = Object.entries(schema.properties).map(
    ([name, property]) => [name, required.includes(name) ? property : orNull(property)] as const,
  );
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** The schemas of a document, with null allowed in each optional field of a REST body, where it is read as not given. */
export function withNullsWhereOptional({ paths }: Pick<OpenApiDocument, 'paths'>, schemas: Schemas): Schemas {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    path.startsWith(REST) ? METHODS.map((method) => item[method]) : [],
  );
  const bodies = new Set(operations.map(bodyOf));
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, bodies.has(name) ? withNulls(schema) : schema]),
  );
}
