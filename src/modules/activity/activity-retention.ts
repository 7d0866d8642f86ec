import { retention } from '../../platform/upkeep/retention.js';
import { ActivityRepository } from './activity.repository.js';

/** Removes old entries from the activity log; `ACTIVITY_RETENTION_DAYS=0` keeps them for ever. */
export const activityRetention = retention({
  of: 'the activity log',
  repository: ActivityRepository,
  everyHours: 1,
  days: ({ ACTIVITY_RETENTION_DAYS: days }) => (days === 0 ? null : days),
  removeSome: (entries, days, limit) => entries.removeOlderThan(days, limit),
});
