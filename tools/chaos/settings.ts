/** The Owner's token on every server of a run; an organization that exists in a given database must know it. */
export const TOKEN = 'the-owners-token-in-chaos';

/** What every server of a run is started with; the harness is one client, and more than one may ask for. */
export const SETTINGS: Readonly<Record<string, string>> = {
  OWNER_TOKEN: TOKEN,
  LOG_LEVEL: 'info',
  RATE_LIMIT_PER_MINUTE: '0',
};
