import { Button, Text } from '@mantine/core';
import type { Grant } from '../parts/grants';

interface TakeAwayProps {
  readonly title: string;
  readonly grants: readonly Grant[];
  readonly pending: boolean;
  readonly onTake: () => void;
}

/** Moves the focus to the content when the focused button is gone. */
export function focusContent(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** A button that takes what was given manually; for everything else it says who manages it. */
export function TakeAway({ title, grants, pending, onTake }: TakeAwayProps) {
  if (grants.some(({ kind }) => kind === 'manual')) {
    return (
      <Button size="compact-sm" variant="default" loading={pending} aria-label={`Take away ${title}`} onClick={onTake}>
        Take away
      </Button>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {grants.some(({ kind }) => kind === 'mapping') ? 'Managed by groups' : 'Comes with the workspace'}
    </Text>
  );
}
