export { OrganizationDirectory } from './organization-directory.js';
export { assertOwnOrganization } from './own-organization.js';
export { OrganizationsModule } from './organizations.module.js';
