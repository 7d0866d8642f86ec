import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { SearchField } from '../parts/search-field';
import type { ViewParams } from '../parts/search-params';
import { ACTION_OPTIONS } from '../words/actions';
import { PersonFilter } from './person-filter';

const NAMES = ['search', 'user', 'affected_user', 'action', 'from', 'to'] as const;

/** Whether the address restricts what is shown. */
export function isFiltered({ get }: ViewParams): boolean {
  return NAMES.some((name) => get(name) !== undefined);
}

/** A button that removes all restrictions. */
export function ClearFilters({ params }: { readonly params: ViewParams }) {
  const nothing = Object.fromEntries(NAMES.map((name) => [name, undefined]));
  return (
    <Button size="compact-sm" variant="default" onClick={() => params.set(nothing)}>
      Clear the filters
    </Button>
  );
}

/** The filters of the activity log. */
export function ActivityFilters({ params }: { readonly params: ViewParams }) {
  const { get, set } = params;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="sm" verticalSpacing="sm">
      <PersonFilter label="Whose access" value={get('affected_user')} onChange={(id) => set({ affected_user: id })} />
      <PersonFilter label="Done by" value={get('user')} onChange={(id) => set({ user: id })} />
      <Select
        label="What"
        placeholder="Anything"
        data={ACTION_OPTIONS}
        searchable
        clearable
        value={get('action') ?? null}
        onChange={(action) => set({ action: action ?? undefined })}
        clearButtonProps={{ 'aria-label': 'Clear What' }}
      />
      <TextInput
        type="date"
        label="From"
        max={get('to')}
        value={get('from') ?? ''}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Until"
        min={get('from')}
        value={get('to') ?? ''}
        onChange={({ currentTarget }) => set({ to: currentTarget.value })}
      />
    </SimpleGrid>
  );
}

/** The search in the log. */
export function ActivitySearch({ params }: { readonly params: ViewParams }) {
  return (
    <Group gap="sm">
      <SearchField
        label="Search the log"
        placeholder="Address, action, email"
        value={params.get('search')}
        onSearch={(search) => params.set({ search })}
      />
      {isFiltered(params) && <ClearFilters params={params} />}
    </Group>
  );
}
