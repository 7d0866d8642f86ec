import { Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { DataTable } from '../parts/data-table';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { Moment } from '../parts/moment';
import { isOfSession, useTokens } from './queries';
import { RevokeToken } from './revoke-token';

type Token = Schemas['AccessTokenDto'];

function Expiry({ at }: { readonly at: string | null }) {
  if (at === null || new Date(at) > new Date()) return <Moment at={at} />;
  return (
    <Badge tt="none" variant="light" color="red" className="badge-readable">
      Expired <Moment at={at} />
    </Badge>
  );
}

function TokenRow({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Group gap="xs">
          {token.name}
          {isOfSession(token) && (
            <Badge tt="none" variant="outline" color="indigo" className="badge-readable">
              this session
            </Badge>
          )}
        </Group>
      </Table.Th>
      <Table.Td>
        <code>{token.prefix}…</code>
      </Table.Td>
      <Table.Td>
        <Moment at={token.created_at} />
      </Table.Td>
      <Table.Td>
        <Expiry at={token.expires_at} />
      </Table.Td>
      <Table.Td>
        <Moment at={token.last_used_at} />
      </Table.Td>
      <Table.Td ta="right">
        <Button size="compact-sm" variant="default" aria-label={`Revoke ${token.name}`} onClick={onRevoke}>
          Revoke
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

const HEADS = [
  'Name',
  'Begins with',
  'Created',
  'Expires',
  'Last used',
  <VisuallyHidden key="do">What can be done</VisuallyHidden>,
];

/** The person's own tokens, with buttons to revoke them. */
export function TokenList() {
  const tokens = useTokens();
  const [asked, setAsked] = useState<Token>();
  return (
    <Loaded query={tokens} what="your tokens">
      {(list) => (
        <>
          {list.length === 0 ? (
            <Empty title="No tokens">Create one for whatever is to call the API on your behalf.</Empty>
          ) : (
            <DataTable caption="Tokens, the newest first" heads={HEADS} minWidth={720}>
              {list.map((token) => (
                <TokenRow key={token.id} token={token} onRevoke={() => setAsked(token)} />
              ))}
            </DataTable>
          )}
          {list.length > 0 && (
            <Text size="xs" c="dimmed">
              The last use is noted once a minute at most.
            </Text>
          )}
          <RevokeToken token={asked} onClose={() => setAsked(undefined)} />
        </>
      )}
    </Loaded>
  );
}
