import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { RoleBadge } from '../parts/badges';
import { DataTable } from '../parts/data-table';
import { Grants } from '../parts/grants';
import { Shortened } from '../parts/shortened';
import { roleName } from '../words/roles';
import type { Access } from './queries';

export type ProjectAccess = Access['projects'][number];

interface ProjectListProps {
  readonly access: Access;
  /** Buttons for one project, if there are any. */
  readonly actions?: (project: ProjectAccess) => ReactNode;
}

function Introduction({ access }: { readonly access: Access }) {
  const { projects } = access;
  if (access.all_projects === true) {
    return (
      <Text size="sm">
        The role {roleName(access.role)} counts in every project.{' '}
        {projects.length > 0 && 'These stay with another role, too:'}
      </Text>
    );
  }
  if (projects.some(({ state }) => state === 'pending')) {
    return (
      <Text size="sm">
        Pending projects are kept, and open as soon as the account has a role to work with: by a first sign-in, a group
        or a free seat.
      </Text>
    );
  }
  return null;
}

function emptyText({ role }: Access): string {
  return role === 'DI'
    ? 'Without a role to work with no project opens. What groups gave is remembered until the role is back.'
    : 'A group that is mapped to a project gives its members a role there; being in the project’s workspace does, too.';
}

/** The projects that a user reaches, with the effective role in each and its reasons. */
export function ProjectList({ access, actions }: ProjectListProps) {
  const { projects } = access;
  const titles = new Map(access.workspaces.map(({ id, title }) => [id, title]));
  const heads = ['Project', 'Role', 'Why'];
  return (
    <Stack gap="sm">
      <Introduction access={access} />
      {projects.length === 0 && access.all_projects !== true && (
        <Text size="sm" c="dimmed">
          In no project. {emptyText(access)}
        </Text>
      )}
      {projects.length > 0 && (
        <Shortened items={projects} what="projects">
          {(shown) => (
            <DataTable
              caption="Projects with reasons"
              heads={actions ? [...heads, 'By hand'] : heads}
              minWidth={actions ? 600 : 460}
            >
              {shown.map((project) => (
                <Table.Tr key={project.id}>
                  <Table.Td>{project.title}</Table.Td>
                  <Table.Td>
                    <RoleBadge role={project.role} />
                  </Table.Td>
                  <Table.Td>
                    <Grants grants={project.grants} workspaces={titles} />
                  </Table.Td>
                  {actions && <Table.Td>{actions(project)}</Table.Td>}
                </Table.Tr>
              ))}
            </DataTable>
          )}
        </Shortened>
      )}
    </Stack>
  );
}
