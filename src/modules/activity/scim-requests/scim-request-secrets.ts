/** Stands for what a log must not have. */
export const MASK = '[masked]';

const SECRET = /passw|passphrase|secret|token|authori[sz]ation|credential|(api|private)[-_ ]?key/i;

/** A secret inside of a text: as a member of JSON within JSON, or compared with in a filter. */
const SECRET_INSIDE = new RegExp(
  `"[^"]*(?:${SECRET.source})[^"]*"\\s*:|(?:${SECRET.source})[\\w.:-]*\\s+(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\s`,
  'i',
);

/** Whether a member, a parameter or an attribute of this name holds what must stay secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/** Whether a text has a secret in it although its name did not say so. */
export function holdsSecret(text: string): boolean {
  return SECRET_INSIDE.test(text);
}
