import { type Draft, type DraftRow, fold, keyOf, type Mapping, type Panel, PANELS, rowsToSend, stateOf } from './draft';

/** Why a row cannot be saved. */
export interface Problem {
  /** The field at fault; absent if it is the whole row. */
  readonly field?: keyof Mapping;
  readonly message: string;
  /** Whether something just has not been filled in yet. */
  readonly missing: boolean;
}

/** At most one problem for each row, by the row's id. */
export type Problems = ReadonlyMap<number, Problem>;

const CHOOSE: Readonly<Record<Panel, string>> = {
  roles: 'Choose a role.',
  workspaces: 'Choose a workspace, or type the title of a new one.',
  projects: 'Choose a project.',
};

function missingIn(panel: Panel, { target, group }: Mapping): Problem | undefined {
  if (target.trim() === '') return { field: 'target', message: CHOOSE[panel], missing: true };
  if (group.trim() === '') return { field: 'group', message: 'Choose a group, or type its name.', missing: true };
  return undefined;
}

/** Puts untouched rows first, so that of two clashing rows the one that the person has changed is at fault. */
function untouchedFirst(rows: readonly DraftRow[]): DraftRow[] {
  const untouched = rows.filter((row) => stateOf(row) === 'stored');
  return [...untouched, ...rows.filter((row) => stateOf(row) !== 'stored')];
}

function problemsIn(panel: Panel, rows: readonly DraftRow[]): [number, Problem][] {
  const known = new Set<string>();
  const roles = new Map<string, string>();
  const problemOf = ({ now }: DraftRow): Problem | undefined => {
    const missing = missingIn(panel, now);
    if (missing) return missing;
    if (known.has(keyOf(now))) return { field: 'group', message: 'There is such a mapping already.', missing: false };
    known.add(keyOf(now));
    if (panel !== 'roles') return undefined;
    const other = roles.get(fold(now.group));
    roles.set(fold(now.group), other ?? now.target);
    if (other === undefined) return undefined;
    const message = `This group gives the role ${other} already; a group can give one organization role.`;
    return { field: 'group', message, missing: false };
  };
  return untouchedFirst(rowsToSend(rows)).flatMap((row) => {
    const problem = problemOf(row);
    return problem ? [[row.id, problem] as [number, Problem]] : [];
  });
}

/** What keeps a draft from being saved, as far as it is known without asking the server. */
export function problemsOf(draft: Draft): Problems {
  return new Map(PANELS.flatMap((panel) => problemsIn(panel, draft.rows[panel])));
}
