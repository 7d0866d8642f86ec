import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserMinus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useRemovePerson } from './edits';

interface RemovePersonProps {
  readonly userId: number;
  readonly name: string;
}

/** Removes a person from the organization, after saying what that means. */
export function RemovePerson({ userId, name }: RemovePersonProps) {
  const [asking, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const remove = useRemovePerson(userId, name, () => void navigate('/people'));
  const confirm = (): void => remove.mutate(undefined, { onError: close });
  return (
    <>
      <Button variant="default" leftSection={<IconUserMinus size={18} aria-hidden />} onClick={open}>
        Remove
      </Button>
      <Modal opened={asking} onClose={close} title={`Remove ${name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack>
          <List size="sm" spacing={4}>
            <List.Item>The account is deactivated, leaves its groups, and gives its seat back.</List.Item>
            <List.Item>Tokens of this person stop working at once.</List.Item>
            <List.Item>The identity provider no longer finds the account; the history is kept.</List.Item>
          </List>
          <Text size="sm">
            If the identity provider pushes the same address again, the account comes back. To keep somebody out, take
            them off there, too.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Keep
            </Button>
            <Button color="red.9" loading={remove.isPending} onClick={confirm}>
              Remove {name}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
