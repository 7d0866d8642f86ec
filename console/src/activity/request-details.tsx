import { Alert, Anchor, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CopyField } from '../parts/copy-field';
import { Fact, Facts } from '../parts/facts';
import { momentText } from '../words/moments';
import style from './activity.module.css';
import { PersonLink } from './names';
import type { ScimRequest } from './queries';

function Refusal({ request: { status, scim_type, detail } }: { readonly request: ScimRequest }) {
  if (status !== null && status < 400) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={status === null ? 'The client hung up before the answer' : 'Why it was refused'}
    >
      {status !== null && (detail ?? 'The log of the server has the cause, under the id of the request.')}
      {scim_type !== null && (
        <Text size="xs" mt={4}>
          <Code>{scim_type}</Code>
        </Text>
      )}
    </Alert>
  );
}

function Body({ body }: { readonly body: unknown }) {
  if (body === null) {
    return (
      <Text size="sm" c="dimmed">
        It had no body.
      </Text>
    );
  }
  return (
    <details open>
      <summary className={style.summary}>Body</summary>
      <pre className={style.body} role="group" aria-label="Body" tabIndex={0}>
        {JSON.stringify(body, null, 2)}
      </pre>
    </details>
  );
}

function Sender({ id }: { readonly id: number | null }) {
  if (id === null) return <>nobody: the token was refused</>;
  return <PersonLink id={id} />;
}

function activityAddress({ request_id, received_at, duration_ms }: ScimRequest): string {
  const params = new URLSearchParams({ request: request_id, at: received_at, ms: String(duration_ms) });
  return `/activity?${params}`;
}

/** Everything that is stored of a request. */
export function RequestDetails({ request }: { readonly request: ScimRequest }) {
  const { resource_type, resource_id } = request;
  return (
    <Stack gap="md">
      <Refusal request={request} />
      <Facts columns={3}>
        <Fact name="Received">{momentText(new Date(request.received_at))}</Fact>
        <Fact name="Client">{request.user_agent ?? 'without a name'}</Fact>
        <Fact name="From">{request.ip_address ?? 'unknown'}</Fact>
        <Fact name="Token of">
          <Sender id={request.user_id} />
        </Fact>
        {resource_type !== null && (
          <Fact name={resource_type}>
            <code>{resource_id ?? 'without an id'}</code>
          </Fact>
        )}
      </Facts>
      <Body body={request.body} />
      <CopyField label="Request id" value={request.request_id} />
      <Text size="sm">
        <Anchor component={Link} to={activityAddress(request)} inherit>
          What this request changed
        </Anchor>
      </Text>
    </Stack>
  );
}
