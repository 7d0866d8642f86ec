import { sql } from 'kysely';
import { AccessTokensService } from '../../src/modules/auth/access-tokens.service.js';
import { OrganizationDirectory } from '../../src/modules/organizations/index.js';
import { UserDirectory } from '../../src/modules/users/index.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import type { HttpClient } from './http-client.js';
import { createUser } from './people.js';
import type { TestServer } from './test-server.js';

/** The two surfaces with one person's token. */
export interface Clients {
  readonly token: string;
  readonly scim: HttpClient;
  readonly rest: HttpClient;
}

/** Another organization on the same server, with its Owner's token. */
export interface Tenant extends Clients {
  readonly organizationId: number;
  readonly ownerScimId: string;
}

/** Both surfaces of a server with another token. */
export function clientsOf({ scim, rest }: TestServer, token: string): Clients {
  const authorization = `Bearer ${token}`;
  return { token, scim: scim.with({ authorization }), rest: rest.with({ authorization }) };
}

/** Gives a user of the first organization, known by their SCIM id, a token of their own. */
export async function issueToken(server: TestServer, scimId: string, expiresAt: Date | null = null): Promise<string> {
  const person = await server.database.row<{ id: number; organization_id: number }>(
    sql`select id, organization_id from users where scim_id = ${scimId}`,
  );
  if (!person) throw new Error(`There is no user ${scimId}`);
  const tokens = server.app.get(AccessTokensService);
  const { token } = await server.app
    .get(Transactions)
    .plain(() => tokens.issue(person.organization_id, person.id, 'Made for a test', expiresAt));
  return token;
}

/** Creates a user who has an organization role by default, and a token for them. */
export async function createPerson(server: TestServer, role: string): Promise<Clients & { readonly scimId: string }> {
  const { default_role } = (await server.rest.get('/organizations/0')).body;
  await server.rest.patch('/organizations/0/set-default-role', { default_role: role });
  const { id } = await createUser(server.scim);
  await server.rest.patch('/organizations/0/set-default-role', { default_role });
  return { scimId: id, ...clientsOf(server, await issueToken(server, id)) };
}

/** Creates a second organization with an Owner. */
export async function createTenant(server: TestServer, ownerEmail: string): Promise<Tenant> {
  const { app } = server;
  const { organizationId, owner } = await app.get(Transactions).plain(async () => {
    const { id } = await app.get(OrganizationDirectory).create(`Organization of ${ownerEmail}`);
    return { organizationId: id, owner: await app.get(UserDirectory).createOwner(id, ownerEmail, 'The Owner') };
  });
  const token = await issueToken(server, owner.scimId);
  return { organizationId, ownerScimId: owner.scimId, ...clientsOf(server, token) };
}
