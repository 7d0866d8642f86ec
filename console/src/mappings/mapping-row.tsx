import { Text } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type DraftRow, type Panel, stateOf } from './draft';
import type { DraftEdit } from './draft-edits';
import type { Problem } from './draft-problems';
import styles from './mappings.module.css';
import { WORDS } from './panel-words';
import { RowActions } from './row-actions';
import { elementIdOf, focusRow } from './row-focus';
import { RowFields } from './row-fields';
import { RowText } from './row-text';

interface MappingRowProps {
  readonly panel: Panel;
  readonly row: DraftRow;
  /** Whether its fields are shown. */
  readonly open: boolean;
  readonly problem: Problem | undefined;
  /** The server's objection to the row. */
  readonly refusal: string | undefined;
  readonly titleOf: (target: string) => string;
  readonly onOpen: (id: number, open: boolean) => void;
  readonly onEdit: (edit: DraftEdit) => void;
}

/** Moves the focus into the fields when they are opened. */
function useFocusOnOpening(open: boolean) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) fields.current?.querySelector<HTMLElement>('[data-first-field]')?.focus();
  }, [open]);
  return fields;
}

function nameOf({ now, stored }: DraftRow, titleOf: (target: string) => string): string {
  const { group, target } = stored ?? now;
  return group === '' ? 'the new mapping' : `${group} → ${titleOf(target)}`;
}

/** The message about the row as a whole; open fields show their own. */
function sentenceOf({ open, problem, refusal }: MappingRowProps): string | undefined {
  const isSaidByField = open && problem?.field !== undefined;
  return refusal ?? (isSaidByField ? undefined : problem?.message);
}

/** One mapping, as text or with its fields open. */
export const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { panel, row, open, problem, titleOf, onOpen, onEdit } = props;
  const state = stateOf(row);
  const fields = useFocusOnOpening(open);
  const name = nameOf(row, titleOf);
  const sentence = sentenceOf(props);
  const edit = (kind: 'remove' | 'restore') => {
    flushSync(() => {
      onOpen(row.id, false);
      onEdit({ kind, panel, id: row.id });
    });
    focusRow(row.id, panel);
  };
  return (
    <li id={elementIdOf(row.id)} className={styles.row} data-state={state} data-open={open}>
      <div className={styles.content} ref={fields}>
        {open ? (
          <RowFields
            panel={panel}
            row={row}
            label={`${WORDS[panel].title}: ${name}`}
            title={titleOf(row.now.target)}
            problem={problem}
            onChange={(to) => onEdit({ kind: 'change', panel, id: row.id, to })}
          />
        ) : (
          <RowText panel={panel} row={row} state={state} titleOf={titleOf} />
        )}
        {sentence !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {sentence}
          </Text>
        )}
      </div>
      <RowActions
        name={name}
        state={state}
        open={open}
        onOpen={(isOpen) => onOpen(row.id, isOpen)}
        onRemove={() => edit('remove')}
        onRestore={() => edit('restore')}
      />
    </li>
  );
});
