import { Urn } from '../scim/index.js';
import type { Method } from '../platform/http/openapi/open-api.js';

/** The person and the group of all examples; both are found by their names, too, where an id is expected. */
const EXAMPLE_USER = 'ana@acme.test';
export const EXAMPLE_GROUP = 'acme-reviewers';

const user = {
  schemas: [Urn.user],
  userName: EXAMPLE_USER,
  name: { givenName: 'Ana', familyName: 'Diaz' },
  emails: [{ value: EXAMPLE_USER, type: 'work', primary: true }],
  displayName: 'Ana Diaz',
  externalId: '00u1ana',
  active: true,
};

const patch = (...operations: object[]) => ({ schemas: [Urn.patchOp], Operations: operations });

/**
 * Bodies that work when they are tried out in the order of the introduction, by method and path below the base. They
 * touch the person and the group of the examples only, and take no member from a group.
 */
export const scimExamples: Readonly<Record<string, object>> = {
  'post /Users': user,
  'put /Users/{id}': { ...user, title: 'Radiologist' },
  'patch /Users/{id}': patch({ op: 'replace', path: 'title', value: 'Chief radiologist' }),
  'post /Groups': { schemas: [Urn.group], displayName: EXAMPLE_GROUP, members: [{ value: EXAMPLE_USER }] },
  'put /Groups/{id}': { schemas: [Urn.group], displayName: EXAMPLE_GROUP, externalId: '00g1reviewers' },
  'patch /Groups/{id}': patch({ op: 'add', path: 'members', value: [{ value: EXAMPLE_USER }] }),
  'put /Me': { schemas: [Urn.user], userName: 'owner@example.com', displayName: 'The Owner', active: true },
  'patch /Me': patch({ op: 'replace', path: 'active', value: true }),
  'post /.search': { schemas: [Urn.searchRequest], filter: 'displayName pr', count: 10 },
  'post /{endpoint}/.search': { schemas: [Urn.searchRequest], filter: 'displayName pr', sortBy: 'displayName' },
  'post /Bulk': {
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
  },
};

/** Has none: what a deletion names as it stands. */
const NOBODY = '01987a5e-0000-7000-8000-000000000000';

/** A version that nothing has any more: the Owner is replaced by whoever has read the Owner before. */
export const FORMER_VERSION = 'W/"0"';

/** Values for the identifiers in paths. */
const scimPathExamples: Readonly<Record<string, string>> = {
  '/Users/{id}': EXAMPLE_USER,
  '/Groups/{id}': EXAMPLE_GROUP,
  '/ResourceTypes/{id}': 'User',
  '/Schemas/{urn}': Urn.group,
  '/{endpoint}/.search': 'Users',
};

/** What stands for the identifier in a path. */
export function scimPathExample(method: Method, path: string): string | undefined {
  return method === 'delete' ? NOBODY : scimPathExamples[path];
}
