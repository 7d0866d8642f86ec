import { attribute, type Attribute } from './attribute.js';

const readOnly = { mutability: 'readOnly' } as const;

/** `id` (RFC 7643 §3.1). Required of every answer, never of a request. */
const idAttribute: Attribute = attribute('id', 'string', 'Identifier given by the service provider.', {
  ...readOnly,
  caseExact: true,
  returned: 'always',
  uniqueness: 'server',
});

/** `externalId` (RFC 7643 §3.1): the client's own key for the resource, opaque to the server. */
export const externalIdAttribute: Attribute = attribute(
  'externalId',
  'string',
  'Identifier that the provisioning client uses for this resource.',
  { caseExact: true },
);

/** `meta` (RFC 7643 §3.1). */
const metaAttribute: Attribute = attribute('meta', 'complex', 'Facts about the resource itself.', {
  ...readOnly,
  subAttributes: [
    attribute('resourceType', 'string', 'Name of the resource type.', { ...readOnly, caseExact: true }),
    attribute('created', 'dateTime', 'When the resource was added.', readOnly),
    attribute('lastModified', 'dateTime', 'When the resource last changed.', readOnly),
    attribute('location', 'reference', 'URI of the resource.', {
      ...readOnly,
      caseExact: true,
      referenceTypes: ['uri'],
    }),
    attribute('version', 'string', 'Version of the resource, as in the ETag header.', { ...readOnly, caseExact: true }),
  ],
});

/** `schemas` (RFC 7643 §3): an attribute of every resource as far as paths and filters go. */
const schemasAttribute: Attribute = attribute('schemas', 'reference', 'URNs of the schemas in use.', {
  multiValued: true,
  caseExact: true,
  returned: 'always',
  referenceTypes: ['uri'],
});

/** What every resource has, whatever its schema (RFC 7643 §3 and §3.1). */
export const commonAttributes: readonly Attribute[] = [
  schemasAttribute,
  idAttribute,
  externalIdAttribute,
  metaAttribute,
];
