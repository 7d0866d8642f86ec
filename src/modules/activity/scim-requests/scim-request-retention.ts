import { retention } from '../../../platform/upkeep/retention.js';
import { ScimRequestRepository } from './scim-request.repository.js';

/** Removes old requests from their log; `SCIM_REQUEST_RETENTION_DAYS=0` keeps none. */
export const scimRequestRetention = retention({
  of: 'SCIM requests',
  repository: ScimRequestRepository,
  everyHours: 1,
  days: ({ SCIM_REQUEST_RETENTION_DAYS: days }) => days,
  removeSome: (requests, days, limit) => requests.removeOlderThan(days, limit),
});
