/** Membership of a workspace: mapped, manual, or both; never neither. */
export interface WorkspaceMembership {
  readonly mapped: boolean;
  readonly manual: boolean;
}

/**
 * Membership of one workspace after a change of groups or mappings. While a group gives it, it is mapped, whatever was
 * added manually. When the last such group goes, a manual membership stays; with `manual_workspace_management` on,
 * every membership stays and counts as manual.
 *
 * @param isMapped whether a group of the user maps to the workspace now
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
