export {
  AccessChangeEntity,
  ProjectMembershipEntity,
  RoleAssignmentEntity,
  WorkspaceMembershipEntity,
} from './access.entity.js';
export { ProvisioningModule } from './provisioning.module.js';
