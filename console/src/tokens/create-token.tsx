import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { NewToken } from './new-token';
import { RevealedToken } from './revealed-token';

interface CreateTokenProps {
  /** The initial name: usually that of the user of the token. */
  readonly suggestion?: string;
  readonly variant?: 'filled' | 'default';
}

/** A button that makes a token and shows it once; the dialog stays until the person says that it is stored. */
export function CreateToken({ suggestion = '', variant = 'filled' }: CreateTokenProps) {
  const [opened, { open, close }] = useDisclosure();
  const [secret, setSecret] = useState<string>();
  const revealed = secret !== undefined;
  return (
    <>
      <Button variant={variant} leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        Create a token
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        onExitTransitionEnd={() => setSecret(undefined)}
        title={revealed ? 'Store the token now' : 'Create a token'}
        size={revealed ? 'lg' : 'md'}
        withCloseButton={!revealed}
        closeOnEscape={!revealed}
        closeOnClickOutside={!revealed}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {revealed ? (
          <RevealedToken secret={secret} onStored={close} />
        ) : (
          <NewToken suggestion={suggestion} onCreated={setSecret} onCancel={close} />
        )}
      </Modal>
    </>
  );
}
