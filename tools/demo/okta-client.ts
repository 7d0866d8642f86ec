import { randomBytes } from 'node:crypto';
import type { Person } from './cast.js';
import type { Call } from './http.js';
import type { GroupMember, PatchOperation } from './okta-operations.js';

const BASE = '/scim/v2';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The two collections Okta works with. */
export type ResourceType = 'User' | 'Group';

/** Okta's import walks in steps of this size, whatever page size the server answers with. */
export const IMPORT_STEP = 100;

/**
 * Writes requests the way Okta's provisioning agent does, in both of its dialects: custom apps made with the wizard
 * (AIW) update with PUT, apps from the integration network (OIN) with PATCH.
 */
export class OktaClient {
  constructor(private readonly token: string) {}

  /** The two requests that "Test API Credentials" always sends. */
  connectionTest(type: ResourceType): Call {
    return this.call('GET', `/${type}s?startIndex=1&count=${type === 'User' ? 2 : 100}`);
  }

  /** The connection test with a header that is no bearer token at all, as Okta's specification suite sends it. */
  withoutToken(): Call {
    const call = this.connectionTest('User');
    return { ...call, headers: { ...call.headers, Authorization: 'non-token' } };
  }

  /** One page of an import. */
  importPage(type: ResourceType, startIndex: number): Call {
    return this.call('GET', `/${type}s?startIndex=${startIndex}&count=${IMPORT_STEP}`);
  }

  lookUpUser(userName: string): Call {
    return this.call('GET', this.lookUp('Users', 'userName', userName));
  }

  /** Creates a user. Okta always sends a password (random with password sync off) and an empty list of groups. */
  createUser(person: Person): Call {
    return this.call('POST', '/Users', {
      schemas: [USER],
      userName: person.userName,
      name: { givenName: person.givenName, familyName: person.familyName },
      emails: [{ primary: true, value: person.userName, type: 'work' }],
      displayName: `${person.givenName} ${person.familyName}`,
      locale: 'en-US',
      externalId: person.externalId,
      groups: [],
      password: randomPassword(),
      active: true,
    });
  }

  readUser(id: string): Call {
    return this.call('GET', `/Users/${encodeURIComponent(id)}`);
  }

  /** AIW: the whole resource as read before, with some of its attributes overwritten. */
  replaceUser(id: string, resource: unknown): Call {
    return this.call('PUT', `/Users/${encodeURIComponent(id)}`, resource);
  }

  /** OIN: one replace operation without a path. */
  patchUser(id: string, value: unknown): Call {
    return this.call('PATCH', `/Users/${encodeURIComponent(id)}`, {
      schemas: [PATCH_OP],
      Operations: [{ op: 'replace', value }],
    });
  }

  lookUpGroup(displayName: string): Call {
    return this.call('GET', this.lookUp('Groups', 'displayName', displayName));
  }

  createGroup(displayName: string, members: readonly GroupMember[]): Call {
    return this.call('POST', '/Groups', { schemas: [GROUP], displayName, members });
  }

  readGroup(id: string): Call {
    return this.call('GET', `/Groups/${encodeURIComponent(id)}`);
  }

  /** AIW: the whole group, without its id in the body. */
  replaceGroup(id: string, displayName: string, members: readonly GroupMember[]): Call {
    return this.call('PUT', `/Groups/${encodeURIComponent(id)}`, { schemas: [GROUP], displayName, members });
  }

  /** OIN: several operations in one request. */
  patchGroup(id: string, operations: readonly PatchOperation[]): Call {
    return this.call('PATCH', `/Groups/${encodeURIComponent(id)}`, { schemas: [PATCH_OP], Operations: operations });
  }

  deleteGroup(id: string): Call {
    return this.call('DELETE', `/Groups/${encodeURIComponent(id)}`);
  }

  private lookUp(collection: string, attribute: string, value: string): string {
    const filter = `${attribute} eq ${JSON.stringify(value)}`;
    return `/${collection}?filter=${encodeURIComponent(filter)}&startIndex=1&count=100`;
  }

  /** Okta sends a content type even without a body. */
  private call(method: Call['method'], path: string, body?: unknown): Call {
    return {
      actor: 'Okta',
      method,
      path: `${BASE}${path}`,
      headers: {
        'User-Agent': 'Okta SCIM Client 1.0.0',
        Accept: 'application/scim+json',
        'Accept-Charset': 'utf-8',
        'Accept-Encoding': 'gzip,deflate',
        Connection: 'Keep-Alive',
        'Content-Type': 'application/scim+json; charset=utf-8',
        Authorization: `Bearer ${this.token}`,
      },
      ...(body === undefined ? {} : { body }),
    };
  }
}

/** A password as Okta makes one up. */
export function randomPassword(): string {
  return `x9Z${randomBytes(12).toString('base64url')}`;
}
