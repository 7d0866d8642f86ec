import { retention } from '../../platform/jobs/retention.js';
import { AccessTokenRepository } from './access-token.repository.js';

/** So long requests with a token that is no longer good are still known to be of its organization, and logged. */
const DAYS = 90;

/** Tokens are forgotten some time after they have expired or were revoked. */
export const tokenRetention = retention({
  of: 'tokens',
  repository: AccessTokenRepository,
  everyHours: 6,
  days: () => DAYS,
  removeSome: (tokens, days, limit) => tokens.removeEndedBefore(days, limit),
});
