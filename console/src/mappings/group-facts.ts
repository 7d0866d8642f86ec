import { countText } from '../words/moments';
import { fold } from './draft';
import { type ReceivedGroup, useGroupSearch, useMappedGroups } from './queries';

/** What is known of the group with a name: the group, that it does not exist, or nothing yet. */
export type GroupFacts = ReceivedGroup | 'new' | undefined;

/** Looks a name up among the groups that mappings name, and otherwise on the server. */
export function useGroupFacts(name: string): GroupFacts {
  const wanted = fold(name);
  const mapped = useMappedGroups();
  const known = mapped.data?.get(wanted);
  const search = useGroupSearch(name, mapped.isFetched && !known && wanted !== '');
  if (known) return known;
  if (wanted === '' || !search.data || search.isPlaceholderData) return undefined;
  const { count, results } = search.data;
  const found = results.find(({ display_name }) => fold(display_name) === wanted);
  return found ?? (count > results.length ? undefined : 'new');
}

export function memberText(count: number): string {
  return count === 1 ? '1 member' : `${countText(count)} members`;
}
