import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RowState } from './draft';
import styles from './mappings.module.css';
import { StateBadge } from './row-text';

interface ActionProps {
  readonly label: string;
  readonly color?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Action({ label, color = 'gray', onClick, children }: ActionProps) {
  return (
    <Tooltip label={label} openDelay={400} multiline maw={280}>
      <ActionIcon variant="subtle" color={color} size="lg" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface RowActionsProps {
  /** The mapping in the labels of the buttons. */
  readonly name: string;
  readonly state: RowState;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
}

/** The buttons of one mapping. */
export function RowActions({ name, state, open, onOpen, onRemove, onRestore }: RowActionsProps) {
  if (state === 'removed') {
    return (
      <div className={styles.actions}>
        <Action label={`Put back ${name}`} onClick={onRestore}>
          <IconArrowBackUp size={18} aria-hidden />
        </Action>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      {open && <StateBadge state={state} />}
      <Action label={`${open ? 'Done with' : 'Edit'} ${name}`} onClick={() => onOpen(!open)}>
        {open ? <IconCheck size={18} aria-hidden /> : <IconPencil size={18} aria-hidden />}
      </Action>
      {state === 'changed' && (
        <Action label={`Undo the change of ${name}`} onClick={onRestore}>
          <IconArrowBackUp size={18} aria-hidden />
        </Action>
      )}
      <Action label={`Remove ${name}`} color="red" onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </Action>
    </div>
  );
}
