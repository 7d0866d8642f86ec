/** Causes that are written out. */
const NAMED = 3;

/** What brought a change about, without repeating itself: the first few causes, and how many there are besides. */
export function throughText(causes: readonly string[]): string {
  const distinct = [...new Set(causes)];
  const rest = distinct.length - NAMED;
  return [...distinct.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
