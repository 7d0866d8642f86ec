import { sql, type RawBuilder } from 'kysely';

const KEYS = ['id', 'title', 'created_at', 'updated_at'] as const;

/** The keys to sort workspaces and projects by. */
type ContainerKey = (typeof KEYS)[number];

/** Values of `ordering`: a key, with a minus for the other direction. */
export const CONTAINER_ORDERINGS: readonly string[] = KEYS.flatMap((key) => [key, `-${key}`]);

/** `order by …` for one of `CONTAINER_ORDERINGS`, by id without one; the id comes last so that the order is total. */
export function sortedBy(
  keys: Readonly<Record<ContainerKey, RawBuilder<unknown>>>,
  ordering = 'id',
): RawBuilder<unknown> {
  const name = ordering.replace(/^-/, '');
  const key = keys[KEYS.find((known) => known === name) ?? 'id'];
  return sql`order by ${key} ${ordering.startsWith('-') ? sql`desc` : sql`asc`}, ${keys.id}`;
}
