import { Urn } from '../urns.js';
import { attribute } from './attribute.js';
import type { Schema } from './schema.js';
import { userPluralAttributes } from './user-plural-attributes.js';

const name = attribute('name', 'complex', "Parts of the person's name.", {
  subAttributes: [
    attribute('formatted', 'string', 'The full name as it is to be shown.'),
    attribute('familyName', 'string', 'Family name, or last name in most Western languages.'),
    attribute('givenName', 'string', 'Given name, or first name in most Western languages.'),
    attribute('middleName', 'string', 'Middle names.'),
    attribute('honorificPrefix', 'string', 'Title before the name, such as "Dr.".'),
    attribute('honorificSuffix', 'string', 'Suffix after the name, such as "III".'),
  ],
});

/** User (RFC 7643 §4.1, §8.7.1). References are case-exact, as §2.3.7 says; the listing of §8.7.1 says otherwise. */
export const userSchema: Schema = {
  id: Urn.user,
  name: 'User',
  description: 'User Account',
  attributes: [
    attribute('userName', 'string', 'Name that the user signs in with.', {
      required: true,
      uniqueness: 'server',
      trimmed: true,
    }),
    name,
    attribute('displayName', 'string', 'Name of the user as shown to others.'),
    attribute('nickName', 'string', 'Casual name of the user.'),
    attribute('profileUrl', 'reference', 'URL of a page about the user.', {
      caseExact: true,
      referenceTypes: ['external'],
    }),
    attribute('title', 'string', 'Job title.'),
    attribute('userType', 'string', 'Relationship between the organization and the user, such as "Contractor".'),
    attribute('preferredLanguage', 'string', 'Preferred languages, in the form of the Accept-Language header.'),
    attribute('locale', 'string', 'Default location for dates, currency and the like, as a language tag.'),
    attribute('timezone', 'string', 'Time zone, in the form of the IANA database.'),
    attribute('active', 'boolean', 'Whether the user may use the account.'),
    attribute('password', 'string', 'Accepted from clients, and never kept.', {
      mutability: 'writeOnly',
      returned: 'never',
    }),
    ...userPluralAttributes,
  ],
};
