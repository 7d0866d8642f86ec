const KEYS = ['id', 'title', 'created_at', 'updated_at'] as const;

/** What workspaces and projects can be sorted by. */
export type ContainerKey = (typeof KEYS)[number];

/** Values of `ordering`: a key, with a minus for the other direction. */
export const CONTAINER_ORDERINGS: readonly string[] = KEYS.flatMap((key) => [key, `-${key}`]);

/** The key and the direction of one of `CONTAINER_ORDERINGS`; without one, by id. */
export function readOrdering(ordering = 'id'): { readonly key: ContainerKey; readonly descending: boolean } {
  const name = ordering.replace(/^-/, '');
  return { key: KEYS.find((key) => key === name) ?? 'id', descending: ordering.startsWith('-') };
}
