/** The Owner's token in every organization that a run makes. */
export const TOKEN = 'the-owners-token-in-benchmarks';

/** The settings of an operator, but without the limit on request rates, which one client would meet at once. */
export function serverSettings(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    OWNER_TOKEN: TOKEN,
    LOG_LEVEL: 'info',
    RATE_LIMIT_PER_MINUTE: '0',
    RECONCILE_EVERY_HOURS: '0',
    NODE_ENV: 'production',
  };
}
