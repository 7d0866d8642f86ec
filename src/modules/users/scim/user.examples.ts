import { EXAMPLE_USER } from '../../../platform/http/openapi/example-names.js';
import { Urn } from '../../../scim/index.js';

/** What the examples begin with: the person whom the others are about. */
export const CREATED_USER = {
  schemas: [Urn.user],
  userName: EXAMPLE_USER,
  name: { givenName: 'Ana', familyName: 'Diaz' },
  emails: [{ value: EXAMPLE_USER, type: 'work', primary: true }],
  displayName: 'Ana Diaz',
  externalId: '00u1ana',
  active: true,
};

export const REPLACED_USER = { ...CREATED_USER, title: 'Radiologist' };

export const CHANGED_USER = {
  schemas: [Urn.patchOp],
  Operations: [{ op: 'replace', path: 'title', value: 'Chief radiologist' }],
};
