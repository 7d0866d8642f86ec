import { ROLE_NAMES } from '../words/roles';
import { type DraftRow, fold, type Panel, stateOf } from './draft';

/** Rows under one heading. */
export interface RowGroup {
  /** The stored target of all rows: role, workspace title or project id; undefined for new rows. */
  readonly target: string | undefined;
  /** The target as people call it. */
  readonly title: string;
  readonly rows: readonly DraftRow[];
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const ELEVATION: readonly string[] = Object.values(ROLE_NAMES);

function byTitle(panel: Panel): (one: RowGroup, other: RowGroup) => number {
  if (panel !== 'roles') return (one, other) => collator.compare(one.title, other.title);
  return (one, other) => ELEVATION.indexOf(one.title) - ELEVATION.indexOf(other.title);
}

/**
 * Puts the rows under headings: new rows first, then roles in order of elevation, everything else by title. A row stays
 * where it was stored while it is being changed, so that it does not move away from the person who changes it.
 *
 * @param titleOf what people call a target
 */
export function arrange(panel: Panel, rows: readonly DraftRow[], titleOf: (target: string) => string): RowGroup[] {
  const fresh = rows.filter(({ stored }) => !stored);
  const groups = new Map<string, DraftRow[]>();
  for (const row of rows) {
    if (!row.stored) continue;
    const { target } = row.stored;
    const group = groups.get(target);
    if (group) group.push(row);
    else groups.set(target, [row]);
  }
  const stored = [...groups].map(([target, members]) => ({
    target,
    title: titleOf(target),
    rows: members.sort((one, other) => collator.compare(one.stored?.group ?? '', other.stored?.group ?? '')),
  }));
  stored.sort(byTitle(panel));
  return fresh.length > 0 ? [{ target: undefined, title: 'New', rows: fresh }, ...stored] : stored;
}

/** The rows with a text in their group's name or their heading; new rows always stay. */
export function filtered(groups: readonly RowGroup[], text: string): readonly RowGroup[] {
  const wanted = fold(text);
  if (wanted === '') return groups;
  return groups.flatMap((group) => {
    if (group.target === undefined || fold(group.title).includes(wanted)) return group;
    const rows = group.rows.filter(({ now, stored }) =>
      [now.group, stored?.group ?? ''].some((name) => fold(name).includes(wanted)),
    );
    return rows.length > 0 ? { ...group, rows } : [];
  });
}

/**
 * The first rows of all groups, and after them only those that differ from what is stored.
 *
 * @returns the groups that still have rows, and how many rows were left out
 */
export function firstRows(
  groups: readonly RowGroup[],
  limit: number,
  isPinned: (row: DraftRow) => boolean = () => false,
): { readonly groups: readonly RowGroup[]; readonly left: number } {
  let seen = 0;
  let left = 0;
  const shown = groups.flatMap((group) => {
    const rows = group.rows.filter((row) => {
      seen += 1;
      const kept = seen <= limit || stateOf(row) !== 'stored' || isPinned(row);
      if (!kept) left += 1;
      return kept;
    });
    return rows.length > 0 ? { ...group, rows } : [];
  });
  return { groups: shown, left };
}
