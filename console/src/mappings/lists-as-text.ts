import { beginDraft, type Draft, type Mapping, type Panel, rowsToSend, type Stored } from './draft';
import { type DraftEdit, edited } from './draft-edits';

/** Reads a mapping from text, for tests: group, target, and in a project the role. */
function mappingOf(text: string): Mapping {
  const [group = '', target = '', role] = text.split(' ');
  return role === undefined ? { group, target } : { group, target, role: role as Mapping['role'] };
}

/** Prints it again. */
export function textOf({ group, target, role }: Mapping): string {
  return [group, target, ...(role ? [role] : [])].join(' ');
}

/** What the server has stored in one list; the others are empty. */
export function stored(panel: Panel, texts: readonly string[]): Stored {
  const mappings = { roles: [], workspaces: [], projects: [], [panel]: texts.map(mappingOf) };
  return { mappings, version: texts.join(), readAt: '', requestId: null };
}

/** A person's edit of a mapping: `['x Reviewer', undefined]` removes it, `[undefined, 'x Reviewer']` adds it. */
export type Edit = readonly [from: string | undefined, to: string | undefined];

function editsFor(draft: Draft, panel: Panel, [from, to]: Edit): DraftEdit[] {
  if (from === undefined) {
    return [
      { kind: 'add', panel },
      { kind: 'change', panel, id: draft.nextId, to: mappingOf(to ?? '') },
    ];
  }
  const id = draft.rows[panel].find((row) => textOf(row.now) === from)?.id ?? 0;
  return [to === undefined ? { kind: 'remove', panel, id } : { kind: 'change', panel, id, to: mappingOf(to) }];
}

/** A draft of one list after some edits. */
export function draftOf(panel: Panel, base: readonly string[], mine: readonly Edit[]): Draft {
  return mine.reduce(
    (draft, edit) => editsFor(draft, panel, edit).reduce(edited, draft),
    beginDraft(stored(panel, base)),
  );
}

/** The list that saving a draft would send. */
export function sentOf(draft: Draft, panel: Panel): string[] {
  return rowsToSend(draft.rows[panel]).map(({ now }) => textOf(now));
}
