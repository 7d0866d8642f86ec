import { type Attribute, listedAttributes, type ResourceType, type Schema as ScimSchema } from '../scim/index.js';
import { reference, type Schema, type Schemas } from '../platform/http/openapi/open-api.js';

const TYPES: Readonly<Record<Attribute['type'], Schema>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  decimal: { type: 'number' },
  integer: { type: 'integer' },
  dateTime: { type: 'string', format: 'date-time' },
  binary: { type: 'string', format: 'byte' },
  reference: { type: 'string' },
  complex: { type: 'object' },
};

function describe({ description, canonicalValues, required, uniqueness, caseExact, type }: Attribute): string {
  return [
    description,
    ...(canonicalValues ? [`Mostly one of: ${canonicalValues.join(', ')}.`] : []),
    ...(required ? ['Required.'] : []),
    ...(uniqueness === 'none' ? [] : ['Unique.']),
    ...(caseExact && type === 'string' ? ['Compared with regard to case.'] : []),
  ].join(' ');
}

/** An attribute with its characteristics (RFC 7643 §2.2), as far as JSON Schema can say them. */
function attributeSchema(attribute: Attribute): Schema {
  const parts = attribute.subAttributes ? { properties: propertiesOf(attribute.subAttributes) } : {};
  const single = { ...TYPES[attribute.type], ...parts };
  return {
    ...(attribute.multiValued ? { type: 'array', items: single } : single),
    description: describe(attribute),
    ...(attribute.mutability === 'readOnly' ? { readOnly: true } : {}),
    ...(attribute.returned === 'never' ? { writeOnly: true } : {}),
  };
}

function propertiesOf(attributes: readonly Attribute[]): Record<string, Schema> {
  return Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeSchema(attribute)]));
}

const META: Schema = {
  type: 'object',
  readOnly: true,
  properties: {
    resourceType: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    lastModified: { type: 'string', format: 'date-time' },
    location: { type: 'string', format: 'uri' },
    version: { type: 'string', description: 'As in the ETag header.' },
  },
};

/** Name under which the schema of an extension stands among the components: its own, with that of what it extends. */
function extensionName({ name }: ScimSchema, resourceType: ResourceType): string {
  return name.endsWith(resourceType.name) ? name : `${resourceType.name}${name}`;
}

const SCHEMAS_IN_USE =
  'URNs of the schemas in use. A request that leaves them out, or has null or nothing there, is understood all the same.';

/** The JSON Schema of a resource type and of its extensions, all from the data that /Schemas is made of. */
export function resourceSchemas(resourceType: ResourceType): Schemas {
  const extensions = resourceType.schemaExtensions.map(({ schema }) => schema);
  return {
    [resourceType.name]: {
      type: 'object',
      description: `${resourceType.schema.description} (\`${resourceType.schema.id}\`)`,
      required: ['schemas', 'id'],
      properties: {
        schemas: { type: 'array', items: { type: 'string' }, description: SCHEMAS_IN_USE },
        id: { type: 'string', readOnly: true, description: 'Identifier given by the server, a UUID.' },
        ...propertiesOf(listedAttributes(resourceType)),
        ...Object.fromEntries(
          extensions.map((schema) => [schema.id, reference(extensionName(schema, resourceType).replace(/\W/g, ''))]),
        ),
        meta: META,
      },
    },
    ...Object.fromEntries(
      extensions.map((schema) => [
        extensionName(schema, resourceType).replace(/\W/g, ''),
        {
          type: 'object',
          description: `${schema.description} (\`${schema.id}\`)`,
          properties: propertiesOf(schema.attributes),
        },
      ]),
    ),
  };
}
