/** What is given of some changes. What is undefined is left out, so that it stays as it is stored; null is given. */
export function given<Changes extends object>(changes: Changes): Partial<Changes> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]: [string, unknown]) => value !== undefined),
  ) as Partial<Changes>;
}
