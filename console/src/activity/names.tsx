import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '../api/client';
import { personName } from '../words/people';

/** How long a name is kept: names seldom change, and an old one is better than another request. */
const KEPT_MS = 300_000;

interface NamedProps {
  readonly id: number;
}

interface LinkedProps {
  readonly to: string;
  readonly children: React.ReactNode;
}

function Linked({ to, children }: LinkedProps) {
  return (
    <Anchor component={Link} to={to} inherit fw={600}>
      {children}
    </Anchor>
  );
}

function Title({ children }: { readonly children: string }) {
  return (
    <Text span inherit fw={650}>
      {children}
    </Text>
  );
}

/** @param known the person's name in the log itself, which saves a request */
export function PersonLink({ id, known }: NamedProps & { readonly known?: string }) {
  const { data } = useQuery({
    queryKey: ['people', id, 'name'],
    queryFn: async () => personName(await answer(api.GET('/api/users/{id}', { params: { path: { id } } }))),
    staleTime: KEPT_MS,
    enabled: known === undefined,
  });
  return <Linked to={`/people/${id}`}>{known ?? data ?? `person ${id}`}</Linked>;
}

/** A group by its present name; by its number if it no longer exists. */
export function GroupLink({ id }: NamedProps) {
  const { data } = useQuery({
    queryKey: ['groups', id, 'name'],
    queryFn: async () => (await answer(api.GET('/api/scim/groups/{id}', { params: { path: { id } } }))).display_name,
    staleTime: KEPT_MS,
  });
  return <Linked to={`/groups/${id}`}>{data ?? `group ${id}`}</Linked>;
}

export function WorkspaceTitle({ id }: NamedProps) {
  const { data } = useQuery({
    queryKey: ['workspaces', id, 'title'],
    queryFn: async () => (await answer(api.GET('/api/workspaces/{id}', { params: { path: { id } } }))).title,
    staleTime: KEPT_MS,
  });
  return <Title>{data ?? String(id)}</Title>;
}

export function ProjectTitle({ id }: NamedProps) {
  const { data } = useQuery({
    queryKey: ['projects', id, 'title'],
    queryFn: async () => (await answer(api.GET('/api/projects/{id}', { params: { path: { id } } }))).title,
    staleTime: KEPT_MS,
  });
  return <Title>{data ?? String(id)}</Title>;
}
