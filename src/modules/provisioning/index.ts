export {
  AccessChangeEntity,
  ProjectMembershipEntity,
  ReconciliationEntity,
  RoleAssignmentEntity,
  WorkspaceMembershipEntity,
} from './access.entity.js';
export type { Cause } from './projection/cause.js';
export type { Circumstance } from './projection/occasion.js';
export { ProvisioningModule } from './provisioning.module.js';
export { PreviewService } from './preview/preview.service.js';
export { ReconcileService } from './preview/reconcile.service.js';
