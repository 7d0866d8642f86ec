import { Autocomplete, Button, Group, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useDraft } from '../parts/draft';
import { SearchField } from '../parts/search-field';
import type { ViewParams } from '../parts/search-params';
import style from './activity.module.css';
import { METHODS, STATUS } from './queries';

const NAMES = ['search', 'status', 'method', 'from', 'to'] as const;
const STATUSES = ['2xx', '4xx', '5xx', '400', '401', '403', '404', '409'];

/** Whether the address restricts which requests are shown. */
export function restricts({ get }: ViewParams): boolean {
  return NAMES.some((name) => get(name) !== undefined);
}

/** A button that removes all restrictions. */
export function ClearRequestFilters({ params }: { readonly params: ViewParams }) {
  const nothing = Object.fromEntries(NAMES.map((name) => [name, undefined]));
  return (
    <Button size="compact-sm" variant="default" onClick={() => params.set(nothing)}>
      Clear the filters
    </Button>
  );
}

function StatusFilter({ params }: { readonly params: ViewParams }) {
  const { text: typed, setText, handOn } = useDraft(params.get('status'));
  const isRight = typed === '' || STATUS.test(typed);
  const change = (text: string): void => {
    setText(text);
    if (text !== '' && !STATUS.test(text)) return;
    handOn(text);
    params.set({ status: text });
  };
  return (
    <Autocomplete
      label="Status"
      placeholder="Any"
      data={STATUSES}
      value={typed}
      onChange={change}
      clearable
      clearButtonProps={{ 'aria-label': 'Clear Status' }}
      filter={({ options }) => options}
      error={isRight ? undefined : 'Such as 404, or 4xx'}
    />
  );
}

/** The filters of the log of requests. */
export function RequestFilters({ params }: { readonly params: ViewParams }) {
  const { get, set } = params;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" verticalSpacing="sm" className={style.filters}>
      <StatusFilter params={params} />
      <Select
        label="Method"
        placeholder="Any"
        data={METHODS}
        clearable
        value={get('method') ?? null}
        onChange={(method) => set({ method: method ?? undefined })}
        clearButtonProps={{ 'aria-label': 'Clear Method' }}
      />
      <TextInput
        type="datetime-local"
        label="From"
        max={get('to')}
        value={get('from') ?? ''}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label="Until"
        min={get('from')}
        value={get('to') ?? ''}
        onChange={({ currentTarget }) => set({ to: currentTarget.value })}
      />
    </SimpleGrid>
  );
}

/** The search in the log, and the switch that keeps the list up to date. */
export function RequestSearch({ params }: { readonly params: ViewParams }) {
  const { get, set } = params;
  return (
    <Group gap="md">
      <Switch
        label="Live"
        checked={get('live') !== undefined}
        onChange={({ currentTarget }) => set({ live: currentTarget.checked ? '1' : undefined })}
      />
      <SearchField
        label="Search the requests"
        placeholder="Path, body, reason, id"
        value={get('search')}
        onSearch={(search) => set({ search })}
      />
      {restricts(params) && <ClearRequestFilters params={params} />}
    </Group>
  );
}
