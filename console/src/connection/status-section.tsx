import { Anchor, Badge, Box, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { StatusBadge } from '../parts/badges';
import { Moment } from '../parts/moment';
import { Section } from '../parts/section';
import { DayChart } from './day-chart';
import { DAYS } from './queries';

type Served = Schemas['ServedRequestDto'];

const failed = ({ status }: Served): boolean => status === null || status >= 400;

function Health({ last }: { readonly last: Served }) {
  return failed(last) ? (
    <Badge tt="none" size="lg" variant="light" color="red" className="badge-readable">
      The last request was refused
    </Badge>
  ) : (
    <Badge tt="none" size="lg" variant="light" color="teal" className="badge-readable">
      Working
    </Badge>
  );
}

interface RequestFactProps {
  readonly title: string;
  readonly request: Served;
  readonly children: ReactNode;
}

function RequestFact({ title, request, children }: RequestFactProps) {
  return (
    <Box>
      <Text component="h3" size="sm" fw={600} m={0}>
        {title}
        <Text span size="sm" c="dimmed" fw={400}>
          {' · '}
          <Moment at={request.received_at} />
        </Text>
      </Text>
      <Group gap="xs" mt={6} wrap="nowrap" align="flex-start">
        <Box flex="none">
          <StatusBadge status={request.status} />
        </Box>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {request.method} {request.path}
        </Text>
      </Group>
      <Text size="sm" mt={6}>
        {children}
      </Text>
    </Box>
  );
}

function LastRequest({ request }: { readonly request: Served }) {
  return (
    <RequestFact title="Last request" request={request}>
      <Text span c="dimmed" inherit>
        {request.user_agent ?? 'A client without a name'}, answered in {request.duration_ms} ms.
      </Text>{' '}
      <Anchor component={Link} to="/requests" inherit underline="always">
        All requests
      </Anchor>
    </RequestFact>
  );
}

function LastError({ request }: { readonly request: Served | null }) {
  if (!request) {
    return (
      <Box>
        <Text component="h3" size="sm" fw={600} m={0}>
          Last error
        </Text>
        <Text size="sm" c="dimmed" mt={6}>
          None among the requests that are kept.
        </Text>
      </Box>
    );
  }
  return (
    <RequestFact title="Last error" request={request}>
      {request.detail ?? 'The log of the server has the cause.'}{' '}
      <Anchor component={Link} to={`/requests?status=${request.status ?? ''}`} inherit underline="always">
        Requests like this one
      </Anchor>
    </RequestFact>
  );
}

interface StatusSectionProps {
  readonly status: Schemas['ConnectionStatusDto'];
  /** Whether the newest status could not be read. */
  readonly stale: boolean;
}

/** Whether the identity provider calls, and whether it gets what it asks for. */
export function StatusSection({ status, stale }: StatusSectionProps) {
  const { last_request: last, last_error: error, days } = status;
  if (!last) return null;
  return (
    <Section
      title="Status"
      lead={stale ? 'The server does not answer: this is what was known last.' : 'Kept up to date while you look.'}
      actions={<Health last={last} />}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="lg">
          <LastRequest request={last} />
          <LastError request={error} />
        </Stack>
        <DayChart days={days} title={`Requests per day, last ${DAYS} days`} />
      </SimpleGrid>
    </Section>
  );
}
