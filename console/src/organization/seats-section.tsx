import { Anchor, Box, Progress, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from '../parts/section';
import { countText } from '../words/moments';
import type { Organization } from './queries';
import { SeatLimitForm } from './seat-limit-form';

function usedText({ used, limit }: Organization['seats']): string {
  if (limit === null) return `${countText(used)} in use, without a limit`;
  return `${countText(used)} of ${countText(limit)} in use`;
}

function percentOf({ used, limit }: Organization['seats']): number {
  if (limit === null) return 0;
  return limit === 0 ? 100 : Math.min(100, (used / limit) * 100);
}

function waitText(waiting: number): string {
  return waiting === 1 ? '1 person waits for a seat' : `${countText(waiting)} people wait for a seat`;
}

function Usage({ seats }: { readonly seats: Organization['seats'] }) {
  const isFull = seats.limit !== null && seats.used >= seats.limit;
  return (
    <Box role="status">
      <Text size="xl" fw={650}>
        {usedText(seats)}
      </Text>
      {seats.limit !== null && (
        <Progress
          mt="xs"
          size="lg"
          value={percentOf(seats)}
          color={isFull ? 'orange' : 'indigo'}
          aria-label="Seats in use, in percent"
        />
      )}
      <Text size="sm" mt="xs">
        {seats.waiting === 0 ? (
          'Nobody waits for a seat.'
        ) : (
          <Anchor component={Link} to="/people?reason=waiting_for_seat" inherit>
            {waitText(seats.waiting)}
          </Anchor>
        )}
      </Text>
    </Box>
  );
}

/** The limit, how many seats are in use, and who waits. */
export function SeatsSection({ organization }: { readonly organization: Organization }) {
  return (
    <Section
      title="Seats"
      lead="Everybody with a role from Owner to Annotator takes one. Whoever comes when none is free is Not Activated, and waits."
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Usage seats={organization.seats} />
        <SeatLimitForm seats={organization.seats} />
      </SimpleGrid>
    </Section>
  );
}
