import { foldName } from '../../text/index.js';

interface EmailEntry {
  readonly value?: string;
  readonly primary?: boolean;
}

/** What identifies an account. The `…Key` forms are folded: uniqueness and look-ups use them. */
export interface UserIdentity {
  readonly userName: string;
  readonly userNameKey: string;
  readonly email: string | null;
  readonly emailKey: string | null;
  /** Every address under which the account is found, including its identity. */
  readonly emailKeys: readonly string[];
}

/**
 * The addresses that people sign in with: without blanks, a second `@`, and what RFC 5321 §4.1.2 allows in quotes only.
 */
const ADDRESS = /^[^\s@"<>()[\]\\,:;]+@[^\s@"<>()[\]\\,:;]+$/u;

/** Whether a text can be an email address; whether the mailbox exists is not checked. */
function canBeAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * The identity of an account (rule U1): the primary entry of `emails`, else the first, else `userName`; only texts that
 * can be an email address count. An account without any is identified by `userName` alone. An entry such as "N/A" is
 * stored and found as a value, but identifies nobody and collides with nobody.
 */
export function identityOf(userName: string, emails: readonly EmailEntry[] = []): UserIdentity {
  const entries = emails.filter((entry): entry is EmailEntry & { value: string } => Boolean(entry.value));
  const addresses = entries.filter(({ value }) => canBeAddress(value));
  const chosen = addresses.find((entry) => entry.primary) ?? addresses[0];
  const email = chosen?.value ?? (canBeAddress(userName) ? userName : null);
  const keys = [...entries.map(({ value }) => value), ...(email === null ? [] : [email])].map(foldName);
  return {
    userName,
    userNameKey: foldName(userName),
    email,
    emailKey: email === null ? null : foldName(email),
    emailKeys: [...new Set(keys)],
  };
}
