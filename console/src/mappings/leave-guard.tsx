import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import { type BlockerFunction, useBlocker } from 'react-router';
import { SIGN_OUT } from '../session/sign-out';
import { changesText } from './panel-words';

function useWarningBeforeUnload(warns: boolean): void {
  useEffect(() => {
    if (!warns) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [warns]);
}

const LEAVING = {
  title: 'Leave without saving?',
  step: 'Leaving this page',
  goOn: 'Leave and discard',
};

const SIGNING_OUT = {
  title: 'Sign out without saving?',
  step: 'Signing out',
  goOn: 'Sign out and discard',
};

/** Asks before changes are lost by leaving the page or signing out; closing the tab is asked about by the browser. */
export function LeaveGuard({ changes }: { readonly changes: number }) {
  const hasChanges = changes > 0;
  useWarningBeforeUnload(hasChanges);
  const leaves = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => hasChanges && currentLocation.pathname !== nextLocation.pathname,
    [hasChanges],
  );
  const blocker = useBlocker(leaves);
  const stay = () => blocker.reset?.();
  const words = blocker.location?.pathname === SIGN_OUT ? SIGNING_OUT : LEAVING;
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={stay}
      title={words.title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">
          You have {changesText(changes)} that nobody has saved. {words.step} discards {changes === 1 ? 'it' : 'them'}.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {words.goOn}
          </Button>
          <Button data-autofocus onClick={stay}>
            Stay here
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
