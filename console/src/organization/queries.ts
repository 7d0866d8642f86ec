import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';

/** The organization with its settings and seats. */
export type Organization = Schemas['OrganizationDto'];

/** Settings that may be changed, those that are named only. */
type OrganizationChange = Schemas['UpdateOrganizationDto'];

const ORGANIZATION = ['organization'];
const OWN = { path: { id: 0 } };

export function useOrganization() {
  return useQuery({
    queryKey: ORGANIZATION,
    queryFn: () => answer(api.GET('/api/organizations/{id}', { params: OWN })),
  });
}

/** Puts the organization of an answer in place of what was known, and lets go of what may follow from it. */
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

/** Computes everybody's access anew, and only reports. */
export function useCheck() {
  return useMutation({
    mutationFn: () => answer(api.POST('/api/provisioning/reconcile', { params: { query: { dry_run: true } } })),
  });
}
