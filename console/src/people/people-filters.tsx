import { Button, Group, MultiSelect, Select } from '@mantine/core';
import type { ViewParams } from '../parts/search-params';
import { SearchField } from '../parts/search-field';
import { REASON_OPTIONS, SOURCE_OPTIONS } from '../words/reasons';
import { ROLE_NAMES, ROLES } from '../words/roles';
import type { PeopleFilter } from './queries';

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));
const REASONS = ['waiting_for_seat', 'awaiting_sign_in', 'no_role_group', 'deactivated'] as const;
const SOURCES = ['owner', 'scim', 'manual', 'default'] as const;
const SORTED_BY = ['first_name', 'email', 'role', 'date_joined'] as const;
const ORDERINGS = SORTED_BY.flatMap((key) => [key, `-${key}`] as const);
const CLEARED = { search: undefined, role: undefined, source: undefined, reason: undefined };

/** The valid values in an address, which may contain anything. */
function known<Value extends string>(values: readonly Value[], text: string | undefined): Value[] | undefined {
  const named = text?.split(',') ?? [];
  const found = values.filter((value) => named.includes(value));
  return found.length > 0 ? found : undefined;
}

/** The filter in the address. */
export function filterOf({ get, page }: ViewParams): PeopleFilter {
  return {
    search: get('search'),
    role: known(ROLES, get('role')),
    role_source: known(SOURCES, get('source')),
    reason: known(REASONS, get('reason')),
    ordering: known(ORDERINGS, get('ordering'))?.[0],
    page,
  };
}

export function isFiltered({ search, role, role_source, reason }: PeopleFilter): boolean {
  return [search, role, role_source, reason].some((part) => part !== undefined);
}

/** Narrows the list; the choice is kept in the address. */
export function PeopleFilters({ params }: { readonly params: ViewParams }) {
  const filter = filterOf(params);
  const roles = filter.role ?? [];
  return (
    <Group gap="sm" align="flex-start" role="search" aria-label="People">
      <SearchField
        label="Search by name or email"
        value={params.get('search')}
        onSearch={(search) => params.set({ search })}
      />
      <MultiSelect
        aria-label="Role"
        placeholder={roles.length === 0 ? 'Any role' : undefined}
        data={ROLE_OPTIONS}
        value={roles}
        onChange={(chosen) => params.set({ role: chosen.join(',') })}
        clearable
        clearButtonProps={{ 'aria-label': 'Any role' }}
        w={{ base: '100%', sm: 200 }}
      />
      <Select
        aria-label="Where the role comes from"
        placeholder="From anywhere"
        data={SOURCE_OPTIONS}
        value={filter.role_source?.[0] ?? null}
        onChange={(source) => params.set({ source: source ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'From anywhere' }}
        w={{ base: '100%', sm: 190 }}
      />
      <Select
        aria-label="Waiting or inactive"
        placeholder="Waiting or inactive"
        data={REASON_OPTIONS}
        value={filter.reason?.[0] ?? null}
        onChange={(reason) => params.set({ reason: reason ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Waiting or not' }}
        w={{ base: '100%', sm: 200 }}
      />
      {isFiltered(filter) && (
        <Button variant="subtle" onClick={() => params.set(CLEARED)}>
          Show everybody
        </Button>
      )}
    </Group>
  );
}
