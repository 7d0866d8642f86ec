/** The Owner's token on every server of a run. If the database is given, an organization in it must know this token. */
export const TOKEN = 'the-owners-token-in-chaos';

/**
 * Settings of every server of a run. They lift the limit on requests of one token, because the harness is one client.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  OWNER_TOKEN: TOKEN,
  LOG_LEVEL: 'info',
  RATE_LIMIT_PER_MINUTE: '0',
};
