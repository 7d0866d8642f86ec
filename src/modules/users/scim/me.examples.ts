import { Urn } from '../../../scim/index.js';

/**
 * An outdated version for `If-Match`. Sent as it is, the example gets 412 and changes nothing; a client has to read the
 * Owner first.
 */
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
