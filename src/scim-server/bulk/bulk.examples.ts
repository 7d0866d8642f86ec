import { Urn } from '../../scim/index.js';

/** A person, and a group that refers to the person before either is there. */
export const BULK_REQUEST = {
  schemas: [Urn.bulkRequest],
  failOnErrors: 1,
  Operations: [
    { method: 'POST', path: '/Users', bulkId: 'bo', data: { schemas: [Urn.user], userName: 'bo@acme.test' } },
    {
      method: 'POST',
      path: '/Groups',
      bulkId: 'team',
      data: { schemas: [Urn.group], displayName: 'acme-bulk', members: [{ value: 'bulkId:bo' }] },
    },
  ],
};
