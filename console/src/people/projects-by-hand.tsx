import { Button, Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ProjectList } from '../access/project-list';
import type { Access } from '../access/queries';
import { Section } from '../parts/section';
import { type Container, type HandRole, useAddToProject, useTakeFromProject } from './edits';
import { useProjectSearch } from './queries';
import { focusContent, TakeAway } from './take-away';

const PAUSE_MS = 250;
const ROLES: { value: HandRole; label: string }[] = [
  { value: 'Inherit', label: 'Inherit' },
  { value: 'RE', label: 'Reviewer' },
  { value: 'AN', label: 'Annotator' },
];

interface ProjectFieldProps {
  readonly chosen: Container | null;
  readonly onChoose: (project: Container | null) => void;
}

/** Finds a project by its title, on the server. */
function ProjectField({ chosen, onChoose }: ProjectFieldProps) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), PAUSE_MS);
  const projects = useProjectSearch(search);
  const found = projects.data?.results ?? [];
  return (
    <Select
      label="Add to a project by hand"
      placeholder={projects.isError ? 'The projects could not be read' : 'Search for a project'}
      data={found.map(({ id, title }) => ({ value: String(id), label: title }))}
      value={chosen === null ? null : String(chosen.id)}
      onChange={(value) => onChoose(found.find(({ id }) => String(id) === value) ?? null)}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage="No project is called that."
      w={{ base: '100%', xs: 300 }}
    />
  );
}

function AddProject({ userId }: { readonly userId: number }) {
  const [project, setProject] = useState<Container | null>(null);
  const [role, setRole] = useState<HandRole>('Inherit');
  const add = useAddToProject(userId);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (project) add.mutate({ project, role }, { onSuccess: () => setProject(null) });
      }}
    >
      <Group align="flex-end" gap="sm">
        <ProjectField chosen={project} onChoose={setProject} />
        <Select
          label="Role in the project"
          data={ROLES}
          value={role}
          onChange={(value) => setRole(ROLES.find((one) => one.value === value)?.value ?? 'Inherit')}
          allowDeselect={false}
          w={{ base: '100%', xs: 160 }}
        />
        <Button type="submit" variant="default" disabled={!project} loading={add.isPending}>
          Add
        </Button>
      </Group>
    </form>
  );
}

interface ProjectsByHandProps {
  readonly userId: number;
  readonly access: Access;
}

/** The projects of a person, with buttons for what can be given and taken manually. */
export function ProjectsByHand({ userId, access }: ProjectsByHandProps) {
  const take = useTakeFromProject(userId);
  const isEverywhere = access.all_projects === true;
  return (
    <Section
      title="Projects"
      lead={isEverywhere ? undefined : 'The role is the one that counts there. Inherit follows the organization role.'}
    >
      <ProjectList
        access={access}
        actions={
          isEverywhere
            ? undefined
            : (project) => (
                <TakeAway
                  title={project.title}
                  grants={project.grants}
                  pending={take.isPending && take.variables.id === project.id}
                  onTake={() => take.mutate(project, { onSuccess: focusContent })}
                />
              )
        }
      />
      {!isEverywhere && <AddProject userId={userId} />}
    </Section>
  );
}
