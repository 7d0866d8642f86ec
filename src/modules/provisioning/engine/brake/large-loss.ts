/** Up to which size a loss of access needs no confirmation. */
export interface BrakeLimits {
  readonly sharePercent: number;
  /** Fewer users than these are never too many. */
  readonly minimumUsers: number;
}

/**
 * Whether one change takes access from too many users: from more than a share of the working users.
 *
 * @param affected working users who lose their working role, or access to a workspace or project
 * @param working users who had a working role before the change
 */
export function isLargeLoss(affected: number, working: number, { sharePercent, minimumUsers }: BrakeLimits): boolean {
  return affected >= minimumUsers && affected * 100 > sharePercent * working;
}
