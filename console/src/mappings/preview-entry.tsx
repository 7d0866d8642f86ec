import { Group, List, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { RoleBadge } from '../parts/badges';
import styles from './mappings.module.css';

export type PreviewEntry = Schemas['PreviewEntryDto'];

interface PreviewEntryViewProps {
  readonly entry: PreviewEntry;
  readonly projectTitle: (id: number) => string;
}

function RoleInProject({ role }: { readonly role: string | null }) {
  return <RoleBadge role={role} />;
}

function WorkspaceLines({ workspaces }: { readonly workspaces: PreviewEntry['workspaces'] }) {
  return (
    <>
      {workspaces?.added.map((title) => (
        <List.Item key={`+${title}`}>
          Joins the workspace <b>{title}</b>
        </List.Item>
      ))}
      {workspaces?.removed.map((title) => (
        <List.Item key={`-${title}`}>
          Leaves the workspace <b>{title}</b>
        </List.Item>
      ))}
    </>
  );
}

function ProjectLines({
  projects,
  titleOf,
}: {
  readonly projects: PreviewEntry['projects'];
  readonly titleOf: (id: number) => string;
}) {
  return (
    <>
      {projects?.added.map(({ id, role }) => (
        <List.Item key={`+${id}`}>
          Joins the project <b>{titleOf(id)}</b> <RoleInProject role={role} />
        </List.Item>
      ))}
      {projects?.changed.map(({ id, from, to }) => (
        <List.Item key={`=${id}`}>
          In the project <b>{titleOf(id)}</b> <RoleInProject role={from} /> → <RoleInProject role={to} />
        </List.Item>
      ))}
      {projects?.removed.map(({ id }) => (
        <List.Item key={`-${id}`}>
          Leaves the project <b>{titleOf(id)}</b>
        </List.Item>
      ))}
    </>
  );
}

/** What would change for one person. */
export function PreviewEntryView({ entry, projectTitle }: PreviewEntryViewProps) {
  const { user, role, workspaces, projects } = entry;
  return (
    <li className={styles.entry}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{user.email ?? `User ${user.id}`}</Text>
        {role && (
          <Group gap={6}>
            <RoleBadge role={role.from} />
            <span>→</span>
            <RoleBadge role={role.to} />
          </Group>
        )}
      </Group>
      <List size="sm" mt={role ? 4 : 2} spacing={4}>
        <WorkspaceLines workspaces={workspaces} />
        <ProjectLines projects={projects} titleOf={projectTitle} />
      </List>
    </li>
  );
}
