import {
  beginDraft,
  changedPanels,
  type Draft,
  type DraftRow,
  keyOf,
  type Mapping,
  type Mappings,
  type Panel,
  PANELS,
  stateOf,
  type Stored,
} from './draft';

/** A mapping that is in one of two states of the lists and not in the other. */
export interface Difference {
  readonly panel: Panel;
  readonly mapping: Mapping;
  readonly change: 'added' | 'removed';
}

function missingFrom(others: readonly Mapping[], mappings: readonly Mapping[]): Mapping[] {
  const keys = new Set(others.map(keyOf));
  return mappings.filter((mapping) => !keys.has(keyOf(mapping)));
}

/** What came and what went between two states of the lists, whatever the order of the rows. */
export function differencesOf(before: Mappings, after: Mappings): Difference[] {
  return PANELS.flatMap((panel) => [
    ...missingFrom(before[panel], after[panel]).map((mapping) => ({ panel, mapping, change: 'added' as const })),
    ...missingFrom(after[panel], before[panel]).map((mapping) => ({ panel, mapping, change: 'removed' as const })),
  ]);
}

/** Whether others have changed a list that a draft is about to replace. */
export function isConflict(draft: Draft, differences: readonly Difference[]): boolean {
  const mine = changedPanels(draft);
  return differences.some(({ panel }) => mine.includes(panel));
}

function changesOnTop(rows: readonly DraftRow[], fresh: readonly DraftRow[]): DraftRow[] {
  const there = new Set(fresh.map(({ now }) => keyOf(now)));
  const touched = new Map(rows.flatMap((row) => (row.stored ? [[keyOf(row.stored), row] as const] : [])));
  const old = fresh.map((row) => {
    const mine = touched.get(keyOf(row.now));
    if (!mine || stateOf(mine) === 'stored') return row;
    touched.delete(keyOf(row.now));
    return { ...row, now: mine.now, removed: mine.removed };
  });
  const fromChanges = [...touched.values()].filter((row) => stateOf(row) === 'changed');
  const added = [...rows.filter(({ stored }) => !stored), ...fromChanges]
    .filter(({ now }) => !there.has(keyOf(now)))
    .map(({ id, now }) => ({ id, now, removed: false }));
  return [...old, ...added];
}

/**
 * The changes of a draft, made to what is stored now. Rows that somebody else removed stay removed; a row that both
 * added is there once.
 */
export function bringOver(draft: Draft, stored: Stored): Draft {
  const fresh = beginDraft(stored, draft.nextId);
  const rows = {
    roles: changesOnTop(draft.rows.roles, fresh.rows.roles),
    workspaces: changesOnTop(draft.rows.workspaces, fresh.rows.workspaces),
    projects: changesOnTop(draft.rows.projects, fresh.rows.projects),
  };
  return { ...fresh, rows };
}
