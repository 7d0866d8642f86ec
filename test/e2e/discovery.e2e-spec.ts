import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import type { Answer, HttpClient } from '../support/http-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const EXTENSION = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const ACCESS = 'urn:rolecall:params:scim:schemas:extension:access:2.0:User';

interface AttributeDocument {
  readonly name: string;
  readonly type: string;
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly AttributeDocument[];
}

function everyAttribute(attributes: readonly AttributeDocument[]): AttributeDocument[] {
  return attributes.flatMap((attribute) => [attribute, ...everyAttribute(attribute.subAttributes ?? [])]);
}

describe('Discovery', () => {
  let server: TestServer;
  let anybody: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    anybody = server.scim.with({ authorization: '', 'content-type': '' });
  });
  afterAll(() => server.close());

  function expectDocument(answer: Answer): void {
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/scim+json');
    expect(JSON.stringify(answer.body)).not.toContain(':null');
  }

  it('tells what the server does', async () => {
    const answer = await anybody.get('/ServiceProviderConfig');
    expectDocument(answer);
    expect(answer.body).toMatchObject({
      schemas: [`${CORE}:ServiceProviderConfig`],
      patch: { supported: true },
      filter: { supported: true, maxResults: expect.any(Number) },
      bulk: { supported: expect.any(Boolean), maxOperations: expect.any(Number), maxPayloadSize: 10_485_760 },
      changePassword: { supported: false },
      sort: { supported: expect.any(Boolean) },
      etag: { supported: true },
      pagination: { index: true, cursor: expect.any(Boolean) },
      authenticationSchemes: [{ type: 'oauthbearertoken', name: expect.any(String), description: expect.any(String) }],
      meta: { resourceType: 'ServiceProviderConfig', location: `${server.origin}/scim/v2/ServiceProviderConfig` },
    });
    const { filter, pagination } = answer.body;
    expect(filter.maxResults).toBeGreaterThanOrEqual(100);
    expect(pagination.maxPageSize).toBe(filter.maxResults);
  });

  it('does what it tells: a page has at most so many resources', async () => {
    const { filter } = (await anybody.get('/ServiceProviderConfig')).body;
    const { body } = await server.scim.get(`/Users?count=${Number(filter.maxResults) + 1}`);
    expect(body.itemsPerPage).toBeLessThanOrEqual(filter.maxResults);
  });

  it('lists the types of resource, whose endpoints and schemas exist', async () => {
    const answer = await anybody.get('/ResourceTypes');
    expectDocument(answer);
    expect(answer.body).toMatchObject({ totalResults: 2, startIndex: 1, itemsPerPage: 2 });
    const extensions = [
      { schema: EXTENSION, required: false },
      { schema: ACCESS, required: false },
    ];
    expect(answer.body.Resources).toMatchObject([
      { id: 'User', name: 'User', endpoint: '/Users', schema: `${CORE}:User`, schemaExtensions: extensions },
      { id: 'Group', name: 'Group', endpoint: '/Groups', schema: `${CORE}:Group`, schemaExtensions: [] },
    ]);
    for (const { endpoint, schema, meta } of answer.body.Resources) {
      expect((await server.scim.get(endpoint)).status).toBe(200);
      expectDocument(await anybody.get(`/Schemas/${schema}`));
      expectDocument(await anybody.get(meta.location.split('/scim/v2')[1]));
    }
  });

  it('lists the schemas, each of which can be read alone', async () => {
    const answer = await anybody.get('/Schemas');
    expectDocument(answer);
    const ids = answer.body.Resources.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([`${CORE}:User`, EXTENSION, ACCESS, `${CORE}:Group`]);
    for (const schema of answer.body.Resources) {
      expect((await anybody.get(`/Schemas/${schema.id}`)).body).toEqual(schema);
      expect((await anybody.get(`/Schemas/${encodeURIComponent(schema.id.toLowerCase())}`)).body).toEqual(schema);
      expect(schema.meta.location).toBe(`${server.origin}/scim/v2/Schemas/${schema.id}`);
    }
  });

  it('gives every attribute all its characteristics (RFC 7643 §7)', async () => {
    const { Resources } = (await anybody.get('/Schemas')).body;
    const attributes = everyAttribute(
      Resources.flatMap((schema: { attributes: AttributeDocument[] }) => schema.attributes),
    );
    for (const attribute of attributes) {
      expect(attribute).toEqual(
        expect.objectContaining({
          name: expect.stringMatching(/^[$\w-]+$/),
          type: expect.stringMatching(/^(string|boolean|decimal|integer|dateTime|binary|reference|complex)$/),
          multiValued: expect.any(Boolean),
          description: expect.stringMatching(/\w/),
          required: expect.any(Boolean),
          mutability: expect.stringMatching(/^(readOnly|readWrite|immutable|writeOnly)$/),
          returned: expect.stringMatching(/^(always|never|default|request)$/),
        }),
      );
      expect(attribute.type === 'complex').toBe(attribute.subAttributes !== undefined);
      expect(attribute.type === 'reference').toBe(attribute.referenceTypes !== undefined);
    }
  });

  it('names what Entra looks for', async () => {
    const { Resources } = (await anybody.get('/Schemas')).body;
    const named = new Map<string, AttributeDocument[]>(
      Resources.map(({ id, attributes }: { id: string; attributes: AttributeDocument[] }) => [id, attributes]),
    );
    const names = (id: string) => named.get(id)?.map(({ name }) => name);
    expect(names(`${CORE}:User`)).toEqual(expect.arrayContaining(['userName', 'externalId', 'active', 'emails']));
    expect(names(`${CORE}:Group`)).toEqual(expect.arrayContaining(['displayName', 'externalId', 'members']));
    expect(names(EXTENSION)).toEqual(expect.arrayContaining(['employeeNumber', 'department', 'manager']));
    const emails = named.get(`${CORE}:User`)?.find(({ name }) => name === 'emails');
    const type = emails?.subAttributes?.find(({ name }) => name === 'type');
    expect(type?.canonicalValues).toEqual(['work', 'home', 'other']);
  });

  it.each(['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'])('cannot be filtered: %s', async (path) => {
    expectScimError(await anybody.get(`${path}?filter=${encodeURIComponent('id eq "User"')}`), 403);
    expectDocument(await anybody.get(`${path}?startIndex=2&count=0&sortBy=id&attributes=x`));
  });

  it.each(['/ResourceTypes/Robot', '/Schemas/urn:nope', '/Schemas/User'])('answers 404 to %s', async (path) => {
    expectScimError(await anybody.get(path), 404);
  });
});
