import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { RoleBadge } from '../parts/badges';
import { DataTable } from '../parts/data-table';
import { countText } from '../words/moments';
import { reasonText } from '../words/reasons';
import { throughText } from '../words/through';
import { type AccessChange, CHANGES_PAGE, useFurtherChanges } from './queries';

const WORDS: Readonly<Record<string, string>> = { IN: 'Inherit', member: 'Member' };

function Value({ kind, value }: { readonly kind: string; readonly value: string | null }) {
  if (value === null) {
    return (
      <Text span size="sm" c="dimmed">
        {kind === 'role' ? 'none' : 'no access'}
      </Text>
    );
  }
  return value in WORDS ? WORDS[value] : <RoleBadge role={value} />;
}

function targetText({ kind, target }: AccessChange): string {
  if (target === null) return 'Role in the organization';
  const title = target.title ?? `${target.id}, deleted since`;
  return kind === 'workspace' ? `Workspace ${title}` : `Project ${title}`;
}

function ChangeRow({ change }: { readonly change: AccessChange }) {
  const { user, kind, from, to, reason, through } = change;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor component={Link} to={`/people/${user.id}`} inherit>
          {user.email ?? `person ${user.id}`}
        </Anchor>
      </Table.Th>
      <Table.Td>{targetText(change)}</Table.Td>
      <Table.Td>
        <Value kind={kind} value={from} />
      </Table.Td>
      <Table.Td>
        <Value kind={kind} value={to} />
      </Table.Td>
      <Table.Td>
        {throughText(through)}
        {reason !== null && (
          <Text size="xs" c="dimmed">
            {reasonText(reason)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

const HEADS = ['Person', 'What', 'Before', 'After', 'Through'];

/** How many changes an opened entry shows at first. */
const AT_FIRST = 20;

interface AccessChangesProps {
  /** The id of the entry that caused them. */
  readonly entry: number;
  /** The user to whom the changes are restricted, if there is one. */
  readonly affectedUser: number | undefined;
  /** Those that came with the entry. */
  readonly first: readonly AccessChange[];
  /** How many there are. */
  readonly count: number;
}

/** Who gained or lost what, and through what: a few at first, of possibly thousands. */
export function AccessChanges({ entry, affectedUser, first, count }: AccessChangesProps) {
  const [shown, setShown] = useState(AT_FIRST);
  const further = useFurtherChanges(entry, affectedUser);
  const known = [...first, ...(further.data?.pages.flatMap(({ results }) => results) ?? [])];
  const changes = known.slice(0, shown);
  const next = Math.min(changes.length < CHANGES_PAGE ? CHANGES_PAGE : changes.length + CHANGES_PAGE, count);
  const showMore = () => {
    setShown(next);
    if (next > known.length) void further.fetchNextPage();
  };
  return (
    <Stack gap="xs">
      <DataTable caption={`Changes of access by entry ${entry}`} heads={HEADS} minWidth={680}>
        {changes.map((change, at) => (
          <ChangeRow key={at} change={change} />
        ))}
      </DataTable>
      {count > changes.length && (
        <Group gap="sm">
          <Button size="compact-sm" variant="default" loading={further.isFetching} onClick={showMore}>
            Show {countText(next - changes.length)} more
          </Button>
          <Text size="xs" c={further.isError ? 'red' : 'dimmed'} role={further.isError ? 'alert' : undefined}>
            {further.isError
              ? further.error.message
              : `${countText(changes.length)} of ${countText(count)} changes. The export has all of them.`}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
