import { Anchor, Group, Select, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../parts/empty';
import { Failure } from '../parts/failure';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { Pager } from '../parts/pager';
import { SearchField } from '../parts/search-field';
import { useViewParams, type ViewParams } from '../parts/search-params';
import { Section } from '../parts/section';
import { GroupsTable } from './groups-table';
import { type GroupFilter, GROUPS_PAGE_SIZE, useGifts, useGroups } from './queries';

const MAPPED_OPTIONS = [
  { value: 'true', label: 'Named by a mapping' },
  { value: 'false', label: 'Gives nothing' },
];

function filterOf({ get, page }: ViewParams): GroupFilter {
  const mapped = get('mapped');
  return { search: get('search'), mapped: mapped === 'true' || mapped === 'false' ? mapped : undefined, page };
}

function Filters({ params }: { readonly params: ViewParams }) {
  return (
    <Group gap="sm">
      <SearchField
        label="Search by name or external id"
        value={params.get('search')}
        onSearch={(search) => params.set({ search })}
      />
      <Select
        aria-label="Whether a mapping names them"
        placeholder="Any group"
        data={MAPPED_OPTIONS}
        value={filterOf(params).mapped ?? null}
        onChange={(mapped) => params.set({ mapped: mapped ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Any group' }}
        w={{ base: '100%', sm: 220 }}
      />
    </Group>
  );
}

function NoGroups({ filter }: { readonly filter: GroupFilter }) {
  if (filter.search !== undefined || filter.mapped !== undefined)
    return <Empty title="No group fits">Try another part of the name, or all groups.</Empty>;

  return (
    <Empty title="No groups yet">
      They appear here as soon as the identity provider pushes them, or a{' '}
      <Anchor component={Link} to="/mappings" inherit underline="always">
        mapping
      </Anchor>{' '}
      names one.
    </Empty>
  );
}

/** The groups of the identity provider: their members, and what they give. */
export default function GroupsPage() {
  const params = useViewParams();
  const filter = filterOf(params);
  const groups = useGroups(filter);
  const gifts = useGifts();
  return (
    <Page title="Groups" lead="What the identity provider pushed, and what its groups give to their members.">
      <Section title="Received groups">
        <Filters params={params} />
        {gifts.isError && (
          <Failure title="Could not read what the groups give" error={gifts.error} retry={() => void gifts.refetch()} />
        )}
        <Loaded query={groups} what="groups" lines={8}>
          {({ results, count }) => (
            <Stack gap="sm">
              {count === 0 ? <NoGroups filter={filter} /> : <GroupsTable groups={results} gifts={gifts.data} />}
              <Pager
                page={params.page}
                size={GROUPS_PAGE_SIZE}
                count={count}
                onPage={(page) => params.set({ page: String(page) })}
              />
            </Stack>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
