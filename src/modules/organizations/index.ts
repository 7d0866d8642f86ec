export { OrganizationDirectory } from './organization-directory.js';
export { OrganizationEntity } from './organization.entity.js';
export { OrganizationsModule } from './organizations.module.js';
