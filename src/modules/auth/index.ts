export { AuthModule } from './auth.module.js';
export { type FirstStart, FirstStartService } from './first-start.js';
export { OrganizationFoundingService } from './organization-founding.service.js';
export { TokenAdministrationService } from './token-administration.service.js';
