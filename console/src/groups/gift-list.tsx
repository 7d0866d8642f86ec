import { Group, Stack, Text } from '@mantine/core';
import { RoleBadge } from '../parts/badges';
import { ROLE_NAMES, ROLES } from '../words/roles';
import type { Gifts } from './gifts';

interface GiftListProps {
  readonly gifts: Gifts;
  /** Titles of projects by their ids. */
  readonly titles: ReadonlyMap<number, string> | undefined;
  /** How many workspaces, and how many projects, are named; the others are counted. */
  readonly limit?: number;
}

function codeOf(name: string): string {
  return ROLES.find((code) => ROLE_NAMES[code] === name) ?? name;
}

function listed(names: readonly string[], limit: number): string {
  const more = names.length - limit;
  return more > 0 ? `${names.slice(0, limit).join(', ')} and ${more} more` : names.join(', ');
}

function Line({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <Text size="sm">
      <Text span inherit c="dimmed">
        {name}{' '}
      </Text>
      {text}
    </Text>
  );
}

/** The role, workspaces and projects that a group gives its members. */
export function GiftList({ gifts, titles, limit = Infinity }: GiftListProps) {
  const { role, workspaces, projects } = gifts;
  const named = projects.map((project) => `${titles?.get(project.id) ?? `Project ${project.id}`} (${project.role})`);
  if (role === undefined && workspaces.length === 0 && projects.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      {role !== undefined && (
        <Group gap={6}>
          <RoleBadge role={codeOf(role)} />
        </Group>
      )}
      {workspaces.length > 0 && (
        <Line name={workspaces.length === 1 ? 'Workspace' : 'Workspaces'} text={listed(workspaces, limit)} />
      )}
      {named.length > 0 && <Line name={named.length === 1 ? 'Project' : 'Projects'} text={listed(named, limit)} />}
    </Stack>
  );
}
