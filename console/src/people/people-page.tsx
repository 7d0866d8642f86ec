import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { Pager } from '../parts/pager';
import { Section } from '../parts/section';
import { AddPerson } from './add-person';
import { filterOf, isFiltered, PeopleFilters } from './people-filters';
import { PeopleTable } from './people-table';
import { PEOPLE_PAGE_SIZE, usePeople } from './queries';
import { Seats } from './seats';
import { useViewParams } from '../parts/search-params';

/** Everybody in the organization, with their role and where it comes from. */
export default function PeoplePage() {
  const params = useViewParams();
  const filter = filterOf(params);
  const people = usePeople(filter);
  const [adding, { open, close }] = useDisclosure();
  return (
    <Page
      title="People"
      lead="Everybody in the organization, with their role and where it comes from."
      actions={
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={open}>
          Add a person
        </Button>
      }
    >
      <Seats />
      <Section title="Members">
        <PeopleFilters params={params} />
        <Loaded query={people} what="people" lines={8}>
          {({ results, count }) => (
            <Stack gap="sm">
              {count === 0 ? (
                <Nobody filtered={isFiltered(filter)} />
              ) : (
                <PeopleTable people={results} by={filter.ordering} onSort={(ordering) => params.set({ ordering })} />
              )}
              <Pager
                page={params.page}
                size={PEOPLE_PAGE_SIZE}
                count={count}
                onPage={(page) => params.set({ page: String(page) })}
              />
            </Stack>
          )}
        </Loaded>
      </Section>
      <AddPerson opened={adding} onClose={close} />
    </Page>
  );
}

function Nobody({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty title="Nobody fits">Try another part of a name or address, or fewer filters.</Empty>
  ) : (
    <Empty title="Nobody here yet">
      People come from the identity provider as soon as it is connected, or are added by hand.
    </Empty>
  );
}
