import type { ScimError } from '../scim/index.js';

export const reasonOf = (error: ScimError) => error.message;
