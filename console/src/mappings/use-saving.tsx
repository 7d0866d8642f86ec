import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { ApiError } from '../api/errors';
import { useBrake } from '../parts/brake';
import { noticeDone } from '../parts/notices';
import { ConflictDialog } from './conflict-dialog';
import { countChanges, type Draft, type Stored, toSettings } from './draft';
import type { DraftEdit } from './draft-edits';
import { bringOver, differencesOf, isConflict } from './draft-merge';
import { changesText } from './panel-words';
import { settingsQuery, useSave } from './queries';

/** How often a save is tried again because others keep changing lists that it leaves alone. */
const REPETITIONS = 5;

export interface Saving {
  /** Saves, unless others have changed the same lists meanwhile: then it asks. */
  readonly save: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Asks what to do about what others have stored meanwhile, without a save. */
  readonly askAboutNewest: () => void;
  /** Forgets the last failure. */
  readonly reset: () => void;
  /** The questions that saving may ask; has to be rendered. */
  readonly dialogs: ReactNode;
}

/** Whether a save or a preview was refused because the lists are not what they were when the draft was begun. */
export function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}

/** Saves a draft, and begins a new one with what is stored then. */
export function useSaving(draft: Draft, onEdit: (edit: DraftEdit) => void): Saving {
  const client = useQueryClient();
  const { mutateAsync: post } = useSave();
  const brake = useBrake();
  /** What is stored now, while the person is asked what to do about it. */
  const [newest, setNewest] = useState<Stored>();

  const readNewest = useCallback(() => client.query({ ...settingsQuery, staleTime: 0 }), [client]);

  /** @returns what is stored then, or undefined if the person thought better of it */
  const send = async (mine: Draft): Promise<Stored | undefined> => {
    let saved: Stored | undefined;
    await brake.run(async (confirm) => {
      saved = await post({ body: toSettings(mine), version: mine.base.version, confirm });
    });
    return saved;
  };

  /** What others did to lists that are not sent is no reason to ask: the changes are made to what is there now. */
  const sendToNewest = async (mine: Draft, repetitions: number): Promise<Stored | undefined> => {
    try {
      return await send(mine);
    } catch (error) {
      if (!isOutdated(error)) throw error;
    }
    const stored = await readNewest();
    if (repetitions === 0 || isConflict(mine, differencesOf(mine.base.mappings, stored.mappings))) {
      setNewest(stored);
      return undefined;
    }
    onEdit({ kind: 'bring over', stored });
    return sendToNewest(bringOver(mine, stored), repetitions - 1);
  };

  const saving = useMutation({
    mutationFn: async () => {
      const stored = await sendToNewest(draft, REPETITIONS);
      if (!stored) return;
      onEdit({ kind: 'begin', stored });
      noticeDone(`Saved ${changesText(countChanges(draft))}. Everybody’s access is up to date.`);
    },
  });

  const { mutate: askAboutNewest } = useMutation({ mutationFn: async () => setNewest(await readNewest()) });

  const settle = (edit: DraftEdit, done: string) => () => {
    setNewest(undefined);
    onEdit(edit);
    noticeDone(done);
  };
  return {
    save: () => saving.mutate(),
    isPending: saving.isPending,
    askAboutNewest,
    error: saving.error,
    reset: saving.reset,
    dialogs: (
      <>
        {newest && (
          <ConflictDialog
            draft={draft}
            newest={newest}
            onCancel={() => setNewest(undefined)}
            onApply={settle({ kind: 'bring over', stored: newest }, appliedText(bringOver(draft, newest)))}
            onTakeTheirs={settle({ kind: 'begin', stored: newest }, 'These are the mappings as they are stored now.')}
          />
        )}
        {brake.dialog}
      </>
    ),
  };
}

function appliedText(draft: Draft): string {
  const left = countChanges(draft);
  if (left === 0) return 'What you changed is stored already: nothing is left to save.';
  return `Brought up to date, with ${changesText(left)} of yours. Look it over, then save.`;
}
