import { useState } from 'react';

/** A text while it is typed, for a value that is kept elsewhere and may be changed from there. */
interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** To be told what is handed on, so that it is known when it comes back. */
  readonly handOn: (text: string) => void;
}

/** The draft follows the value when somebody else changes it, and is left alone when its own change comes back late. */
export function useDraft(value = ''): Draft {
  const [text, setText] = useState(value);
  const [handedOn, handOn] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== handedOn) {
      handOn(value);
      setText(value);
    }
  }
  return { text, setText, handOn };
}
