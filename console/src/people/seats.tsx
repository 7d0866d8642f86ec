import { Anchor, Group, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { Failure } from '../parts/failure';
import { countText } from '../words/moments';
import { useOrganization } from './queries';

type SeatCounts = Schemas['SeatsDto'];

function usedText({ used, limit }: SeatCounts): string {
  if (limit === null) return `${countText(used)} ${used === 1 ? 'seat' : 'seats'} in use, without a limit`;
  return `${countText(used)} of ${countText(limit)} seats in use`;
}

function percent({ used, limit }: SeatCounts): number {
  if (limit === null) return 0;
  return limit === 0 ? 100 : Math.min(100, Math.round((used / limit) * 100));
}

function Waiting({ waiting }: { readonly waiting: number }) {
  if (waiting === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nobody waits for a seat
      </Text>
    );
  }
  return (
    <Anchor component={Link} to="/people?reason=waiting_for_seat" size="sm">
      {waiting === 1 ? '1 person waits' : `${countText(waiting)} people wait`} for a seat
    </Anchor>
  );
}

function SeatLine({ seats }: { readonly seats: SeatCounts }) {
  const isFull = seats.limit !== null && seats.used >= seats.limit;
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {usedText(seats)}
        </Text>
        <Waiting waiting={seats.waiting} />
      </Group>
      {seats.limit !== null && (
        <Progress value={percent(seats)} color={isFull ? 'orange' : 'indigo'} aria-label="Seats in use, in percent" />
      )}
    </Stack>
  );
}

/** How many seats are in use, the limit, and who waits. */
export function Seats() {
  const organization = useOrganization();
  if (organization.isError && !organization.data) {
    return (
      <Failure title="Could not read the seats" error={organization.error} retry={() => void organization.refetch()} />
    );
  }
  return (
    <Paper component="section" aria-label="Seats" withBorder px={{ base: 'md', sm: 'lg' }} py="md">
      {organization.data ? <SeatLine seats={organization.data.seats} /> : <Skeleton height={36} />}
    </Paper>
  );
}
