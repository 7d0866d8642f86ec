import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Happening, happeningsOf } from '../activity/feed';
import { answer, api } from '../api/client';
import { Loaded } from '../parts/loaded';
import { Moment } from '../parts/moment';
import { Section } from '../parts/section';
import { countText } from '../words/moments';
import { shortReason } from '../words/reasons';
import { throughText } from '../words/through';
import { changeText } from './change-text';

const ENTRIES = 12;
const SHOWN = 6;

/** How many changes of one request are shown. */
const LINES = 5;

function useRecentChanges(affected_user: number) {
  return useQuery({
    queryKey: ['people', affected_user, 'changes'],
    queryFn: () =>
      answer(api.GET('/api/activity-logs', { params: { query: { affected_user, page: 1, page_size: ENTRIES } } })),
    select: ({ data }) => happeningsOf(data).filter(({ changes }) => changes.length > 0),
  });
}

function HappeningLines({ happening: { entries, changes, changeCount } }: { readonly happening: Happening }) {
  const [{ datetime }] = entries;
  const through = throughText(changes.flatMap((change) => change.through));
  return (
    <li>
      {changes.slice(0, LINES).map((change, at) => (
        <Text key={at} size="sm">
          {changeText(change)}
          {change.reason !== null && ` (${shortReason(change.reason).toLowerCase()})`}
        </Text>
      ))}
      {changeCount > LINES && <Text size="sm">and {countText(changeCount - LINES)} more</Text>}
      <Text size="xs" c="dimmed">
        <Moment at={datetime} />
        {through !== '' && `, ${through}`}
      </Text>
    </li>
  );
}

/** Recent changes of a person's access. */
export function RecentChanges({ userId }: { readonly userId: number }) {
  const changes = useRecentChanges(userId);
  return (
    <Section title="Recent changes">
      <Loaded query={changes} what="recent changes">
        {(happenings) =>
          happenings.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nothing changed their access lately.
            </Text>
          ) : (
            <Stack component="ul" gap="sm" m={0} p={0} className="plain-list">
              {happenings.slice(0, SHOWN).map((happening) => (
                <HappeningLines key={happening.entries[0].id} happening={happening} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Anchor component={Link} to={`/activity?affected_user=${userId}`} size="sm">
        All activity about this person
      </Anchor>
    </Section>
  );
}
