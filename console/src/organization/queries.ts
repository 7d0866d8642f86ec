import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

/** The organization with its settings and seats. */
export type Organization = Schemas['OrganizationDto'];

/** Settings to change; the others stay. */
type OrganizationChange = Schemas['UpdateOrganizationDto'];

const ORGANIZATION = ['organization'];
const OWN = { path: { id: 0 } };

export function useOrganization() {
  return useQuery({
    queryKey: ORGANIZATION,
    queryFn: () => answer(api.GET('/api/organizations/{id}', { params: OWN })),
  });
}

/** Stores the organization of an answer, and forgets what may depend on it. */
function useKeep() {
  const client = useQueryClient();
  return (organization: Organization) => {
    client.setQueryData(ORGANIZATION, organization);
    return client.invalidateQueries({ queryKey: ['people'] });
  };
}

/** Changes settings. None of them takes access from anybody: they say what happens from now on. */
export function useUpdateOrganization() {
  return useMutation({
    mutationFn: (body: OrganizationChange) => answer(api.PATCH('/api/organizations/{id}', { params: OWN, body })),
    onSuccess: useKeep(),
  });
}

export function useSetDefaultRole() {
  return useMutation({
    mutationFn: (body: Schemas['SetDefaultRoleDto']) =>
      answer(api.PATCH('/api/organizations/{id}/set-default-role', { params: OWN, body })),
    onSuccess: useKeep(),
  });
}

/** Computes everybody's access again, and only reports differences. */
export function useCheck() {
  return useMutation({
    mutationFn: () => answer(api.POST('/api/provisioning/reconcile', { params: { query: { dry_run: true } } })),
  });
}
