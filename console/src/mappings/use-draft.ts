import { useCallback, useReducer } from 'react';
import { beginDraft, type Draft, isUntouched, type Stored } from './draft';
import { type DraftEdit, edited } from './draft-edits';

/**
 * The draft of the page. Until the person changes something, it follows what is stored; after that it keeps its base,
 * and what others store meanwhile is dealt with by saving.
 */
export function useDraft(stored: Stored): readonly [Draft, (edit: DraftEdit) => void] {
  const [draft, dispatch] = useReducer(edited, stored, beginDraft);
  if (draft.base.version !== stored.version && isUntouched(draft)) dispatch({ kind: 'begin', stored });
  const edit = useCallback((what: DraftEdit) => dispatch(what), []);
  return [draft, edit];
}
