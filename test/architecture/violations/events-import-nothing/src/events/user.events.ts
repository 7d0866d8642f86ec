export type { ScimResource } from '../scim/index.js';
