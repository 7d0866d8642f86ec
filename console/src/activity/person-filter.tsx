import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { personAddress, personName } from '../words/people';

const SUGGESTED = 20;
const PAUSE_MS = 250;

type User = Schemas['LseUserDto'];

function optionOf(user: User) {
  const address = personAddress(user);
  return { value: String(user.id), label: address === '' ? personName(user) : `${personName(user)} (${address})` };
}

function useSuggestions(search: string, enabled: boolean) {
  return useQuery({
    queryKey: ['people', 'suggestions', search],
    queryFn: async () => {
      const query = { search: search === '' ? undefined : search, page_size: SUGGESTED };
      const call = api.GET('/api/organizations/{id}/memberships', { params: { path: { id: 0 }, query } });
      return (await answer(call)).results.map(({ user }) => optionOf(user));
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

function useChosen(id: string | undefined) {
  return useQuery({
    queryKey: ['people', Number(id), 'option'],
    queryFn: async () => optionOf(await answer(api.GET('/api/users/{id}', { params: { path: { id: Number(id) } } }))),
    enabled: id !== undefined,
  });
}

interface PersonFilterProps {
  readonly label: string;
  /** Id of the person; undefined for everybody. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** Chooses one person, searching them on the server, however many there are. */
export function PersonFilter({ label, value, onChange }: PersonFilterProps) {
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data: chosen = value === undefined ? undefined : { value, label: `person ${value}` } } = useChosen(value);
  const suggestions = useSuggestions(search === chosen?.label ? '' : search, opened);
  const found = suggestions.data ?? [];
  const isListed = chosen === undefined || found.some((option) => option.value === chosen.value);
  return (
    <Select
      label={label}
      placeholder="Anybody"
      searchable
      clearable
      data={isListed ? found : [chosen, ...found]}
      filter={({ options }) => options}
      nothingFoundMessage={suggestions.isFetching ? 'Searching…' : 'Nobody'}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
    />
  );
}
