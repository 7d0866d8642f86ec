const SOURCES: Readonly<Record<string, string>> = {
  owner: 'owns the organization',
  scim: 'from the identity provider',
  manual: 'given by hand',
  default: 'default role',
};

const REASONS: Readonly<Record<string, string>> = {
  deactivated: 'Deactivated: the identity provider switched the account off, or it was removed.',
  awaiting_sign_in: 'Waits for the first sign-in.',
  waiting_for_seat: 'Waits for a free seat.',
  no_role_group: 'No group of theirs gives a role any more.',
};

const SHORT_REASONS: Readonly<Record<string, string>> = {
  waiting_for_seat: 'Waits for a seat',
  awaiting_sign_in: 'Waits for the first sign-in',
  no_role_group: 'No group gives a role',
  deactivated: 'Account inactive',
};

/** Where a role comes from, in a few words. */
export function sourceText(source: string): string {
  return SOURCES[source] ?? source;
}

/** Why somebody has no working role, as a sentence. */
export function reasonText(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** The same in a few words. */
export function shortReason(reason: string): string {
  return SHORT_REASONS[reason] ?? reason;
}

/** All reasons, for filters. */
export const REASON_OPTIONS = Object.entries(SHORT_REASONS).map(([value, label]) => ({ value, label }));

/** All sources, for filters. */
export const SOURCE_OPTIONS = Object.entries(SOURCES).map(([value, label]) => ({ value, label }));
