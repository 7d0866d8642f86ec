import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { RoleBadge } from '../parts/badges';
import { DataTable } from '../parts/data-table';
import { Moment } from '../parts/moment';
import { personName } from '../words/people';
import { shortReason, sourceText } from '../words/reasons';
import type { Member } from './queries';

const HEADS = ['Name', 'Role', 'Email', 'Where it comes from', 'Joined'];
const KEYS = ['first_name', 'role', 'email', undefined, 'date_joined'];

interface PeopleTableProps {
  readonly people: readonly Member[];
  readonly by: string | undefined;
  readonly onSort: (by: string) => void;
}

/** One line for each person; the name links to what they may do and why. */
export function PeopleTable({ people, by, onSort }: PeopleTableProps) {
  return (
    <DataTable caption="People" heads={HEADS} sorting={{ keys: KEYS, by, onSort }} minWidth={800}>
      {people.map(({ id, role, role_source, reason, created_at, user }) => (
        <Table.Tr key={id}>
          <Table.Td>
            <Anchor component={Link} to={`/people/${id}`} size="sm" fw={500}>
              {personName(user)}
            </Anchor>
          </Table.Td>
          <Table.Td>
            <RoleBadge role={role} />
          </Table.Td>
          <Table.Td className="keeps-words">{user.email ?? user.username}</Table.Td>
          <Table.Td>
            {sourceText(role_source)}
            {reason !== null && (
              <Text size="xs" c="dimmed">
                {shortReason(reason)}
              </Text>
            )}
          </Table.Td>
          <Table.Td className="keeps-words">
            <Moment at={created_at} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}
