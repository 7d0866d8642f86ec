import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { ApiError } from '../api/errors';
import { useBrake } from '../parts/brake';
import { noticeDone } from '../parts/notices';
import { ConflictDialog } from './conflict-dialog';
import { countChanges, type Draft, type Stored, toSettings } from './draft';
import type { DraftEdit } from './draft-edits';
import { differencesOf, isConflict, merge } from './draft-merge';
import { changesText } from './panel-words';
import { settingsQuery, useSave } from './queries';

/** How often a save is repeated when others keep changing lists that it does not touch. */
const REPETITIONS = 5;

export interface Saving {
  /** Saves, but asks first if others have changed the same lists meanwhile. */
  readonly save: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /**
   * Applies the changes to what is stored now, without a save, and passes the draft on; asks first if others have
   * changed the same lists meanwhile. @param error the refusal that may say that the lists are outdated
   */
  readonly catchUp: (error: unknown, then: (draft: Draft) => void) => void;
  /** Forgets the last failure. */
  readonly reset: () => void;
  /** The dialogs that saving may open; must be rendered. */
  readonly dialogs: ReactNode;
}

/** Whether a save or a preview was refused because the lists have changed since the draft began. */
export function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}

/** Saves a draft, and begins a new one with what is stored then. */
export function useSaving(draft: Draft, onEdit: (edit: DraftEdit) => void): Saving {
  const client = useQueryClient();
  const { mutateAsync: post } = useSave();
  const brake = useBrake();
  /** What is stored now, while the person decides what to do about it. */
  const [newest, setNewest] = useState<Stored>();

  const readNewest = useCallback(() => client.query({ ...settingsQuery, staleTime: 0 }), [client]);

  /**
   * Applies the draft to what is stored now. Asks only about lists that both sides changed.
   *
   * @returns the new draft, or undefined if the person is asked
   */
  const bringUpToDate = async (mine: Draft): Promise<Draft | undefined> => {
    const stored = await readNewest();
    if (isConflict(mine, differencesOf(mine.base.mappings, stored.mappings))) {
      setNewest(stored);
      return undefined;
    }
    onEdit({ kind: 'bring over', stored });
    return merge(mine, stored).draft;
  };

  /** @returns what is stored afterwards, or undefined if the person cancelled */
  const send = async (mine: Draft): Promise<Stored | undefined> => {
    let saved: Stored | undefined;
    await brake.run(async (confirm) => {
      saved = await post({ body: toSettings(mine), version: mine.base.version, confirm });
    });
    return saved;
  };

  const sendToNewest = async (mine: Draft, repetitions: number): Promise<Stored | undefined> => {
    try {
      return await send(mine);
    } catch (error) {
      if (!isOutdated(error) || repetitions === 0) throw error;
      const fresh = await bringUpToDate(mine);
      return fresh && sendToNewest(fresh, repetitions - 1);
    }
  };

  const saving = useMutation({
    mutationFn: async () => {
      const stored = await sendToNewest(draft, REPETITIONS);
      if (!stored) return;
      onEdit({ kind: 'begin', stored });
      noticeDone(`Saved ${changesText(countChanges(draft))}. Everybody’s access is up to date.`);
    },
  });

  const catching = useMutation({
    mutationFn: async ({ error }: { readonly error: unknown; readonly then: (fresh: Draft) => void }) => {
      const fresh = await bringUpToDate(draft);
      if (fresh?.base.version === draft.base.version) throw error;
      return fresh;
    },
    onSuccess: (fresh, { then }) => fresh && then(fresh),
  });
  const { mutate: startCatching, reset: forgetCatching } = catching;
  const { reset: forgetSaving } = saving;
  const catchUp = useCallback<Saving['catchUp']>((error, then) => startCatching({ error, then }), [startCatching]);
  const reset = useCallback(() => {
    forgetSaving();
    forgetCatching();
  }, [forgetSaving, forgetCatching]);

  const settle = (edit: DraftEdit, done: string) => () => {
    setNewest(undefined);
    onEdit(edit);
    noticeDone(done);
  };
  return {
    save: () => saving.mutate(),
    isPending: saving.isPending || catching.isPending,
    catchUp,
    error: saving.error ?? catching.error,
    reset,
    dialogs: (
      <>
        {newest && (
          <ConflictDialog
            draft={draft}
            newest={newest}
            onCancel={() => setNewest(undefined)}
            onApply={settle({ kind: 'bring over', stored: newest }, appliedText(merge(draft, newest).draft))}
            onTakeNewest={settle({ kind: 'begin', stored: newest }, 'These are the mappings as they are stored now.')}
          />
        )}
        {brake.dialog}
      </>
    ),
  };
}

function appliedText(draft: Draft): string {
  const left = countChanges(draft);
  if (left === 0) return 'What you changed is so already: nothing is left to save.';
  return `Brought up to date, with ${changesText(left)} of yours. Look it over, then save.`;
}
