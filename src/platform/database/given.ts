/** Leaves out undefined properties, so that an update does not touch them; null is kept. */
export function given<Changes extends object>(changes: Changes): Partial<Changes> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]: [string, unknown]) => value !== undefined),
  ) as Partial<Changes>;
}
