import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Access } from '../access/queries';
import { WorkspaceList } from '../access/workspace-list';
import { Section } from '../parts/section';
import { useAddToWorkspace, useTakeFromWorkspace } from './edits';
import { useWorkspaces } from './queries';
import { focusContent, TakeAway } from './take-away';

const SUGGESTED = 50;

interface WorkspacesByHandProps {
  readonly userId: number;
  readonly access: Access;
}

function AddWorkspace({ userId, access }: WorkspacesByHandProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const workspaces = useWorkspaces();
  const add = useAddToWorkspace(userId);
  const byHand = new Set(
    access.workspaces.filter(({ grants }) => grants.some(({ kind }) => kind === 'manual')).map(({ id }) => id),
  );
  const free = (workspaces.data ?? []).filter(({ id }) => !byHand.has(id));
  const workspace = free.find(({ id }) => String(id) === chosen);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (workspace) add.mutate(workspace, { onSuccess: () => setChosen(null) });
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          label="Add to a workspace by hand"
          placeholder={workspaces.isError ? 'The workspaces could not be read' : 'Choose a workspace'}
          data={free.map(({ id, title }) => ({ value: String(id), label: title }))}
          value={chosen}
          onChange={setChosen}
          searchable
          limit={SUGGESTED}
          nothingFoundMessage={free.length === 0 ? 'There is no other workspace.' : 'No workspace is called that.'}
          w={{ base: '100%', xs: 300 }}
        />
        <Button type="submit" variant="default" disabled={!workspace} loading={add.isPending}>
          Add
        </Button>
      </Group>
    </form>
  );
}

/** The workspaces of a person, with buttons for what can be given and taken manually. */
export function WorkspacesByHand({ userId, access }: WorkspacesByHandProps) {
  const take = useTakeFromWorkspace(userId);
  const isEverywhere = access.all_workspaces === true;
  return (
    <Section
      title="Workspaces"
      lead={isEverywhere ? undefined : 'What a group gives is taken at the identity provider, or in the mappings.'}
    >
      <WorkspaceList
        access={access}
        actions={
          isEverywhere
            ? undefined
            : (workspace) => (
                <TakeAway
                  title={workspace.title}
                  grants={workspace.grants}
                  pending={take.isPending && take.variables.id === workspace.id}
                  onTake={() => take.mutate(workspace, { onSuccess: focusContent })}
                />
              )
        }
      />
      {!isEverywhere && <AddWorkspace userId={userId} access={access} />}
    </Section>
  );
}
