export type { Cause } from './engine/projection/cause.js';
export type { Circumstance } from './engine/projection/occasion.js';
export { ProvisioningModule } from './provisioning.module.js';
export { PreviewService } from './access-api/preview/preview.service.js';
export { ReconcileService } from './access-api/reconcile/reconcile.service.js';
/** @internal What evaluating access takes of the database, for those who measure it beside the server. */
export { accessStatements, roleStatement } from './engine/projection/access-statements.js';
/** @internal */
export { changedMembers, circumstance } from './engine/projection/occasion.js';
