/** Membership in a workspace: by mapping, by hand, or both; never neither. */
export interface WorkspaceMembership {
  readonly mapped: boolean;
  readonly manual: boolean;
}

/**
 * Membership in one workspace after a change of groups or mappings. While a group gives it, it is mapped, whatever a
 * hand has added. When the last such group goes, what was made by hand stays; with `manual_workspace_management` on,
 * every membership stays and counts as made by hand.
 *
 * @param isMapped whether some group of the user maps to the workspace now
 * @returns null for no membership
 */
export function resolveWorkspace(
  previous: WorkspaceMembership | null,
  isMapped: boolean,
  manualWorkspaceManagement: boolean,
): WorkspaceMembership | null {
  const manual = previous?.manual ?? false;
  if (isMapped) return { mapped: true, manual };
  const stays = manual || (manualWorkspaceManagement && previous !== null);
  return stays ? { mapped: false, manual: true } : null;
}
