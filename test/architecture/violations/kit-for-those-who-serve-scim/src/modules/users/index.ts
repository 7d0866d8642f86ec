export type { ScimError } from '../../scim/index.js';
