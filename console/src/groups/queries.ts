import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { giftsByGroup } from './gifts';

/** A group as the identity provider pushed it, or a placeholder for one. */
export type ReceivedGroup = Schemas['ReceivedGroupDto'];

/** Which groups to list; `mapped` is whether a mapping names them. */
export interface GroupFilter {
  readonly search: string | undefined;
  readonly mapped: 'true' | 'false' | undefined;
  readonly page: number;
}

export const GROUPS_PAGE_SIZE = 50;
export const MEMBERS_PAGE_SIZE = 50;

export function useGroups(filter: GroupFilter) {
  return useQuery({
    queryKey: ['groups', 'page', filter],
    queryFn: () =>
      answer(api.GET('/api/scim/groups', { params: { query: { ...filter, page_size: GROUPS_PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });
}

export function useGroup(id: number) {
  return useQuery({
    queryKey: ['groups', id, 'group'],
    queryFn: () => answer(api.GET('/api/scim/groups/{id}', { params: { path: { id } } })),
  });
}

export function useMembersOfGroup(id: number, search: string | undefined, page: number) {
  return useQuery({
    queryKey: ['groups', id, 'members', search, page],
    queryFn: () =>
      answer(
        api.GET('/api/scim/groups/{id}/members', {
          params: { path: { id }, query: { search, page, page_size: MEMBERS_PAGE_SIZE } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What each group gives, by its name in lower case. */
export function useGifts() {
  return useQuery({
    queryKey: ['scim-settings'],
    queryFn: () => answer(api.GET('/api/scim/settings')),
    select: giftsByGroup,
  });
}

const LOOKED_UP_AT_ONCE = 100;

async function titlesOf(ids: readonly number[]): Promise<[number, string][]> {
  const batches: number[][] = [];
  for (let at = 0; at < ids.length; at += LOOKED_UP_AT_ONCE) batches.push(ids.slice(at, at + LOOKED_UP_AT_ONCE));
  const pages = await Promise.all(
    batches.map((batch) =>
      answer(api.GET('/api/projects', { params: { query: { ids: batch, page_size: LOOKED_UP_AT_ONCE } } })),
    ),
  );
  return pages.flatMap(({ results }) => results.map(({ id, title }): [number, string] => [id, title]));
}

/** Titles of projects by their ids. */
export function useProjectTitles(ids: readonly number[]) {
  const wanted = [...new Set(ids)].sort((a, b) => a - b);
  return useQuery({
    queryKey: ['projects', 'titles', wanted],
    queryFn: () => titlesOf(wanted),
    select: (titles): ReadonlyMap<number, string> => new Map(titles),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
  });
}

const RECENT_REQUESTS = 5;

/** The newest SCIM requests about a resource. */
export function useRecentRequests(scimId: string) {
  return useQuery({
    queryKey: ['groups', 'requests', scimId],
    queryFn: () =>
      answer(api.GET('/api/scim/requests', { params: { query: { search: scimId, page_size: RECENT_REQUESTS } } })),
  });
}
