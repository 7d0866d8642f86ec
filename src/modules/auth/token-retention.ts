import { retention } from '../../platform/upkeep/retention.js';
import { AccessTokenRepository } from './access-token.repository.js';

/** How long a token is kept after its end: until then, requests with it are still logged for its organization. */
const DAYS = 90;

/** Removes tokens some time after they have expired or were revoked. */
export const tokenRetention = retention({
  of: 'tokens',
  repository: AccessTokenRepository,
  everyHours: 6,
  days: () => DAYS,
  removeSome: (tokens, days, limit) => tokens.removeEndedBefore(days, limit),
});
