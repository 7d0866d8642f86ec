import { Anchor, Skeleton, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PlaceholderBadge } from '../parts/badges';
import { DataTable } from '../parts/data-table';
import { Moment } from '../parts/moment';
import { countText } from '../words/moments';
import { GiftList } from './gift-list';
import { type Gifts, giftsOf } from './gifts';
import { type ReceivedGroup, useProjectTitles } from './queries';

/** How many workspaces, and how many projects, a line names. */
const NAMED = 3;

interface GroupsTableProps {
  readonly groups: readonly ReceivedGroup[];
  /** Undefined until it is known what groups give. */
  readonly gifts: ReadonlyMap<string, Gifts> | undefined;
}

function shownProjects(groups: readonly ReceivedGroup[], gifts: ReadonlyMap<string, Gifts>): number[] {
  return groups.flatMap(({ display_name }) =>
    giftsOf(gifts, display_name)
      .projects.slice(0, NAMED)
      .map(({ id }) => id),
  );
}

/** One line for each group; the name links to its members. */
export function GroupsTable({ groups, gifts }: GroupsTableProps) {
  const titles = useProjectTitles(gifts ? shownProjects(groups, gifts) : []);
  return (
    <DataTable caption="Groups" heads={['Group', 'Members', 'Gives', 'Last push']} minWidth={720}>
      {groups.map(({ id, display_name, external_id, placeholder, member_count, last_pushed_at }) => (
        <Table.Tr key={id}>
          <Table.Td>
            <Stack gap={2} align="flex-start">
              <Anchor component={Link} to={`/groups/${id}`} size="sm" fw={500}>
                {display_name}
              </Anchor>
              {placeholder && <PlaceholderBadge />}
              {external_id !== null && (
                <Text size="xs" c="dimmed">
                  {external_id}
                </Text>
              )}
            </Stack>
          </Table.Td>
          <Table.Td>{countText(member_count)}</Table.Td>
          <Table.Td>
            {gifts ? (
              <GiftList gifts={giftsOf(gifts, display_name)} titles={titles.data} limit={NAMED} />
            ) : (
              <Skeleton height={16} width={120} />
            )}
          </Table.Td>
          <Table.Td>
            <Moment at={last_pushed_at} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
