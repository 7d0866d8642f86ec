import { Alert, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import styles from './mappings.module.css';
import { changesText } from './panel-words';

interface DraftBarProps {
  readonly changes: number;
  /** How many rows cannot be saved as they are. */
  readonly faults: number;
  /** What the server said that is not about a row. */
  readonly sentences: readonly string[];
  readonly isSaving: boolean;
  readonly onDiscard: () => void;
  readonly onPreview: () => void;
  readonly onSave: () => void;
}

/** Moves the focus to the content when the bar disappears together with the focused button. */
function useFocusAfterwards(): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    },
    [],
  );
}

function faultsText(faults: number): string {
  return faults === 1 ? '1 mapping has to be mended first.' : `${faults} mappings have to be mended first.`;
}

/** Stays visible as long as there is something to save. */
export function DraftBar({ changes, faults, sentences, isSaving, onDiscard, onPreview, onSave }: DraftBarProps) {
  useFocusAfterwards();
  return (
    <Paper component="section" aria-label="Unsaved changes" withBorder p="sm" className={styles.bar}>
      <Stack gap="xs">
        {sentences.length > 0 && (
          <Alert color="red" title="Not saved" icon={<IconAlertTriangle aria-hidden />} role="alert">
            <List size="sm">
              {sentences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Group justify="space-between" gap="sm">
          <div role="status">
            <Text fw={600}>{changesText(changes)}, not saved yet</Text>
            {faults > 0 && (
              <Text size="sm" c="var(--mantine-color-error)">
                {faultsText(faults)}
              </Text>
            )}
          </div>
          <div className={styles.buttons}>
            <Button variant="subtle" color="gray" onClick={onDiscard} disabled={isSaving}>
              Discard
            </Button>
            <Button variant="default" onClick={onPreview} disabled={isSaving}>
              Preview
            </Button>
            <Button onClick={onSave} loading={isSaving}>
              Save
            </Button>
          </div>
        </Group>
      </Stack>
    </Paper>
  );
}
