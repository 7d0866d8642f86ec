import { Stack } from '@mantine/core';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { Pager } from '../parts/pager';
import type { ViewParams } from '../parts/search-params';
import { Section } from '../parts/section';
import { ActivityFilters, ActivitySearch, ClearFilters, isFiltered } from './activity-filters';
import { Feed } from './feed-list';
import { activityFilterOf, PAGE_SIZE, useActivity } from './queries';

function NoEntries({ params }: { readonly params: ViewParams }) {
  if (isFiltered(params)) {
    return (
      <Empty title="Nothing fits the filters">
        <ClearFilters params={params} />
      </Empty>
    );
  }
  return (
    <Empty title="Nothing has happened yet">
      Whatever the identity provider pushes and administrators change is listed here.
    </Empty>
  );
}

/** The log, newest first, with its filters. */
export function ActivityList({ params }: { readonly params: ViewParams }) {
  const filter = activityFilterOf(params);
  const activity = useActivity(filter, params.page);
  return (
    <Section title="Entries" actions={<ActivitySearch params={params} />}>
      <ActivityFilters params={params} />
      <Loaded query={activity} what="the activity log" lines={8}>
        {({ data, recordsFiltered }) =>
          recordsFiltered === 0 ? (
            <NoEntries params={params} />
          ) : (
            <Stack aria-busy={activity.isPlaceholderData}>
              <Feed log={data} affectedUser={filter.affected_user} />
              <Pager
                page={params.page}
                size={PAGE_SIZE}
                count={recordsFiltered}
                onPage={(page) => params.set({ page: String(page) })}
              />
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}
