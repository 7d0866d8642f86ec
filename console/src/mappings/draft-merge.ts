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
  rowsToSend,
  type Stored,
} from './draft';
import { missingFrom, type Outcome, threeWay } from './three-way';

/** A mapping that is in only one of two states of the lists. */
export interface Difference {
  readonly panel: Panel;
  readonly mapping: Mapping;
  readonly change: 'added' | 'removed';
}

/** What was added and removed between two states of the lists, regardless of the order of rows. */
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

/** A draft whose changes have been applied to what is stored now. */
export interface Merged {
  readonly draft: Draft;
  /** What happened to each change. */
  readonly outcomes: readonly Outcome[];
}

/** Whether a row says something; a row that is not filled in yet does not. */
function isFinished({ now }: DraftRow): boolean {
  return now.target.trim() !== '' && now.group.trim() !== '';
}

function wantedIn(rows: readonly DraftRow[]): Mapping[] {
  return rowsToSend(rows).flatMap((row) => (isFinished(row) ? row.now : []));
}

/** Joins the removal and the addition that a changed row consists of, so that it stays one row. */
function joined(outcomes: readonly Outcome[], rows: readonly DraftRow[]): Outcome[] {
  const going = new Map(outcomes.flatMap((each) => (each.before && !each.after ? [[keyOf(each.before), each]] : [])));
  const coming = new Map(outcomes.flatMap((each) => (each.after && !each.before ? [[keyOf(each.after), each]] : [])));
  const moved = new Map<Outcome, Outcome>();
  const parts = new Set<Outcome>();
  for (const { stored, now } of rows) {
    const from = stored && going.get(keyOf(stored));
    const to = coming.get(keyOf(now));
    if (!from || !to || to.gone || parts.has(from) || parts.has(to)) continue;
    moved.set(from, { ...from, after: to.after, come: to.come });
    parts.add(from).add(to);
  }
  return outcomes.flatMap((each) => moved.get(each) ?? (parts.has(each) ? [] : each));
}

/** @param fresh rows of what is stored now */
function rowsAfter(outcomes: readonly Outcome[], rows: readonly DraftRow[], fresh: readonly DraftRow[]): DraftRow[] {
  const byGone = new Map(outcomes.flatMap((each) => (each.gone ? [[keyOf(each.gone), each]] : [])));
  const come = new Set(outcomes.flatMap((each) => (each.come && !each.gone ? keyOf(each.come) : [])));
  const old = fresh.map((row) => {
    const outcome = byGone.get(keyOf(row.now));
    if (!outcome) return row;
    return outcome.come ? { ...row, now: outcome.come } : { ...row, removed: true };
  });
  const added = rows.filter((row) => !row.removed && (!isFinished(row) || come.delete(keyOf(row.now))));
  return [...old, ...added.map(({ id, now }) => ({ id, now, removed: false }))];
}

/** Applies the changes of a draft to what is stored now; rows that are not finished are kept. */
export function merge(draft: Draft, stored: Stored): Merged {
  const fresh = beginDraft(stored, draft.nextId);
  const { roles, workspaces, projects } = draft.rows;
  const wanted = { roles: wantedIn(roles), workspaces: wantedIn(workspaces), projects: wantedIn(projects) };
  const all = threeWay(draft.base.mappings, wanted, stored.mappings);
  const outcomes = PANELS.flatMap((panel) =>
    joined(
      all.filter((each) => each.panel === panel),
      draft.rows[panel],
    ),
  );
  const after = (panel: Panel) =>
    rowsAfter(
      outcomes.filter((each) => each.panel === panel),
      draft.rows[panel],
      fresh.rows[panel],
    );
  const rows = { roles: after('roles'), workspaces: after('workspaces'), projects: after('projects') };
  return { draft: { ...fresh, rows }, outcomes };
}
