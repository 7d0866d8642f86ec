import { useCallback, useReducer } from 'react';
import { beginDraft, type Draft, isUntouched, type Stored } from './draft';
import { type DraftEdit, edited } from './draft-edits';

/**
 * The draft of the page. As long as nobody has touched it, it follows what is stored; after that it keeps what it began
 * with, and what others store meanwhile is a matter of saving.
 */
export function useDraft(stored: Stored): readonly [Draft, (edit: DraftEdit) => void] {
  const [draft, dispatch] = useReducer(edited, stored, beginDraft);
  if (draft.base.version !== stored.version && isUntouched(draft)) dispatch({ kind: 'begin', stored });
  const edit = useCallback((what: DraftEdit) => dispatch(what), []);
  return [draft, edit];
}
