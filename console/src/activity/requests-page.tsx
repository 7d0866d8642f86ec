import { Stack } from '@mantine/core';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { Pager } from '../parts/pager';
import { useViewParams } from '../parts/search-params';
import { Section } from '../parts/section';
import { ExportCsv } from './export-csv';
import { NoRequests } from './no-requests';
import { PAGE_SIZE, readRequestsFile, requestsFilterOf, useScimRequests } from './queries';
import { RequestFilters, RequestSearch } from './request-filters';
import { RequestList } from './request-list';

const LEAD = 'What the identity provider sent, and what came of it. Secrets are masked.';

/** The log of SCIM requests. */
export default function RequestsPage() {
  const params = useViewParams();
  const filter = requestsFilterOf(params);
  const requests = useScimRequests(filter, params.page, params.get('live') !== undefined);
  return (
    <Page
      title="SCIM requests"
      lead={LEAD}
      actions={<ExportCsv name="scim-requests.csv" read={() => readRequestsFile(filter)} />}
    >
      <Section title="Requests" actions={<RequestSearch params={params} />}>
        <RequestFilters params={params} />
        <Loaded query={requests} what="the log of requests" lines={8}>
          {({ count, results }) =>
            count === 0 ? (
              <NoRequests params={params} />
            ) : (
              <Stack aria-busy={requests.isPlaceholderData}>
                <RequestList requests={results} />
                <Pager
                  page={params.page}
                  size={PAGE_SIZE}
                  count={count}
                  onPage={(page) => params.set({ page: String(page) })}
                />
              </Stack>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}
