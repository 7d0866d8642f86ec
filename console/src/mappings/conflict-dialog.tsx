import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { countChanges, type Draft, type Stored } from './draft';
import { type Difference, differencesOf } from './draft-merge';
import { DifferenceList } from './difference-list';
import { LatestChanges } from './latest-changes';
import styles from './mappings.module.css';
import { changesText } from './panel-words';

interface ConflictDialogProps {
  readonly draft: Draft;
  /** What is stored now. */
  readonly newest: Stored;
  readonly onCancel: () => void;
  readonly onApply: () => void;
  readonly onTakeTheirs: () => void;
}

function mappingsText(count: number): string {
  return count === 1 ? '1 mapping' : `${count} mappings`;
}

function whatTheyDid(differences: readonly Difference[]): string {
  const count = (change: Difference['change']) => differences.filter((each) => each.change === change).length;
  const [added, removed] = [count('added'), count('removed')];
  const did = [
    ...(added > 0 ? [`added ${mappingsText(added)}`] : []),
    ...(removed > 0 ? [`removed ${mappingsText(removed)}`] : []),
  ];
  return did.join(' and ');
}

/** Shows what others have done to the lists that were about to be saved, and asks what to do with one's own changes. */
export function ConflictDialog({ draft, newest, onCancel, onApply, onTakeTheirs }: ConflictDialogProps) {
  const differences = differencesOf(draft.base.mappings, newest.mappings);
  return (
    <Modal
      opened
      onClose={onCancel}
      size="lg"
      title="The mappings changed meanwhile"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">Since you began, somebody else {whatTheyDid(differences)}.</Text>
        <LatestChanges since={draft.base} />
        <DifferenceList differences={differences} />
        <Text size="sm">
          Nothing has been saved, and nothing of yours is lost: {changesText(countChanges(draft))} can still be made to
          the mappings as they are now.
        </Text>
        <Group justify="flex-end" gap="sm" className={styles.answers}>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Not now
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            Take theirs, drop mine
          </Button>
          <Button data-autofocus onClick={onApply}>
            Apply mine to the newest
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
