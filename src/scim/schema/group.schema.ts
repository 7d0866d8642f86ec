import { Urn } from '../urns.js';
import { attribute } from './attribute.js';
import { plural } from './plural-attribute.js';
import type { Schema } from './schema.js';

const immutable = { mutability: 'immutable' } as const;

/**
 * Group (RFC 7643 §4.2, §8.7.1). `displayName` is required, as §4.2 says, and unique, as group names are here;
 * `members.value` is an `id` and so compared exactly. Members are users only: whether groups may be members as well,
 * the RFC leaves to the service provider.
 */
export const groupSchema: Schema = {
  id: Urn.group,
  name: 'Group',
  description: 'Group',
  attributes: [
    attribute('displayName', 'string', 'Name of the group.', {
      required: true,
      uniqueness: 'server',
      trimmed: true,
    }),
    plural('members', 'The members of the group.', [
      attribute('value', 'string', 'The `id` of the member.', { ...immutable, caseExact: true }),
      attribute('$ref', 'reference', 'URI of the member.', {
        ...immutable,
        caseExact: true,
        referenceTypes: ['User'],
      }),
      attribute('display', 'string', 'Name of the member, for people to read.', immutable),
      attribute('type', 'string', 'Kind of the member.', { ...immutable, canonicalValues: ['User'] }),
    ]),
  ],
};
