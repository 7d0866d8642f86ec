import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useBrake } from '../parts/brake';
import { noticeDone } from '../parts/notices';
import { ConflictDialog } from './conflict-dialog';
import { changedPanels, countChanges, type Draft, type Mappings, mappingsOf, type Settings, toSettings } from './draft';
import type { DraftEdit } from './draft-edits';
import { driftOf } from './draft-merge';
import { changesText } from './panel-words';
import { settingsQuery, useSave } from './queries';

/** What somebody else stored since the draft was begun. */
interface Theirs {
  readonly stored: Mappings;
  readonly added: number;
  readonly removed: number;
}

export interface Saving {
  /** Saves, unless others have changed the same lists meanwhile: then it asks. */
  readonly save: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Forgets the last failure. */
  readonly reset: () => void;
  /** The questions that saving may ask; has to be rendered. */
  readonly dialogs: ReactNode;
}

/** Saves a draft, and begins a new one with what is stored then. */
export function useSaving(draft: Draft, onEdit: (edit: DraftEdit) => void): Saving {
  const client = useQueryClient();
  const { mutateAsync: post } = useSave();
  const brake = useBrake();
  const [theirs, setTheirs] = useState<Theirs>();

  const othersChanged = async (): Promise<boolean> => {
    const stored = mappingsOf(await client.query({ ...settingsQuery, staleTime: 0 }));
    const drift = driftOf(draft.base, stored, changedPanels(draft));
    if (drift.added + drift.removed === 0) return false;
    setTheirs({ stored, ...drift });
    return true;
  };

  const saving = useMutation({
    mutationFn: async ({ overTheirs }: { readonly overTheirs: boolean }) => {
      if (!overTheirs && (await othersChanged())) return;
      const body = toSettings(draft);
      const count = countChanges(draft);
      let saved: Settings | undefined;
      await brake.run(async (confirm) => {
        saved = await post({ body, confirm });
      });
      if (!saved) return;
      onEdit({ kind: 'begin', stored: mappingsOf(saved) });
      noticeDone(`Saved ${changesText(count)}. Everybody’s access is up to date.`);
    },
  });

  const settle = (then: () => void) => () => {
    setTheirs(undefined);
    then();
  };
  return {
    save: () => saving.mutate({ overTheirs: false }),
    isPending: saving.isPending,
    error: saving.error,
    reset: saving.reset,
    dialogs: (
      <>
        {theirs && (
          <ConflictDialog
            added={theirs.added}
            removed={theirs.removed}
            onCancel={() => setTheirs(undefined)}
            onBringOver={settle(() => onEdit({ kind: 'bring over', stored: theirs.stored }))}
            onReload={settle(() => onEdit({ kind: 'begin', stored: theirs.stored }))}
            onSaveOver={settle(() => saving.mutate({ overTheirs: true }))}
          />
        )}
        {brake.dialog}
      </>
    ),
  };
}
