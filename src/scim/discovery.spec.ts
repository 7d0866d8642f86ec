import { describe, expect, it } from '@jest/globals';
import { resourceTypeDocument, schemaDocuments, serviceProviderConfig, type Capabilities } from './discovery.js';
import { groupResourceType, userResourceType } from './resource-types.js';
import { isJsonObject, type JsonObject } from './schema/json-object.js';
import { Urn } from './urns.js';

const BASE = 'https://rolecall.example/scim/v2';
const capabilities: Capabilities = {
  patch: true,
  bulk: { supported: false, maxOperations: 1_000, maxPayloadSize: 10_485_760 },
  filter: { supported: true, maxResults: 1_000 },
  changePassword: false,
  sort: true,
  etag: true,
  pagination: {
    cursor: false,
    index: true,
    defaultPaginationMethod: 'index',
    defaultPageSize: 100,
    maxPageSize: 1_000,
  },
};

const documents = schemaDocuments(BASE, [userResourceType, groupResourceType]);

/** The attributes of a document and, below them, those of the attributes. */
function attributesOf(document: JsonObject): JsonObject[] {
  const { attributes, subAttributes } = document;
  const list: unknown[] = [attributes, subAttributes].flat();
  return list.filter(isJsonObject).flatMap((attribute) => [attribute, ...attributesOf(attribute)]);
}

describe('serviceProviderConfig', () => {
  it('says what the caller says', () => {
    expect(serviceProviderConfig(BASE, capabilities)).toMatchObject({
      schemas: [Urn.serviceProviderConfig],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 1_000, maxPayloadSize: 10_485_760 },
      filter: { supported: true, maxResults: 1_000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: { cursor: false, index: true, defaultPaginationMethod: 'index' },
      meta: { resourceType: 'ServiceProviderConfig', location: `${BASE}/ServiceProviderConfig` },
    });
  });

  it('has every member that RFC 7643 §5 requires of an authentication scheme', () => {
    const { authenticationSchemes } = serviceProviderConfig(BASE, capabilities);
    expect(authenticationSchemes).toEqual([
      expect.objectContaining({
        type: 'oauthbearertoken',
        name: expect.stringMatching(/\S/),
        description: expect.stringMatching(/\S/),
      }),
    ]);
  });

  it('names a documentation only when there is one', () => {
    expect(serviceProviderConfig(BASE, capabilities)).not.toHaveProperty('documentationUri');
    const documentationUri = 'https://rolecall.example/docs';
    expect(serviceProviderConfig(BASE, { ...capabilities, documentationUri })).toMatchObject({ documentationUri });
  });
});

describe('resourceTypeDocument', () => {
  it('lists the extensions of users', () => {
    expect(resourceTypeDocument(BASE, userResourceType)).toEqual({
      schemas: [Urn.resourceType],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: 'User Account',
      schema: Urn.user,
      schemaExtensions: [
        { schema: Urn.enterpriseUser, required: false },
        { schema: Urn.access, required: false },
      ],
      meta: { resourceType: 'ResourceType', location: `${BASE}/ResourceTypes/User` },
    });
  });
});

describe('schemaDocuments', () => {
  it('has one document for each schema, found at its URN', () => {
    expect(documents.map(({ id }) => id)).toEqual([Urn.user, Urn.enterpriseUser, Urn.access, Urn.group]);
    expect(documents[0]).toMatchObject({
      schemas: [Urn.schema],
      name: 'User',
      meta: { resourceType: 'Schema', location: `${BASE}/Schemas/${Urn.user}` },
    });
  });

  it('gives every attribute all characteristics, and none the value null', () => {
    const attributes = documents.flatMap(attributesOf);
    expect(attributes.length).toBeGreaterThan(80);
    for (const attribute of attributes) {
      expect(attribute).toMatchObject({
        name: expect.any(String),
        type: expect.any(String),
        description: expect.any(String),
        multiValued: expect.any(Boolean),
        required: expect.any(Boolean),
        caseExact: expect.any(Boolean),
        mutability: expect.any(String),
        returned: expect.any(String),
        uniqueness: expect.any(String),
      });
      expect(attribute.type === 'complex').toBe(Array.isArray(attribute.subAttributes));
      expect(attribute).not.toHaveProperty('trimmed');
    }
    expect(JSON.stringify(documents)).not.toContain('null');
  });

  it.each([
    [Urn.user, 'externalId'],
    [Urn.group, 'externalId'],
    [Urn.group, 'members'],
    [Urn.enterpriseUser, 'manager'],
  ])('lists in %s the attribute %s', (urn, name) => {
    const document = documents.find(({ id }) => id === urn) ?? {};
    expect(attributesOf(document).map((attribute) => attribute.name)).toContain(name);
  });

  it('gives copies, so that nobody can change the schemas through them', () => {
    const [first] = schemaDocuments(BASE, [userResourceType]);
    const [second] = schemaDocuments(BASE, [userResourceType]);
    expect(first?.attributes).not.toBe(second?.attributes);
    expect(first).toEqual(second);
  });
});
