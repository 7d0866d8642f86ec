export { ScimError } from '../../scim/index.js';
