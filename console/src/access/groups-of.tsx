import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { Shortened } from '../parts/shortened';
import { isAdministrator, usePerson } from '../session/session';

type GroupOf = Schemas['GroupOfUserDto'];

function Name({ group }: { readonly group: GroupOf }) {
  if (!isAdministrator(usePerson().role)) return <Text size="sm">{group.display_name}</Text>;
  return (
    <Anchor component={Link} to={`/groups/${group.id}`} size="sm">
      {group.display_name}
    </Anchor>
  );
}

/** The groups of a user; those that give nothing are marked. */
export function GroupsOf({ groups }: { readonly groups: readonly GroupOf[] }) {
  if (groups.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        In no group. The identity provider decides who is in which.
      </Text>
    );
  }
  return (
    <Shortened items={groups} what="groups">
      {(shown) => (
        <Stack component="ul" gap="xs" m={0} p={0} className="plain-list">
          {shown.map((group) => (
            <Group key={group.id} component="li" gap="xs" justify="space-between">
              <Name group={group} />
              {!group.mapped && (
                <Badge tt="none" variant="default" size="sm" title="No mapping names this group">
                  Gives nothing
                </Badge>
              )}
            </Group>
          ))}
        </Stack>
      )}
    </Shortened>
  );
}
