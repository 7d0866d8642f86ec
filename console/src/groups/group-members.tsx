import { Anchor, Badge, Group, Stack, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { DataTable } from '../parts/data-table';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { Pager } from '../parts/pager';
import { SearchField } from '../parts/search-field';
import { useViewParams } from '../parts/search-params';
import { Section } from '../parts/section';
import { personName } from '../words/people';
import { MEMBERS_PAGE_SIZE, type ReceivedGroup, useMembersOfGroup } from './queries';

type GroupMember = Schemas['ReceivedGroupMemberDto'];

function MembersTable({ members }: { readonly members: readonly GroupMember[] }) {
  return (
    <DataTable caption="Members of the group" heads={['Name', 'Email']} minWidth={420}>
      {members.map((member) => (
        <Table.Tr key={member.id}>
          <Table.Td>
            <Group gap="xs">
              <Anchor component={Link} to={`/people/${member.id}`} size="sm" fw={500}>
                {personName(member)}
              </Anchor>
              {!member.active && (
                <Badge tt="none" variant="default">
                  Account inactive
                </Badge>
              )}
            </Group>
          </Table.Td>
          <Table.Td>{member.email ?? member.username}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function NoMembers({ searched }: { readonly searched: boolean }) {
  return searched ? (
    <Empty title="No member fits">Try another part of a name or address.</Empty>
  ) : (
    <Empty title="Nobody is in it">Members appear as soon as the identity provider pushes them.</Empty>
  );
}

/** The members of a group, one page at a time. */
export function GroupMembers({ group }: { readonly group: ReceivedGroup }) {
  const params = useViewParams();
  const search = params.get('search');
  const members = useMembersOfGroup(group.id, search, params.page);
  return (
    <Section title="Members">
      <SearchField label="Search members" value={search} onSearch={(text) => params.set({ search: text })} />
      <Loaded query={members} what="members" lines={6}>
        {({ results, count }) => (
          <Stack gap="sm">
            {count === 0 ? <NoMembers searched={search !== undefined} /> : <MembersTable members={results} />}
            <Pager
              page={params.page}
              size={MEMBERS_PAGE_SIZE}
              count={count}
              onPage={(page) => params.set({ page: String(page) })}
            />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
