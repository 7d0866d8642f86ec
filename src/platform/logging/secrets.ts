/** Replaces a secret in a log. */
export const MASK = '[masked]';

const SECRET =
  /passw(?:ords?|d)?|pass(?:phrase|code)s?|pwd|secret(?!ar)s?|tokens?|authori[sz]ations?|credentials?|(?:api|private)[-_ ]?keys?/i;

/** What the name of a secret may begin with; a group called vault-secrets or token-team is not a secret. */
const PREFIX =
  /(?:new|old|current|temp|temporary|initial|default|user|login|client|access|refresh|bearer|auth|id|app)?/;

/** A path that ends with the name of a secret: an attribute, with its schema or without, or a JSON pointer. */
const PATH = new RegExp(
  `^[\\s"']*(?:[\\w$:./-]*[:./])?${PREFIX.source}[-_]?(?:${SECRET.source})[\\s"'/]*(?:[.[(=:][^]*)?$`,
  'i',
);

/** A secret's name followed by what introduces a value: a colon, a bracket, an operator of a filter. */
const INSIDE = new RegExp(
  `(?:${SECRET.source})[\\w$.-]{0,64}["'\\\\\\])]{0,4}\\s{0,4}(?:[[(=:]|(?<=\\s)(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\b)`,
  'i',
);

/** How many characters of a text are checked: more than are kept of any. */
const CHECKED = 20_000;

/** Text that is JSON, or was before it was cut. */
const STRUCTURED = /^\s*[[{"]/;

/**
 * The harmless part of a secret's path, which tells no more than the name: letters, after a schema's URN if there is
 * one.
 */
const HARMLESS = new RegExp(`^(?:urn:[\\w.:-]*:)?[a-z_$]{0,64}?(?:${SECRET.source})[a-z]{0,16}(?![\\w$-])`, 'i');

const QUOTED_TEXT = /"(?:[^"\\]|\\.)*"?/g;

/** Whether a member, a parameter or an attribute of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/** Whether a text is the path of a secret; then the value beside it may be the secret. */
export function isSecretPath(text: string): boolean {
  return PATH.test(text);
}

/** Whether a text contains a secret although its name does not say so: as JSON within JSON, or in a filter. */
export function holdsSecret(text: string): boolean {
  const start = text.slice(0, CHECKED);
  return INSIDE.test(start) || (STRUCTURED.test(start) && SECRET.test(start));
}

/** Whether a filter, or a broken one, is about a secret: it names one outside of quotes. */
export function asksForSecret(filter: string): boolean {
  return holdsSecret(filter) || SECRET.test(filter.replace(QUOTED_TEXT, '""'));
}

/** The path or the name of a secret, without anything that follows it. */
export function harmlessPart(path: string): string {
  const [kept = ''] = HARMLESS.exec(path) ?? [];
  return kept === path ? path : kept + MASK;
}

/** The path of a URL; masked if it contains a query about a secret. */
export function pathWithoutSecrets(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return holdsSecret(decoded(path)) ? MASK : path;
}

/** A decoded part of a URL; unchanged if its escapes are broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/**
 * A reason for a refusal, without everything between its first and its last quote: it is quoted from the client, may
 * name a person or be a secret, and may have quotes in it. If the secret is in the path, the whole reason is masked,
 * because reasons name paths without quotes.
 */
export function reasonWithoutQuotes(reason: string, url: string): string {
  return pathWithoutSecrets(url) === MASK ? MASK : reason.replace(/"[^]*"/, '"…"');
}

/** A reason that quotes no secret and nothing that was masked elsewhere. */
export function withoutHidden(reason: string, hidden: readonly string[]): string {
  const literally = hidden.filter((text) => text.length > 2);
  const rest = literally.reduce((kept, text) => kept.replaceAll(text, MASK), reason);
  return rest.replace(QUOTED_TEXT, (quoted) => {
    const text = unescaped(quoted).replace(/…$/, '');
    const isHidden = text !== '' && hidden.some((secret) => secret.includes(text));
    return isHidden || holdsSecret(text) ? `"${MASK}"` : quoted;
  });
}

function unescaped(quoted: string): string {
  return quoted.replace(/^"|"$/g, '').replace(/\\(["\\/])/g, '$1');
}
