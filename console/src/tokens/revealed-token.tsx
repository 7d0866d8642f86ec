import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { CopyField } from '../parts/copy-field';

interface RevealedTokenProps {
  readonly secret: string;
  readonly onStored: () => void;
}

/** Shows a secret, the only time that it can be seen. */
export function RevealedToken({ secret, onStored }: RevealedTokenProps) {
  return (
    <Stack>
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="status">
        This is the only time that the token is shown. Paste it where it is needed, or store it in a password manager,
        before you close this.
      </Alert>
      <CopyField label="Token" value={secret} />
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onStored}>I have stored it</Button>
      </Group>
    </Stack>
  );
}
