import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { RoleBadge } from '../parts/badges';
import { DataTable } from '../parts/data-table';
import { countText } from '../words/moments';
import { reasonText } from '../words/reasons';
import type { AccessChange } from './queries';

const WORDS: Readonly<Record<string, string>> = { IN: 'Inherit', member: 'Member' };

function Value({ kind, value }: { readonly kind: string; readonly value: string | null }) {
  if (value === null)
    return (
      <Text span size="sm" c="dimmed">
        {kind === 'role' ? 'none' : 'no access'}
      </Text>
    );
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
        {through.join(', ')}
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

interface AccessChangesProps {
  /** Tells these changes from others on the page, for whoever cannot see them. */
  readonly caption: string;
  readonly changes: readonly AccessChange[];
  /** All that there are, of which `changes` are the first. */
  readonly count: number;
}

/** Who gained or lost what, and through what. */
export function AccessChanges({ caption, changes, count }: AccessChangesProps) {
  return (
    <Stack gap="xs">
      <DataTable caption={caption} heads={HEADS} minWidth={680}>
        {changes.map((change, at) => (
          <ChangeRow key={at} change={change} />
        ))}
      </DataTable>
      {count > changes.length && (
        <Text size="xs" c="dimmed">
          {countText(changes.length)} of {countText(count)} changes. The export has all of them.
        </Text>
      )}
    </Stack>
  );
}
