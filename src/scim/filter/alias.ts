import type { AttributePath } from '../attribute-path.js';
import type { ResourceType } from '../schema/schema.js';
import { Urn } from '../urns.js';

const userAliases: ReadonlyMap<string, AttributePath> = new Map([
  ['email', { attribute: 'emails', subAttribute: 'value' }],
  ['manager', { schema: Urn.enterpriseUser, attribute: 'manager', subAttribute: 'value' }],
]);

/**
 * Resolves names that clients use in filters on users although no schema has them; undefined for every other path.
 *
 * - `email eq "kim@example.org"`: Okta, when the app's unique identifier field is set to `email`.
 * - `id eq "…" and manager eq "…"`: Entra ID's check of a reference leaves out the URN of the extension (Microsoft's
 *   "Develop a SCIM endpoint", updating reference attributes).
 */
export function resolveAlias(resourceType: ResourceType, path: AttributePath): AttributePath | undefined {
  const bare = path.schema === undefined && path.subAttribute === undefined;
  return bare && resourceType.schema.id === Urn.user ? userAliases.get(path.attribute.toLowerCase()) : undefined;
}
