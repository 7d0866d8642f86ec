import { retention } from '../../../../platform/jobs/retention.js';
import { AccessChangeRepository } from './access-change.repository.js';

/** Changes of access are forgotten when their time is over, as entries of the activity log are; access itself stays. */
export const accessChangeRetention = retention({
  of: 'changes of access',
  repository: AccessChangeRepository,
  everyHours: 1,
  days: ({ ACTIVITY_RETENTION_DAYS: days }) => (days === 0 ? null : days),
  removeSome: (changes, days, limit) => changes.removeOlderThan(days, limit),
});
