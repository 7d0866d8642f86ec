import type { ScimResource } from '../../scim/index.js';
import { identityOf, type UserIdentity } from './user-identity.js';

/** The part of an account that clients write, split into columns and document. */
export interface UserRecord extends UserIdentity {
  readonly externalId: string | null;
  readonly displayName: string | null;
  readonly active: boolean;
  /** Every other SCIM attribute, extensions under their URNs. */
  readonly attributes: ScimResource;
}

/**
 * Splits a normalized SCIM User into columns and document.
 *
 * @param wasActive the value if the resource has no `active`, whose default RFC 7643 §4.1.1 leaves to us: the present
 *   state of an existing account, and true for a new one (Okta relies on it)
 */
export function toUserRecord(resource: ScimResource, wasActive = true): UserRecord {
  const { schemas: _schemas, id: _id, meta: _meta, groups: _groups, ...rest } = resource;
  const { userName, externalId, displayName, active, ...attributes } = rest;
  return {
    ...identityOf(userName as string, attributes.emails as { value?: string; primary?: boolean }[] | undefined),
    externalId: (externalId as string | undefined) ?? null,
    displayName: (displayName as string | undefined) ?? null,
    active: (active as boolean | undefined) ?? wasActive,
    attributes,
  };
}
