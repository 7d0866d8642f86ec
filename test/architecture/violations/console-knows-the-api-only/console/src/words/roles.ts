export { ROLES } from '../../../src/modules/provisioning/index.js';
