import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { parseFilter, resolveFilter, userResourceType } from '../../scim/index.js';
import type { AttributeMapping } from './attribute-mapping.js';
import { lookUpOf } from './look-up.js';

const mapping: AttributeMapping = {
  document: sql`u.attributes`,
  columns: {
    username: { value: sql`u.user_name`, folded: sql`u.user_name_key`, isKey: true },
    displayname: { value: sql`u.display_name` },
  },
  collections: {},
  arrays: { 'emails.value': sql`u.email_keys` },
};

describe('lookUpOf', () => {
  it.each([
    ['userName eq "ana"', 'column'],
    ['emails.value eq "ana@acme.test"', 'array'],
    ['emails eq "ana@acme.test"', 'array'],
    ['emails[type eq "work" and value eq "ana@acme.test"]', 'array'],
    ['active eq true and userName eq "ana"', 'column'],
    ['emails.value eq "ana@acme.test" and userName eq "ana"', 'column'],
    ['userName sw "ana"', undefined],
    ['displayName eq "Ana"', undefined],
    ['userName eq "ana" or displayName eq "Ana"', undefined],
    ['not (userName eq "ana")', undefined],
    ['emails[type eq "work"]', undefined],
    ['userName pr', undefined],
  ])('of %s is %s', (filter, lookUp) => {
    expect(lookUpOf(resolveFilter(parseFilter(filter), userResourceType), mapping)).toBe(lookUp);
  });
});
