import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** What a user may do, and why. */
export function useAccess(id: number) {
  return useQuery({
    queryKey: ['people', id, 'access'],
    queryFn: () => answer(api.GET('/api/users/{id}/access', { params: { path: { id } } })),
  });
}

/** The groups of a user, by name. */
export function useGroupsOf(id: number) {
  return useQuery({
    queryKey: ['people', id, 'groups'],
    queryFn: () => answer(api.GET('/api/users/{id}/groups', { params: { path: { id } } })),
  });
}

/** Everything that a user may do, as the server explains it. */
export type Access = NonNullable<ReturnType<typeof useAccess>['data']>;
