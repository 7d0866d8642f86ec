import {
  applyPatch,
  groupResourceType,
  parsePatchOp,
  ScimError,
  Urn,
  userResourceType,
  type CollectionChange,
  type PatchResult,
  type ScimResource,
} from '../../src/scim/index.js';

/** The message around some operations. */
export function patchOp(...operations: unknown[]): unknown {
  return { schemas: [Urn.patchOp], Operations: operations };
}

/** A user with few attributes, and those given. */
export function aUserResource(attributes: Record<string, unknown> = {}): ScimResource {
  return { schemas: [Urn.user], id: '5c0f', userName: 'kim@example.org', active: true, ...attributes };
}

/** Applies operations, as a client writes them, to a user. */
export function patchUser(resource: ScimResource, ...operations: unknown[]): PatchResult {
  return applyPatch(resource, parsePatchOp(patchOp(...operations), userResourceType), userResourceType);
}

/** Applies operations to a group whose members are in the resource. */
export function patchGroup(resource: ScimResource, ...operations: unknown[]): PatchResult {
  return applyPatch(resource, parsePatchOp(patchOp(...operations), groupResourceType), groupResourceType);
}

/** The changes that operations make to the members of a group that are not loaded. */
export function memberChanges(...operations: unknown[]): readonly CollectionChange[] {
  const group = { schemas: [Urn.group], id: '77aa', displayName: 'Night shift' };
  const parsed = parsePatchOp(patchOp(...operations), groupResourceType);
  return applyPatch(group, parsed, groupResourceType, { detached: ['members'] }).collections.members ?? [];
}

/** The status and `scimType` of the error of an action; undefined when it succeeds. */
export function refusal(action: () => unknown): { status: number; scimType?: string } | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ScimError) return { status: error.status, scimType: error.scimType };

    throw error;
  }
  return undefined;
}
