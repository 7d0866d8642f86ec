import { Button, Modal, Stack, Text } from '@mantine/core';

interface ConflictDialogProps {
  readonly added: number;
  readonly removed: number;
  readonly onCancel: () => void;
  readonly onBringOver: () => void;
  readonly onReload: () => void;
  readonly onSaveOver: () => void;
}

function mappingsText(count: number): string {
  return count === 1 ? '1 mapping' : `${count} mappings`;
}

function whatTheyDid(added: number, removed: number): string {
  const did = [
    ...(added > 0 ? [`added ${mappingsText(added)}`] : []),
    ...(removed > 0 ? [`removed ${mappingsText(removed)}`] : []),
  ];
  return did.join(' and ');
}

/** Asks what to do when others have changed the lists that are about to be saved. */
export function ConflictDialog({ added, removed, onCancel, onBringOver, onReload, onSaveOver }: ConflictDialogProps) {
  return (
    <Modal
      opened
      onClose={onCancel}
      title="The mappings changed meanwhile"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">
          Since you began, somebody else {whatTheyDid(added, removed)}, or the identity provider renamed a group.
          Nothing of yours has been saved yet.
        </Text>
        <Button data-autofocus onClick={onBringOver}>
          Reload, and keep my changes
        </Button>
        <Button variant="default" onClick={onReload}>
          Reload, and drop my changes
        </Button>
        <Button variant="light" color="red" onClick={onSaveOver}>
          Save mine over theirs
        </Button>
      </Stack>
    </Modal>
  );
}
