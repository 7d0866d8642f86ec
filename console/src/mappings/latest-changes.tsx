import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { Moment } from '../parts/moment';
import { usePerson } from '../session/session';
import { type Action, actionText, channelText } from '../words/actions';
import type { Stored } from './draft';

type Entry = Schemas['ActivityLogEntryDto'];

/** Actions that may change what the lists say. */
const CHANGING: readonly Action[] = [
  'mappings.changed',
  'group.renamed',
  'group.placeholder-absorbed',
  'workspace.changed',
  'workspace.deleted',
  'project.deleted',
];

const SHOWN = 3;

/** The newest changes of the lists since they were read, without the request that read or saved them. */
function useLatestChanges({ version, readAt, requestId }: Stored) {
  return useQuery({
    queryKey: ['activity', 'of mappings', version, readAt],
    queryFn: () => {
      const query = { action: [...CHANGING], start_date: readAt, page: 1, page_size: SHOWN + 1 };
      return answer(api.GET('/api/activity-logs', { params: { query } }));
    },
    select: ({ data }) => data.filter(({ extra_data }) => extra_data.request_id !== requestId).slice(0, SHOWN),
  });
}

/** Who made a change, and in which way, unless it was this person's own console. */
function doerText({ email, extra_data: { channel } }: Entry, self: string | null): string {
  const who = email === self ? 'yourself' : (email ?? 'the server');
  if (channel !== 'rest') return `${who}, ${channelText(channel)}`;
  return email === self ? `${who}, in another tab or program` : who;
}

function Line({ entry }: { readonly entry: Entry }) {
  const person = usePerson();
  return (
    <Text component="li" size="sm" c="dimmed">
      {actionText(entry.extra_data.action)} <Moment at={entry.datetime} /> by {doerText(entry, person.email)}
    </Text>
  );
}

/** Who changed the lists recently, as far as the activity log knows. */
export function LatestChanges({ since }: { readonly since: Stored }) {
  const { data: entries = [] } = useLatestChanges(since);
  if (entries.length === 0) return null;
  return (
    <Stack component="ul" gap={0} m={0} p={0} className="plain-list" aria-label="Who changed them">
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} />
      ))}
    </Stack>
  );
}
