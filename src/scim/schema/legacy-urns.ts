import { Urn } from '../urns.js';
import type { ResourceType } from './schema.js';

/** Spellings of the core schemas from before the RFCs, without the `:User` or `:Group` that some templates append. */
const legacyCore = ['urn:scim:schemas:core:1.0', 'urn:scim:schemas:core:2.0'];

const legacyEnterprise = ['urn:scim:schemas:extension:enterprise:1.0', 'urn:scim:schemas:extension:enterprise:2.0'];

/**
 * Replaces a URN from before the RFCs by the URN of today; the result is lower-cased, also for any other URN.
 * OneLogin's published templates use the old ones (goauthentik/authentik #11249), and Google sends `…core:1.0` beside
 * the new one.
 */
export function currentSchemaUrn(urn: string, resourceType: ResourceType): string {
  const folded = urn.toLowerCase();
  const suffix = `:${resourceType.name.toLowerCase()}`;
  const stem = folded.endsWith(suffix) ? folded.slice(0, -suffix.length) : folded;
  if (legacyCore.includes(stem)) return resourceType.schema.id.toLowerCase();

  return legacyEnterprise.includes(stem) ? Urn.enterpriseUser.toLowerCase() : folded;
}
