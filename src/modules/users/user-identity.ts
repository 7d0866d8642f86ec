import { isEmail } from 'class-validator';
import { foldCase } from '../../scim/index.js';

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

/**
 * The identity of an account (rule U1): the primary entry of `emails`, else the first, else `userName` if that is an
 * email address; an account without any is known by `userName` alone.
 */
export function identityOf(userName: string, emails: readonly EmailEntry[] = []): UserIdentity {
  const addresses = emails.filter((entry): entry is EmailEntry & { value: string } => Boolean(entry.value));
  const chosen = addresses.find((entry) => entry.primary) ?? addresses[0];
  const email = chosen?.value ?? (isEmail(userName, { require_tld: false }) ? userName : null);
  const keys = [...addresses.map(({ value }) => value), ...(email === null ? [] : [email])].map(foldCase);
  return {
    userName,
    userNameKey: foldCase(userName),
    email,
    emailKey: email === null ? null : foldCase(email),
    emailKeys: [...new Set(keys)],
  };
}
