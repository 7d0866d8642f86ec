import { useMemo } from 'react';
import { ApiError, sentencesOf } from '../api/errors';
import type { Draft } from './draft';
import { type Problems, problemsOf } from './draft-problems';
import { refusalsOf } from './refusals';

/** What is wrong with a draft, as far as it should be shown. */
export interface Faults {
  readonly problems: Problems;
  /** The server's messages, by the ids of the rows. */
  readonly refusals: ReadonlyMap<number, string>;
  /** The server's messages that are not about a row. */
  readonly sentences: readonly string[];
}

const NO_REFUSALS = { rows: new Map<number, string>(), others: [] };

/** Whether an error says what is wrong with the request. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && Object.keys(error.fields).length > 0;
}

/**
 * @param attempted whether the person has tried to finish: before that, missing values are not reported
 * @param saving why the last save failed
 * @param previewing why the last preview failed; only its messages about rows are shown
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
