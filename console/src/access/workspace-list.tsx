import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../parts/data-table';
import { Grants } from '../parts/grants';
import { Shortened } from '../parts/shortened';
import { roleName } from '../words/roles';
import type { Access } from './queries';

export type WorkspaceAccess = Access['workspaces'][number];

interface WorkspaceListProps {
  readonly access: Access;
  /** Buttons for one workspace, if there are any. */
  readonly actions?: (workspace: WorkspaceAccess) => ReactNode;
}

/** The workspaces of a user, each with its reasons. */
export function WorkspaceList({ access, actions }: WorkspaceListProps) {
  const { workspaces } = access;
  return (
    <Stack gap="sm">
      {access.all_workspaces === true && (
        <Text size="sm">
          The role {roleName(access.role)} opens every workspace.{' '}
          {workspaces.length > 0 && 'These stay open with another role, too:'}
        </Text>
      )}
      {workspaces.length === 0 && access.all_workspaces !== true && (
        <Text size="sm" c="dimmed">
          In no workspace. A group that is mapped to a workspace brings its members in, or an administrator does by
          hand.
        </Text>
      )}
      {workspaces.length > 0 && (
        <Shortened items={workspaces} what="workspaces">
          {(shown) => (
            <DataTable caption="Workspaces with reasons" heads={heads(actions)} minWidth={actions ? 460 : 320}>
              {shown.map((workspace) => (
                <Table.Tr key={workspace.id}>
                  <Table.Td>{workspace.title}</Table.Td>
                  <Table.Td>
                    <Grants grants={workspace.grants} />
                  </Table.Td>
                  {actions && <Table.Td>{actions(workspace)}</Table.Td>}
                </Table.Tr>
              ))}
            </DataTable>
          )}
        </Shortened>
      )}
    </Stack>
  );
}

function heads(actions: WorkspaceListProps['actions']): string[] {
  return actions ? ['Workspace', 'Why', 'By hand'] : ['Workspace', 'Why'];
}
