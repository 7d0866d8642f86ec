import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { Failure } from '../parts/failure';
import { Section } from '../parts/section';
import { countText } from '../words/moments';
import { useCheck } from './queries';

function Result({ result: { users_checked, drift, changes } }: { readonly result: Schemas['ReconcileDto'] }) {
  if (drift === 0) {
    return (
      <Alert color="teal" role="status" icon={<IconCircleCheck aria-hidden />} title="Everything is as it should be">
        {countText(users_checked)} {users_checked === 1 ? 'account' : 'accounts'} checked, no difference.
      </Alert>
    );
  }
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={`${countText(drift)} differences`}>
      <Text size="sm">
        Of {countText(users_checked)} accounts checked. This is a fault of the server: keep its log. Sending
        <code> POST /api/provisioning/reconcile </code>
        repairs it.
      </Text>
      <List size="sm" mt="xs">
        {changes.map(({ user }) => (
          <List.Item key={user.id}>
            <Anchor component={Link} to={`/people/${user.id}`} inherit underline="always">
              {user.email ?? `person ${user.id}`}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Compares what is stored with the result of the rules for groups, mappings and settings. */
export function CheckSection() {
  const check = useCheck();
  return (
    <Section
      title="Check everything"
      lead="Computes everybody’s access anew and compares it with what is stored. It changes nothing and blocks nobody."
    >
      {check.isError && <Failure title="The check failed" error={check.error} />}
      {check.data && <Result result={check.data} />}
      <Group>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          Check now
        </Button>
      </Group>
    </Section>
  );
}
