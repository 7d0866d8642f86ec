import { Autocomplete, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { GIVEN_ROLES, ROLE_NAMES } from '../words/roles';
import { fold, type Panel } from './draft';
import { useProjectSearch, useWorkspaces } from './queries';

const PAUSE_MS = 250;
const SHOWN = 50;
const LONGEST_TITLE = 1000;

interface TargetFieldProps {
  readonly value: string;
  /** What people call the value. */
  readonly title: string;
  readonly error: string | undefined;
  readonly onChange: (target: string) => void;
}

const ROLE_OPTIONS = GIVEN_ROLES.map((role) => ROLE_NAMES[role]);

function RoleField({ value, error, onChange }: TargetFieldProps) {
  return (
    <Select
      label="Role"
      placeholder="Choose a role"
      data={ROLE_OPTIONS}
      allowDeselect={false}
      value={value === '' ? null : value}
      onChange={(role) => onChange(role ?? '')}
      error={error}
      data-first-field
    />
  );
}

function WorkspaceField({ value, error, onChange }: TargetFieldProps) {
  const workspaces = useWorkspaces();
  const titles = workspaces.data?.map(({ title }) => title) ?? [];
  const wanted = fold(value);
  const known = titles.some((title) => fold(title) === wanted);
  const matching = known ? titles : titles.filter((title) => fold(title).includes(wanted));
  const isNew = workspaces.isSuccess && wanted !== '' && !known;
  return (
    <Autocomplete
      label="Workspace"
      placeholder="Search, or type a new title"
      maxLength={LONGEST_TITLE}
      data={isNew ? [...matching.slice(0, SHOWN), value.trim()] : matching.slice(0, SHOWN)}
      openOnFocus={false}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <Text size="sm">
          {isNew && option.value === value.trim() ? `Create the workspace “${option.value}”` : option.value}
        </Text>
      )}
      value={value}
      onChange={onChange}
      error={error}
      description={isNew ? 'New workspace: saving creates it' : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-first-field
    />
  );
}

function ProjectField({ value, title, error, onChange }: TargetFieldProps) {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text === title ? '' : text, PAUSE_MS);
  const found = useProjectSearch(settled);
  const projects = new Map(found.data?.results.map((project) => [String(project.id), project]));
  const options = [...projects].map(([id, project]) => ({ value: id, label: project.title }));
  const isListed = value === '' || projects.has(value);
  return (
    <Select
      label="Project"
      placeholder="Search by title"
      searchable
      allowDeselect={false}
      data={isListed ? options : [{ value, label: title }, ...options]}
      openOnFocus={false}
      filter={({ options: all }) => all}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {projects.get(option.value)?.workspace_title}
          </Text>
        </div>
      )}
      nothingFoundMessage={found.isSuccess ? 'No project has this in its title' : 'Searching…'}
      onSearchChange={setText}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      error={error}
      data-first-field
    />
  );
}

const FIELDS = { roles: RoleField, workspaces: WorkspaceField, projects: ProjectField } as const;

/** Chooses the target of a mapping: a role, a present or new workspace, or a project. */
export function TargetField({ panel, ...field }: TargetFieldProps & { readonly panel: Panel }) {
  const Field = FIELDS[panel];
  return <Field {...field} />;
}
