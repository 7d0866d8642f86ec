import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { differenceLine, meanwhileText, outcomeLine, outlookText } from './conflict-lines';
import type { Draft, Stored } from './draft';
import { differencesOf, merge } from './draft-merge';
import { LatestChanges } from './latest-changes';
import { LineList } from './line-list';
import styles from './mappings.module.css';

interface ConflictDialogProps {
  readonly draft: Draft;
  /** What is stored now. */
  readonly newest: Stored;
  readonly onCancel: () => void;
  readonly onApply: () => void;
  readonly onTakeNewest: () => void;
}

/**
 * Shows what others have done to the lists that were about to be saved, and what that means for each of the person's
 * own changes; asks whether to make them.
 */
export function ConflictDialog({ draft, newest, onCancel, onApply, onTakeNewest }: ConflictDialogProps) {
  const differences = differencesOf(draft.base.mappings, newest.mappings);
  const { outcomes } = merge(draft, newest);
  return (
    <Modal
      opened
      onClose={onCancel}
      size="lg"
      title="The mappings were changed elsewhere"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">Since you began, {meanwhileText(differences)}.</Text>
        <LatestChanges since={draft.base} />
        <LineList title="What was changed meanwhile" lines={differences.map(differenceLine)} />
        <LineList title="What you changed" lines={outcomes.map(outcomeLine)} />
        <Text size="sm">{outlookText(outcomes)}</Text>
        <Group justify="flex-end" gap="sm" className={styles.answers}>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Not now
          </Button>
          <Button variant="default" onClick={onTakeNewest}>
            Drop mine
          </Button>
          <Button data-autofocus onClick={onApply}>
            Apply mine to the newest
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
