import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '../api/client';
import { ApiError } from '../api/errors';
import { queryClient } from '../api/query-client';
import { Failure } from '../parts/failure';
import { keepToken, reasonOfFarewell } from './token';

function check(token: string) {
  return answer(api.GET('/api/current-user/whoami', { headers: { Authorization: `Bearer ${token}` } }));
}

/** Asks for a token, and keeps it for this tab once the server has accepted it. */
export function SignIn() {
  const [token, setToken] = useState('');
  const [farewell] = useState(reasonOfFarewell);
  const signIn = useMutation({
    mutationFn: check,
    onSuccess: (user, given) => {
      queryClient.clear();
      queryClient.setQueryData(['whoami'], user);
      keepToken(given);
    },
  });
  useEffect(() => {
    document.title = 'Sign in · Rolecall';
  }, []);
  const unknown = signIn.error instanceof ApiError && signIn.error.status === 401;
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate(token.trim());
          }}
        >
          <Stack>
            <div>
              <Title order={1}>Rolecall</Title>
              <Text c="dimmed">Roles, workspaces and projects from your identity provider’s groups.</Text>
            </div>
            {farewell !== undefined && !signIn.isError && (
              <Alert color="yellow" role="status">
                {farewell}
              </Alert>
            )}
            {signIn.isError && !unknown && <Failure title="Could not sign in" error={signIn.error} />}
            <PasswordInput
              label="Token"
              description="The first start of the server printed the Owner’s. It is kept until this tab is closed."
              placeholder="rc_…"
              autoComplete="off"
              autoFocus
              required
              withAsterisk={false}
              value={token}
              error={unknown ? 'The server does not know this token; it may be revoked or expired.' : undefined}
              onChange={(event) => setToken(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
            />
            <Button type="submit" loading={signIn.isPending} disabled={token.trim() === ''}>
              Sign in
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
