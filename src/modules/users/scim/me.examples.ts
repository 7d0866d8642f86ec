import { Urn } from '../../../scim/index.js';

/** A version that nothing has any more: the Owner is replaced by whoever has read the Owner before. */
export const FORMER_VERSION = 'W/"0"';

export const REPLACED_OWNER = {
  schemas: [Urn.user],
  userName: 'owner@example.com',
  displayName: 'The Owner',
  active: true,
};

export const CHANGED_OWNER = {
  schemas: [Urn.patchOp],
  Operations: [{ op: 'replace', path: 'active', value: true }],
};
