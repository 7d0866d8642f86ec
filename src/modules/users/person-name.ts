/** A person's name in the parts that SCIM has for it (RFC 7643 §4.1.1), none of them empty. */
export interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
  readonly formatted: string;
}

/**
 * Takes a name that was given as one text apart: the last word is the family name, what stands before it the given
 * name. A single word is both, since clients such as Okta ask for both.
 * @param text with at least one word
 */
export function personName(text: string): PersonName {
  const words = text.trim().split(/\s+/u);
  const familyName = words.at(-1) ?? '';
  const givenName = words.length > 1 ? words.slice(0, -1).join(' ') : familyName;
  return { givenName, familyName, formatted: words.join(' ') };
}
