/** Ways to write a name with invisible characters around it. */
export const SPELLINGS: [what: string, spell: (name: string) => string][] = [
  ['spaces', (name) => `  ${name} `],
  ['a line break', (name) => `${name}\r\n`],
  ['a tab', (name) => `\t${name}`],
  ['a no-break space', (name) => `\u00a0${name}`],
  ['an ideographic space', (name) => `${name}\u3000`],
  ['a zero-width space', (name) => `${name}\u200b`],
  ['joiners', (name) => `\u200c${name}\u200d\u2060`],
  ['a byte order mark', (name) => `\ufeff${name}`],
  ['a space, in capitals', (name) => `${name.toUpperCase()} `],
];

/** Texts that count as no name. */
export const NOTHINGS = [' ', '\u00a0\t', '\u200b', ' \ufeff\r\n'];
