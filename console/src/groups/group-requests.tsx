import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { StatusBadge } from '../parts/badges';
import { Loaded } from '../parts/loaded';
import { Moment } from '../parts/moment';
import { Section } from '../parts/section';
import { useRecentRequests } from './queries';

/** Recent SCIM requests about a group. */
export function GroupRequests({ scimId }: { readonly scimId: string }) {
  const requests = useRecentRequests(scimId);
  return (
    <Section title="Recent SCIM requests">
      <Loaded query={requests} what="requests">
        {({ results }) =>
          results.length === 0 ? (
            <Text size="sm" c="dimmed">
              None that is still kept.
            </Text>
          ) : (
            <Stack component="ul" gap="xs" m={0} p={0} className="plain-list">
              {results.map(({ id, method, status, received_at }) => (
                <Group key={id} component="li" gap="xs" justify="space-between">
                  <Group gap="xs">
                    <StatusBadge status={status} />
                    <Text size="sm">{method}</Text>
                  </Group>
                  <Text size="sm" c="dimmed">
                    <Moment at={received_at} />
                  </Text>
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Anchor component={Link} to={`/requests?search=${scimId}`} size="sm">
        All requests about this group
      </Anchor>
    </Section>
  );
}
