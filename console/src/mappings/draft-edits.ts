import { beginDraft, type Draft, type DraftRow, type Mapping, type Panel, type Stored } from './draft';
import { merge } from './draft-merge';

/** Every edit of a draft, by the person or by the server. */
export type DraftEdit =
  | { readonly kind: 'add'; readonly panel: Panel }
  | { readonly kind: 'change'; readonly panel: Panel; readonly id: number; readonly to: Partial<Mapping> }
  /** A new row disappears; a stored one stays visible until it is saved. */
  | { readonly kind: 'remove'; readonly panel: Panel; readonly id: number }
  /** Back to what is stored. */
  | { readonly kind: 'restore'; readonly panel: Panel; readonly id: number }
  | { readonly kind: 'begin'; readonly stored: Stored }
  /** Begins a new draft from what is stored now, and makes the same changes to it. */
  | { readonly kind: 'bring over'; readonly stored: Stored };

const EMPTY: Readonly<Record<Panel, Mapping>> = {
  roles: { target: '', group: '' },
  workspaces: { target: '', group: '' },
  projects: { target: '', group: '', role: 'Inherit' },
};

function withRows(draft: Draft, panel: Panel, rows: readonly DraftRow[]): Draft {
  return { ...draft, rows: { ...draft.rows, [panel]: rows } };
}

function withRow(draft: Draft, panel: Panel, id: number, to: (row: DraftRow) => DraftRow | undefined): Draft {
  const rows = draft.rows[panel].flatMap((row) => (row.id === id ? (to(row) ?? []) : row));
  return withRows(draft, panel, rows);
}

/** The draft after an edit; this is a reducer. */
export function edited(draft: Draft, edit: DraftEdit): Draft {
  switch (edit.kind) {
    case 'begin':
      return beginDraft(edit.stored, draft.nextId);
    case 'bring over':
      return merge(draft, edit.stored).draft;
    case 'add': {
      const row = { id: draft.nextId, now: EMPTY[edit.panel], removed: false };
      return { ...withRows(draft, edit.panel, [...draft.rows[edit.panel], row]), nextId: draft.nextId + 1 };
    }
    case 'change':
      return withRow(draft, edit.panel, edit.id, (row) => ({ ...row, now: { ...row.now, ...edit.to } }));
    case 'remove':
      return withRow(draft, edit.panel, edit.id, (row) => row.stored && { ...row, now: row.stored, removed: true });
    case 'restore':
      return withRow(draft, edit.panel, edit.id, (row) => ({ ...row, now: row.stored ?? row.now, removed: false }));
  }
}
