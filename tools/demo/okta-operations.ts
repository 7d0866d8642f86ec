/** A member as Okta writes it: no `type`, no `$ref`. */
export interface GroupMember {
  readonly value: string;
  readonly display: string;
}

/** One operation of a PATCH. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path?: string;
  readonly value?: unknown;
}

/**
 * The operation that Okta sends with every change of a group, renamed or not: no path, and the group's own id in the
 * value.
 */
export function renameTo(id: string, displayName: string): PatchOperation {
  return { op: 'replace', value: { id, displayName } };
}

/** Adds members to the present ones. */
export function addMembers(members: readonly GroupMember[]): PatchOperation {
  return { op: 'add', path: 'members', value: members };
}

/** Removes one member. */
export function removeMember(id: string): PatchOperation {
  return { op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` };
}

/** "Push now": these members and no others. */
export function replaceMembers(members: readonly GroupMember[]): PatchOperation {
  return { op: 'replace', path: 'members', value: members };
}

/** "Push now" in the form without a path, which has been observed too. */
export function replaceMembersWithoutPath(members: readonly GroupMember[]): PatchOperation {
  return { op: 'replace', value: { members } };
}
