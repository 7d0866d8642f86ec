import { Stack } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { countChanges, type Draft, type Panel, PANELS, type Stored, toSettings } from './draft';
import { DraftBar } from './draft-bar';
import type { DraftEdit } from './draft-edits';
import { problemsOf } from './draft-problems';
import { LeaveGuard } from './leave-guard';
import { PanelView } from './panel-view';
import { PreviewDrawer } from './preview-drawer';
import { type Question, usePreview } from './queries';
import { focusRow } from './row-focus';
import { useDraft } from './use-draft';
import { isRefusal, useFaults } from './use-faults';
import { isOutdated, useSaving } from './use-saving';
import { useTitles } from './use-titles';

/** Moves the focus to the first of some rows. */
function focusFirst(draft: Draft, ids: Iterable<number>): void {
  const wanted = new Set(ids);
  for (const panel of PANELS) {
    const row = draft.rows[panel].find(({ id }) => wanted.has(id));
    if (row) {
      focusRow(row.id, panel);
      return;
    }
  }
}

function questionOf(draft: Draft): Question {
  return { body: toSettings(draft), version: draft.base.version, at: Date.now() };
}

/** The three lists as one draft, with everything that can be done to it. */
export function MappingsEditor({ stored }: { readonly stored: Stored }) {
  const [draft, dispatch] = useDraft(stored);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [asked, setAsked] = useState<Question>();
  const [isPreviewOpen, setPreviewOpen] = useState(false);
  const preview = usePreview(asked);
  /** Changes the draft and discards a preview of it, which was about the draft before. */
  const replace = useCallback(
    (what: DraftEdit) => {
      setAsked(undefined);
      dispatch(what);
    },
    [dispatch],
  );
  const saving = useSaving(draft, replace);
  const faults = useFaults(draft, attempted, saving.error, preview.error);
  const titlesOf = useTitles(draft);
  const changes = countChanges(draft);

  const { refusals } = faults;
  useEffect(() => focusFirst(draft, refusals.keys()), [draft, refusals]);

  const { reset, catchUp } = saving;
  const outdated = isOutdated(preview.error) ? preview.error : undefined;
  useEffect(() => {
    if (outdated) catchUp(outdated, (fresh) => setAsked(questionOf(fresh)));
  }, [outdated, catchUp]);

  const edit = useCallback(
    (what: DraftEdit) => {
      reset();
      replace(what);
    },
    [replace, reset],
  );
  const setRowOpen = useCallback((id: number, isOpen: boolean) => {
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((other) => other !== id)));
  }, []);
  const add = (panel: Panel): void => {
    setAttempted(false);
    setRowOpen(draft.nextId, true);
    edit({ kind: 'add', panel });
  };
  /** Goes on if the draft has no problems; otherwise shows them. */
  const whenReady = (then: () => void): void => {
    const found = problemsOf(draft);
    if (found.size === 0) {
      then();
      return;
    }
    flushSync(() => {
      setAttempted(true);
      setOpen(new Set([...open, ...found.keys()]));
    });
    focusFirst(draft, found.keys());
  };
  const save = (): void => {
    setPreviewOpen(false);
    whenReady(saving.save);
  };
  const showPreview = (): void => {
    reset();
    setAsked(questionOf(draft));
    setPreviewOpen(true);
  };

  return (
    <>
      <Stack gap="lg" inert={saving.isPending}>
        {PANELS.map((panel) => (
          <PanelView
            key={panel}
            panel={panel}
            rows={draft.rows[panel]}
            open={open}
            problems={faults.problems}
            refusals={refusals}
            titleOf={titlesOf(panel)}
            onAdd={add}
            onOpen={setRowOpen}
            onEdit={edit}
          />
        ))}
      </Stack>
      {changes > 0 && (
        <DraftBar
          changes={changes}
          faults={faults.problems.size + refusals.size}
          sentences={faults.sentences}
          isSaving={saving.isPending}
          onDiscard={() => edit({ kind: 'begin', stored: draft.base })}
          onPreview={() => whenReady(showPreview)}
          onSave={save}
        />
      )}
      <PreviewDrawer
        opened={isPreviewOpen && asked !== undefined && !isRefusal(preview.error) && !outdated}
        preview={preview}
        onClose={() => setPreviewOpen(false)}
        onSave={save}
      />
      {saving.dialogs}
      <LeaveGuard changes={changes} />
    </>
  );
}
