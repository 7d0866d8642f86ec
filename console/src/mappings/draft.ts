import type { components } from '../api/schema';
import type { PROJECT_ROLES } from '../words/roles';

export type Settings = components['schemas']['ScimSettingsDto'];

/** The three lists, in the order of the page. */
export const PANELS = ['roles', 'workspaces', 'projects'] as const;

export type Panel = (typeof PANELS)[number];

export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** One rule of any of the three kinds. */
export interface Mapping {
  /** Name of a role, title of a workspace, or id of a project as text; empty while nothing is chosen. */
  readonly target: string;
  /** Name of a group; empty while nothing is chosen. */
  readonly group: string;
  /** Role in the project; absent from the other lists. */
  readonly role?: ProjectRole;
}

export type Mappings = Readonly<Record<Panel, readonly Mapping[]>>;

/** The lists as the server had them at some moment. */
export interface Stored {
  readonly mappings: Mappings;
  /** Their entity tag. A save with it cannot undo what others have saved since. */
  readonly version: string;
  /** When the server said so, by its own clock. */
  readonly readAt: string;
  /** The id of the request that read or saved them. */
  readonly requestId: string | null;
}

/** A mapping that is being edited. */
export interface DraftRow {
  /** Never used twice in one draft. */
  readonly id: number;
  readonly now: Mapping;
  /** The stored mapping; absent from a new row. */
  readonly stored?: Mapping;
  readonly removed: boolean;
}

/** What the person is about to save, and what the server had when they began. */
export interface Draft {
  readonly base: Stored;
  readonly rows: Readonly<Record<Panel, readonly DraftRow[]>>;
  readonly nextId: number;
}

export type RowState = 'stored' | 'new' | 'changed' | 'removed' | 'blank';

/** Compares names the way the server does: without case, composed or not. */
export function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** The same text for mappings that the server takes for the same one. */
export function keyOf({ target, group, role }: Mapping): string {
  return JSON.stringify([fold(target), fold(group), role]);
}

/** The lists of the server as rows of one shape. */
export function mappingsOf(settings: Settings): Mappings {
  const pair = ([target = '', group = '']: readonly string[]): Mapping => ({ target, group });
  return {
    roles: (settings.roles_groups ?? []).map(pair),
    workspaces: (settings.workspaces_groups ?? []).map(pair),
    projects: (settings.projects_groups ?? []).map(({ project_id, group, role }) => ({
      target: String(project_id),
      group,
      role,
    })),
  };
}

/** Sent if an answer had no tag, because a proxy removed it: then any version passes. */
const ANY_VERSION = '*';

/** The lists of an answer, with what its headers say about them. */
export function storedOf(settings: Settings, headers: Headers): Stored {
  return {
    mappings: mappingsOf(settings),
    version: headers.get('ETag') ?? ANY_VERSION,
    readAt: new Date(headers.get('Date') ?? Date.now()).toISOString(),
    requestId: headers.get('X-Request-Id'),
  };
}

/** A draft without changes. @param firstId greater than all ids that were used before */
export function beginDraft(base: Stored, firstId = 1): Draft {
  const { roles, workspaces, projects } = base.mappings;
  let nextId = firstId;
  const rowsOf = (mappings: readonly Mapping[]): DraftRow[] =>
    mappings.map((stored) => ({ id: nextId++, now: stored, stored, removed: false }));
  const rows = {
    roles: rowsOf(roles),
    workspaces: rowsOf(workspaces),
    projects: rowsOf(projects),
  };
  return { base, rows, nextId };
}

/** What saving would do with a row; nothing for a new and empty one. */
export function stateOf({ now, stored, removed }: DraftRow): RowState {
  if (removed) return 'removed';
  if (stored) return keyOf(now) === keyOf(stored) ? 'stored' : 'changed';
  return now.target === '' && now.group === '' ? 'blank' : 'new';
}

/** The rows that saving would store, in the order in which they are sent. */
export function rowsToSend(rows: readonly DraftRow[]): DraftRow[] {
  return rows.filter((row) => !['removed', 'blank'].includes(stateOf(row)));
}

/** How many rows of a list are new, changed or removed. */
export function changesIn(draft: Draft, panel: Panel): number {
  return draft.rows[panel].filter((row) => !['stored', 'blank'].includes(stateOf(row))).length;
}

export function changedPanels(draft: Draft): Panel[] {
  return PANELS.filter((panel) => changesIn(draft, panel) > 0);
}

export function countChanges(draft: Draft): number {
  return PANELS.reduce((sum, panel) => sum + changesIn(draft, panel), 0);
}

/** Whether a draft can be replaced without any loss: not even an empty row was added. */
export function isUntouched(draft: Draft): boolean {
  return PANELS.every((panel) => draft.rows[panel].every((row) => stateOf(row) === 'stored'));
}

/** The body of a save or a preview: only the lists that change. */
export function toSettings(draft: Draft): Settings {
  const changed = changedPanels(draft);
  const sent = (panel: Panel): Mapping[] =>
    rowsToSend(draft.rows[panel]).map(({ now }) => ({ ...now, target: now.target.trim(), group: now.group.trim() }));
  const pairs = (panel: Panel): string[][] => sent(panel).map(({ target, group }) => [target, group]);
  return {
    ...(changed.includes('roles') ? { roles_groups: pairs('roles') } : {}),
    ...(changed.includes('workspaces') ? { workspaces_groups: pairs('workspaces') } : {}),
    ...(changed.includes('projects')
      ? {
          projects_groups: sent('projects').map(({ target, group, role }) => ({
            project_id: Number(target),
            group,
            role: role ?? 'Inherit',
          })),
        }
      : {}),
  };
}
