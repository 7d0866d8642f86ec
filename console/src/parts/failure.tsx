import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError, sentencesOf } from '../api/errors';

interface FailureProps {
  readonly title: string;
  readonly error: unknown;
  /** Tries again, if that makes sense. */
  readonly retry?: () => void;
}

/** What went wrong, in the server's words, with the request id for finding more in its log. */
export function Failure({ title, error, retry }: FailureProps) {
  const sentences = sentencesOf(error);
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Alert color="red" title={title} icon={<IconAlertTriangle aria-hidden />} role="alert">
      {sentences.length === 1 ? (
        <Text size="sm">{sentences[0]}</Text>
      ) : (
        <List size="sm">
          {sentences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      {requestId !== undefined && (
        <Text size="xs" mt="xs">
          Request <code>{requestId}</code>
        </Text>
      )}
      {retry && (
        <Button mt="sm" size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
