import { EXAMPLE_GROUP, EXAMPLE_USER } from '../../../platform/http/openapi/example-names.js';
import { Urn } from '../../../scim/index.js';

const MEMBERS = [{ value: EXAMPLE_USER }];

export const CREATED_GROUP = { schemas: [Urn.group], displayName: EXAMPLE_GROUP, members: MEMBERS };

/** Without members, so that the group keeps those that it has. */
export const REPLACED_GROUP = { schemas: [Urn.group], displayName: EXAMPLE_GROUP, externalId: '00g1reviewers' };

export const CHANGED_GROUP = {
  schemas: [Urn.patchOp],
  Operations: [{ op: 'add', path: 'members', value: MEMBERS }],
};
