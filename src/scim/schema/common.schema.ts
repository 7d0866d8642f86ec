import { attribute, type Attribute } from './attribute.js';

const readOnly = { mutability: 'readOnly' } as const;

/** `id` (RFC 7643 §3.1). Every answer must have it, no request need. */
const idAttribute: Attribute = attribute('id', 'string', 'Identifier given by the service provider.', {
  ...readOnly,
  caseExact: true,
  returned: 'always',
  uniqueness: 'server',
});

/** `externalId` (RFC 7643 §3.1): the client's own key for the resource; the server does not interpret it. */
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

/** The attributes that every resource has, of any schema (RFC 7643 §3 and §3.1). */
export const commonAttributes: readonly Attribute[] = [
  schemasAttribute,
  idAttribute,
  externalIdAttribute,
  metaAttribute,
];
