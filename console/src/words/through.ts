/** How many causes are named. */
const NAMED = 3;

/** The causes of a change without repetitions: the first few, and how many more there are. */
export function throughText(causes: readonly string[]): string {
  const distinct = [...new Set(causes)];
  const rest = distinct.length - NAMED;
  return [...distinct.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
