import { useState } from 'react';

/** A text while it is being typed; its value is kept elsewhere and may change there. */
interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Must be called with each text that is passed on, so that the draft recognizes it when it comes back. */
  readonly handOn: (text: string) => void;
}

/** Keeps a draft that follows the value when somebody else changes it, but not when its own change comes back late. */
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
