import {
  beginDraft,
  type Draft,
  type DraftRow,
  keyOf,
  type Mapping,
  type Mappings,
  type Panel,
  stateOf,
} from './draft';

/** How far what is stored now is from what a draft began with. */
export interface Drift {
  readonly added: number;
  readonly removed: number;
}

function missingFrom(others: readonly Mapping[], mappings: readonly Mapping[]): number {
  const keys = new Set(others.map(keyOf));
  return mappings.filter((mapping) => !keys.has(keyOf(mapping))).length;
}

/** What others did to some lists meanwhile, whatever the order of the rows. */
export function driftOf(base: Mappings, stored: Mappings, panels: readonly Panel[]): Drift {
  const sum = (count: (panel: Panel) => number) => panels.reduce((total, panel) => total + count(panel), 0);
  return {
    added: sum((panel) => missingFrom(base[panel], stored[panel])),
    removed: sum((panel) => missingFrom(stored[panel], base[panel])),
  };
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
export function bringOver(draft: Draft, stored: Mappings): Draft {
  const fresh = beginDraft(stored, draft.nextId);
  const rows = {
    roles: changesOnTop(draft.rows.roles, fresh.rows.roles),
    workspaces: changesOnTop(draft.rows.workspaces, fresh.rows.workspaces),
    projects: changesOnTop(draft.rows.projects, fresh.rows.projects),
  };
  return { ...fresh, rows };
}
