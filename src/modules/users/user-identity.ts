import { foldName } from '../../text/index.js';

interface EmailEntry {
  readonly value?: string;
  readonly primary?: boolean;
}

/** What an account is known by. The `…Key` forms are folded: uniqueness and look-ups go by them. */
export interface UserIdentity {
  readonly userName: string;
  readonly userNameKey: string;
  readonly email: string | null;
  readonly emailKey: string | null;
  /** Every address under which the account is found, its identity included. */
  readonly emailKeys: readonly string[];
}

/** Blanks, a second `@` and what RFC 5321 §4.1.2 wants quoted are in no address that a person signs in with. */
const ADDRESS = /^[^\s@"<>()[\]\\,:;]+@[^\s@"<>()[\]\\,:;]+$/u;

/** Whether a text can be an email address at all; whether there is such a mailbox is for others to find out. */
function canBeAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * The identity of an account (rule U1): the primary entry of `emails`, else the first, else `userName`, of those that can
 * be an email address; an account without any is known by `userName` alone. An entry such as "N/A" is kept and found as
 * the value that it is, identifies nobody, and is in nobody's way.
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
