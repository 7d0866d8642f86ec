/** Up to which size a loss of access passes without a word. */
export interface BrakeLimits {
  readonly sharePercent: number;
  /** Fewer users than these are never too many. */
  readonly minimumUsers: number;
}

/**
 * Whether one change takes access from too many for it to be a matter of course: from more than a share of those who
 * work.
 *
 * @param affected users who work, and lose their working role or access to a workspace or project
 * @param working users who had a working role before the change
 */
export function isLargeLoss(affected: number, working: number, { sharePercent, minimumUsers }: BrakeLimits): boolean {
  return affected >= minimumUsers && affected * 100 > sharePercent * working;
}
