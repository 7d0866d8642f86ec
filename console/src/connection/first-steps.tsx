import { Anchor, Box, Group, Stack, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { Moment } from '../parts/moment';
import { Section } from '../parts/section';
import { usePerson } from '../session/session';
import { isOfSession, useTokens } from '../tokens/queries';

type Status = Schemas['ConnectionStatusDto'];

interface Step {
  readonly title: string;
  readonly done: boolean;
  /** How to do it, or what has been done. */
  readonly text: ReactNode;
}

function StepRow({ step, number }: { readonly step: Step; readonly number: number }) {
  return (
    <Group component="li" align="flex-start" gap="sm" wrap="nowrap">
      <ThemeIcon
        size={26}
        radius="xl"
        variant={step.done ? 'filled' : 'default'}
        color={step.done ? 'teal.9' : undefined}
        aria-hidden
      >
        {step.done ? (
          <IconCheck size={16} />
        ) : (
          <Text size="sm" inherit>
            {number}
          </Text>
        )}
      </ThemeIcon>
      <Box pt={1}>
        <Text fw={600}>
          {step.title} <VisuallyHidden>({step.done ? 'done' : 'to do'})</VisuallyHidden>
        </Text>
        <Text size="sm" c="dimmed">
          {step.text}
        </Text>
      </Box>
    </Group>
  );
}

function tokenText(owner: boolean, done: boolean): ReactNode {
  if (done) return 'There is one for the identity provider.';
  return owner ? (
    <Anchor href="#token" inherit>
      Create one
    </Anchor>
  ) : (
    'The Owner of the organization creates one: only theirs open SCIM.'
  );
}

/** How far the connection has been set up. */
interface State {
  readonly owner: boolean;
  readonly token: boolean;
  readonly called: boolean;
  readonly served: boolean;
  readonly pushed: boolean;
  readonly mapped: boolean;
}

function hasServed({ last_request: last, days }: Status): boolean {
  return (last?.status ?? 500) < 400 || days.some(({ requests, errors }) => requests > errors);
}

/** Undefined until it is known. */
function useConnectionState(status: Status): State | undefined {
  const owner = usePerson().role === 'OW';
  const tokens = useTokens();
  if (!tokens.data) return undefined;
  const { group_pushed: pushed, group_mapped: mapped } = status;
  const called = status.first_request_at !== null;
  const spare = owner && tokens.data.some((each) => !isOfSession(each));
  return { owner, called, token: called || spare, served: pushed || hasServed(status), pushed, mapped };
}

function stepsOf({ owner, token, called, served, pushed, mapped }: State, first: string | null): readonly Step[] {
  return [
    { title: 'Create a token', done: token, text: tokenText(owner, token) },
    {
      title: 'Enter address and token at your identity provider',
      done: called,
      text: called ? (
        'It calls.'
      ) : (
        <Anchor href="#provider" inherit>
          What to enter in Okta or Entra ID
        </Anchor>
      ),
    },
    {
      title: 'First request arrived and was answered',
      done: served,
      text: served ? <Moment at={first} /> : <RequestsText called={called} />,
    },
    {
      title: 'First group pushed',
      done: pushed,
      text: pushed ? (
        <GoTo to="/groups">Groups received</GoTo>
      ) : (
        'Assign people first, then push the groups they are in.'
      ),
    },
    {
      title: 'First group mapped to a role, workspace or project',
      done: mapped,
      text: <GoTo to="/mappings">{mapped ? 'Mappings' : 'Map a group, also before it is pushed'}</GoTo>,
    },
  ];
}

function GoTo({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} inherit>
      {children}
    </Anchor>
  );
}

function RequestsText({ called }: { readonly called: boolean }) {
  if (!called) return 'Test the connection there. This page notices by itself.';
  return <GoTo to="/requests?status=4xx">All were refused so far: see why</GoTo>;
}

/** What is left to do before roles come from the identity provider; nothing once all of it is done. */
export function FirstSteps({ status }: { readonly status: Status }) {
  const state = useConnectionState(status);
  const steps = state ? stepsOf(state, status.first_request_at) : [];
  const left = steps.filter(({ done }) => !done).length;
  if (left === 0) return null;
  return (
    <Section title="First steps" lead={`${steps.length - left} of ${steps.length} done`}>
      <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map((step, at) => (
          <StepRow key={step.title} step={step} number={at + 1} />
        ))}
      </Stack>
    </Section>
  );
}
