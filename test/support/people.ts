import type { Answer, HttpClient } from './http-client.js';
import type { TestServer } from './test-server.js';

let counter = 0;

/** A name that no other test of this file uses. */
export function unique(stem: string): string {
  counter += 1;
  return `${stem}-${counter}`;
}

/** The body with which Okta creates a user; the name is unique unless it is given. */
export function aUser(attributes: Record<string, unknown> = {}): Record<string, unknown> & { userName: string } {
  const userName = typeof attributes.userName === 'string' ? attributes.userName : `${unique('kim')}@example.org`;
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    name: { givenName: 'Kim', familyName: 'Lee' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: 'Kim Lee',
    active: true,
    ...attributes,
    userName,
  };
}

/** The body with which Okta pushes a group. */
export function aGroup(attributes: Record<string, unknown> = {}): Record<string, unknown> & { displayName: string } {
  const displayName = typeof attributes.displayName === 'string' ? attributes.displayName : unique('team');
  return { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], members: [], ...attributes, displayName };
}

function created(answer: Answer): Answer['body'] {
  if (answer.status !== 201) throw new Error(`Not created: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Creates a user over SCIM. @returns the resource */
export async function createUser(scim: HttpClient, attributes?: Record<string, unknown>): Promise<Answer['body']> {
  return created(await scim.post('/Users', aUser(attributes)));
}

/** Creates a group with these members over SCIM. @returns the resource */
export async function createGroup(
  scim: HttpClient,
  displayName = unique('team'),
  members: readonly { readonly id: string }[] = [],
): Promise<Answer['body']> {
  return created(
    await scim.post('/Groups', aGroup({ displayName, members: members.map(({ id }) => ({ value: id })) })),
  );
}

/** The ids of a group's members, in no particular order. */
export async function memberIds(scim: HttpClient, groupId: string): Promise<string[]> {
  const { body } = await scim.get(`/Groups/${groupId}?attributes=members`);
  return (body.members as { value: string }[]).map(({ value }) => value).sort();
}

/** Somebody's access, as REST explains it. */
export async function accessOf({ rest }: Pick<TestServer, 'rest'>, email: string): Promise<Answer['body']> {
  const { body: found } = await rest.get(`/users/?email=${encodeURIComponent(email)}`);
  return (await rest.get(`/users/${found[0].id}/access`)).body;
}
