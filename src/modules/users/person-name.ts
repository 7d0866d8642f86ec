/** A person's name in SCIM's parts (RFC 7643 §4.1.1), none of them empty. */
export interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
  readonly formatted: string;
}

/**
 * Splits a name that was given as one text: the last word is the family name, everything before it the given name. A
 * single word becomes both, because clients such as Okta require both.
 *
 * @param text with at least one word
 */
export function personName(text: string): PersonName {
  const words = text.trim().split(/\s+/u);
  const familyName = words.at(-1) ?? '';
  const givenName = words.length > 1 ? words.slice(0, -1).join(' ') : familyName;
  return { givenName, familyName, formatted: words.join(' ') };
}
