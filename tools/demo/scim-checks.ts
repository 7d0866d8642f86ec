import type { Expectations } from './expect.js';
import type { Answer } from './http.js';
import { asList, asText, at, isObject } from './json.js';
import type { ResourceType } from './okta-client.js';

const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

function expectStatus(expect: Expectations, answer: Answer, status: number): void {
  expect.equal('status', answer.status, status);
  const type = answer.headers.get('content-type');
  expect.satisfies(
    'Content-Type',
    type,
    'application/scim+json or application/json',
    /^application\/(scim\+)?json\b/i.test(type ?? ''),
  );
}

/** Checks what Okta needs of every resource, alone or in a list. */
function expectResource(expect: Expectations, what: string, resource: unknown, type: ResourceType): void {
  const schema = `urn:ietf:params:scim:schemas:core:2.0:${type}`;
  const schemas = at(resource, 'schemas');
  expect.satisfies(`${what}schemas`, schemas, `an array with ${schema}`, asList(schemas).includes(schema));
  expect.text(`${what}id`, at(resource, 'id'));
  expect.equal(`${what}meta.resourceType`, at(resource, 'meta.resourceType'), type);
  const location = at(resource, 'meta.location');
  const ending = `/${type}s/${asText(at(resource, 'id'))}`;
  expect.satisfies(`${what}meta.location`, location, `a URL that ends in ${ending}`, asText(location).endsWith(ending));
  if (type === 'Group') {
    expect.text(`${what}displayName`, at(resource, 'displayName'));
    return;
  }
  const active = at(resource, 'active');
  expect.text(`${what}userName`, at(resource, 'userName'));
  expect.satisfies(`${what}active`, active, 'true or false', typeof active === 'boolean');
  expect.equal(`${what}password`, at(resource, 'password'), undefined);
}

/**
 * Checks for a 200 with a full ListResponse, even an empty one (Okta reads anything less as "no results returned").
 *
 * @param total the exact `totalResults`, where the story knows it.
 */
export function expectList(expect: Expectations, answer: Answer, type: ResourceType, total?: number): void {
  expectStatus(expect, answer, 200);
  expect.equal('schemas', at(answer.body, 'schemas'), [LIST_RESPONSE]);
  for (const name of ['totalResults', 'startIndex', 'itemsPerPage']) expect.integer(name, at(answer.body, name));
  if (total !== undefined) expect.equal('totalResults', at(answer.body, 'totalResults'), total);
  const resources = at(answer.body, 'Resources');
  expect.satisfies('Resources', resources, 'an array', Array.isArray(resources));
  expect.equal('itemsPerPage', at(answer.body, 'itemsPerPage'), asList(resources).length);
  asList(resources).forEach((resource, index) => expectResource(expect, `Resources[${index}].`, resource, type));
}

/** The attributes that the answer must show, by dotted path. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Checks for one resource with these attributes; a 201 also needs the Location header (RFC 7644 §3.3). */
export function expectOne(
  expect: Expectations,
  answer: Answer,
  type: ResourceType,
  attributes: Attributes,
  status: 200 | 201 = 200,
): void {
  expectStatus(expect, answer, status);
  expect.satisfies('body', answer.body, 'a JSON object', isObject(answer.body));
  expectResource(expect, '', answer.body, type);
  for (const [path, value] of Object.entries(attributes)) expect.equal(path, at(answer.body, path), value);
  if (status === 201) expect.equal('Location', answer.headers.get('location'), at(answer.body, 'meta.location'));
}

/** The ids of a group's members; a missing list counts as empty. */
export function memberIds(group: unknown): string[] {
  return asList(at(group, 'members')).map((member) => asText(at(member, 'value')));
}

/** Checks for a success without a body. */
export function expectNoContent(expect: Expectations, answer: Answer): void {
  expect.equal('status', answer.status, 204);
  expect.equal('body', answer.text, '');
}

/**
 * Checks for an error that Okta can parse and show to the administrator (RFC 7644 §3.12): the status is repeated as a
 * string, and `detail` is not empty.
 */
export function expectError(expect: Expectations, answer: Answer, status: number, scimType?: string): void {
  expectStatus(expect, answer, status);
  expect.equal('schemas', at(answer.body, 'schemas'), [ERROR]);
  expect.equal('status in the body', at(answer.body, 'status'), String(status));
  expect.text('detail', at(answer.body, 'detail'));
  if (scimType !== undefined) expect.equal('scimType', at(answer.body, 'scimType'), scimType);
  if (status === 401) expect.text('WWW-Authenticate', answer.headers.get('www-authenticate'));
}
