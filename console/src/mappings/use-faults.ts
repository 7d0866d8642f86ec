import { useMemo } from 'react';
import { ApiError, sentencesOf } from '../api/errors';
import type { Draft } from './draft';
import { type Problems, problemsOf } from './draft-problems';
import { refusalsOf } from './refusals';

/** What stands against a draft, as far as it is to be shown. */
export interface Faults {
  readonly problems: Problems;
  /** What the server said, by the ids of the rows. */
  readonly refusals: ReadonlyMap<number, string>;
  /** What it said that is about no row. */
  readonly sentences: readonly string[];
}

const NO_REFUSALS = { rows: new Map<number, string>(), others: [] };

/** Whether an error says what is wrong with what was sent. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && Object.keys(error.fields).length > 0;
}

/**
 * @param attempted whether the person has said that they are done: until then nobody is told that something is missing
 * @param saving why the last save failed
 * @param previewing why the last preview failed; only refusals of rows are shown beside them
 */
export function useFaults(draft: Draft, attempted: boolean, saving: unknown, previewing: unknown): Faults {
  const all = useMemo(() => problemsOf(draft), [draft]);
  const problems = useMemo(
    () => (attempted ? all : new Map([...all].filter(([, { missing }]) => !missing))),
    [all, attempted],
  );
  const refusals = useMemo(() => {
    const refusal = [saving, previewing].find(isRefusal);
    return refusal ? refusalsOf(refusal.fields, draft) : NO_REFUSALS;
  }, [saving, previewing, draft]);
  const failure = saving && !isRefusal(saving) ? sentencesOf(saving) : [];
  return { problems, refusals: refusals.rows, sentences: [...refusals.others, ...failure] };
}
