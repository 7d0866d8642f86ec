import { type Draft, type DraftRow, fold, type Panel, rowsToSend } from './draft';

/** What the server said against a draft. */
export interface Refusals {
  /** Messages by the ids of the rows that they are about. */
  readonly rows: ReadonlyMap<number, string>;
  /** Messages that are not about a row. */
  readonly others: readonly string[];
}

const PANEL_OF: Readonly<Record<string, Panel>> = {
  roles_groups: 'roles',
  workspaces_groups: 'workspaces',
  projects_groups: 'projects',
};

/** Recognizes a kind of message, and finds the rows that it is about. */
type Reading = (message: string, sent: readonly DraftRow[]) => { rows: readonly DraftRow[]; text: string } | undefined;

const READINGS: readonly Reading[] = [
  (message, sent) => {
    const [, number, text = ''] = /^Row (\d+): (.*)$/s.exec(message) ?? [];
    return number === undefined ? undefined : { rows: sent.slice(Number(number) - 1, Number(number)), text };
  },
  (message, sent) => {
    const [, id] = /^There is no project (\d+)\.$/.exec(message) ?? [];
    if (id === undefined) return undefined;
    return { rows: sent.filter(({ now }) => now.target === id), text: 'This project does not exist any more.' };
  },
  (message, sent) => {
    const [, group = '', role] = /^"(.*)" is mapped to .+ and to (.+);/s.exec(message) ?? [];
    const rows = sent.filter(({ now }) => fold(now.group) === fold(group) && now.target === role);
    return role === undefined ? undefined : { rows, text: message };
  },
];

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @returns the rows that a message is about, at least one; undefined if there are none */
function readingOf(message: string, sent: readonly DraftRow[]): ReturnType<Reading> {
  return READINGS.map((read) => read(message, sent)).find((reading) => reading && reading.rows.length > 0);
}

/**
 * Finds the rows that a refusal is about.
 *
 * @param fields the server's `validation_errors`; its row numbers count the rows of a list as sent, from one
 * @param draft the draft that was sent
 */
export function refusalsOf(fields: Readonly<Record<string, readonly string[]>>, draft: Draft): Refusals {
  const rows = new Map<number, string>();
  const others: string[] = [];
  for (const [field, messages] of Object.entries(fields)) {
    const panel = PANEL_OF[field];
    const sent = panel ? rowsToSend(draft.rows[panel]) : [];
    for (const message of messages) {
      const reading = readingOf(message, sent);
      if (!reading) others.push(message);
      else for (const { id } of reading.rows) rows.set(id, sentence(reading.text));
    }
  }
  return { rows, others };
}
