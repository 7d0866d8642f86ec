export { ActivityEntryEntity } from './activity-entry.entity.js';
export { ActivityModule } from './activity.module.js';
export { ScimRequestEntity } from './scim-requests/scim-request.entity.js';
