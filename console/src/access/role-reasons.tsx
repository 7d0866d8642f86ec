import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { RoleBadge } from '../parts/badges';
import { type Grant, GroupName, kindText } from '../parts/grants';
import { isAdministrator, usePerson } from '../session/session';
import { reasonText, sourceText } from '../words/reasons';
import type { Access } from './queries';
import { type Verdict, verdictOf } from './verdict';

const VERDICTS: Readonly<Record<Verdict, readonly [label: string, color: string]>> = {
  counts: ['Counts', 'teal'],
  outranked: ['Outranked', 'gray'],
  waits: ['Once a seat is free', 'yellow'],
  remembered: ['Once the account is active', 'gray'],
};

function Arrow() {
  return <IconArrowRight size={14} aria-hidden opacity={0.6} />;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function MappingStep() {
  const text = 'mapping';
  if (!isAdministrator(usePerson().role)) return <Text size="sm">{text}</Text>;
  return (
    <Anchor component={Link} to="/mappings" size="sm">
      {text}
    </Anchor>
  );
}

function Origin({ grant }: { readonly grant: Grant }) {
  if (grant.kind !== 'mapping' || grant.group === undefined)
    return <Text size="sm">{capitalized(kindText(grant.kind))}</Text>;
  return (
    <>
      <Text size="sm">
        Group <GroupName name={grant.group} />
      </Text>
      <Arrow />
      <MappingStep />
    </>
  );
}

/** Where a role comes from, step by step, and whether it is the one that counts. */
function Chain({ grant, verdict }: { readonly grant: Grant; readonly verdict: Verdict }) {
  const [label, color] = VERDICTS[verdict];
  return (
    <Group component="li" gap="xs" className="chain">
      <Origin grant={grant} />
      <Arrow />
      <RoleBadge role={grant.role ?? null} />
      <Badge
        ml="auto"
        tt="none"
        variant={verdict === 'counts' ? 'light' : 'default'}
        color={color}
        className="badge-readable"
      >
        {label}
      </Badge>
    </Group>
  );
}

function withoutGrants({ role }: Access): string | null {
  return role === 'OW'
    ? 'Whoever owns the organization is its Owner: no group, and nobody’s hand, changes that.'
    : 'No mapped group, and nobody’s hand, gives a role.';
}

/** An organization role with every reason for it, and which of them counts. */
export function RoleReasons({ access }: { readonly access: Access }) {
  const grants: readonly Grant[] = access.role_grants;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <RoleBadge role={access.role} />
        <Text size="sm" c="dimmed">
          {sourceText(access.role_source)}
        </Text>
      </Group>
      {access.reason !== null && <Text size="sm">{reasonText(access.reason)}</Text>}
      {grants.length === 0 ? (
        <Text size="sm" c="dimmed">
          {withoutGrants(access)}
        </Text>
      ) : (
        <ul className="chains" aria-label="Reasons for the role">
          {grants.map((grant, at) => (
            <Chain key={at} grant={grant} verdict={verdictOf(grant, access)} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
