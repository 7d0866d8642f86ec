import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { Failure } from '../parts/failure';
import { noticeDone } from '../parts/notices';
import { isOfSession, useRevokeToken } from './queries';

interface RevokeTokenProps {
  /** Undefined while there is nothing to ask. */
  readonly token: Schemas['AccessTokenDto'] | undefined;
  readonly onClose: () => void;
}

function Question({ token, onClose }: RevokeTokenProps & { readonly token: Schemas['AccessTokenDto'] }) {
  const revoke = useRevokeToken();
  const own = isOfSession(token);
  return (
    <Stack>
      {revoke.isError && <Failure title="The token was not revoked" error={revoke.error} />}
      <Text size="sm">
        <b>{token.name}</b> (<code>{token.prefix}…</code>) stops at once, and for good. Whatever uses it is refused from
        then on.
      </Text>
      {own && (
        <Alert color="yellow" title="This is the token of this session">
          You will be signed out, and need another token to come back.
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button
          color="red.9"
          loading={revoke.isPending}
          onClick={() =>
            revoke.mutate(token, {
              onSuccess: () => {
                noticeDone(`The token ${token.name} is revoked.`);
                onClose();
              },
            })
          }
        >
          {own ? 'Revoke and sign out' : 'Revoke'}
        </Button>
      </Group>
    </Stack>
  );
}

/** Asks before a token is revoked. */
export function RevokeToken({ token, onClose }: RevokeTokenProps) {
  return (
    <Modal
      opened={token !== undefined}
      onClose={onClose}
      title="Revoke this token?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {token && <Question token={token} onClose={onClose} />}
    </Modal>
  );
}
