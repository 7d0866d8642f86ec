import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import type { paths } from '../api/schema';

type PeopleQuery = NonNullable<paths['/api/organizations/{id}/memberships']['get']['parameters']['query']>;

/** A person in the organization, with their role. */
export type Member = Schemas['MembershipDto'];

/** Which people to list. */
export type PeopleFilter = Pick<PeopleQuery, 'search' | 'role' | 'role_source' | 'reason' | 'ordering' | 'page'>;

export const PEOPLE_PAGE_SIZE = 50;

export function usePeople(filter: PeopleFilter) {
  return useQuery({
    queryKey: ['people', 'page', filter],
    queryFn: () =>
      answer(
        api.GET('/api/organizations/{id}/memberships', {
          params: { path: { id: 0 }, query: { ...filter, page_size: PEOPLE_PAGE_SIZE } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The organization with its seats. */
export function useOrganization() {
  return useQuery({
    queryKey: ['organization'],
    queryFn: () => answer(api.GET('/api/organizations/{id}', { params: { path: { id: 0 } } })),
  });
}

export function useMember(userId: number) {
  return useQuery({
    queryKey: ['people', userId, 'membership'],
    queryFn: () =>
      answer(api.GET('/api/organizations/{id}/memberships/{userId}', { params: { path: { id: 0, userId } } })),
  });
}

/** All workspaces; the server sends them in one answer. */
export function useWorkspaces() {
  return useQuery({ queryKey: ['workspaces'], queryFn: () => answer(api.GET('/api/workspaces')) });
}

const SUGGESTED_PROJECTS = 20;

/** The first projects with a text in their titles. */
export function useProjectSearch(search: string) {
  return useQuery({
    queryKey: ['projects', 'search', search],
    queryFn: () => answer(api.GET('/api/projects', { params: { query: { search, page_size: SUGGESTED_PROJECTS } } })),
    placeholderData: keepPreviousData,
  });
}
