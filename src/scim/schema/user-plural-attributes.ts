import { attribute, type Attribute } from './attribute.js';
import { plural, pluralSubAttributes } from './plural-attribute.js';

const readOnly = { mutability: 'readOnly' } as const;

const places = ['work', 'home', 'other'];

/** The listing of §8.7.1 has no `primary`, but the RFC's own full example uses it (§8.2). */
const addresses = plural('addresses', 'Physical addresses.', [
  attribute('formatted', 'string', 'The whole address as it is to be shown or printed.'),
  attribute('streetAddress', 'string', 'Street, house number, post office box and the like.'),
  attribute('locality', 'string', 'City or town.'),
  attribute('region', 'string', 'State or region.'),
  attribute('postalCode', 'string', 'Postal code.'),
  attribute('country', 'string', 'Country, as a two-letter ISO 3166-1 code.'),
  attribute('type', 'string', 'What the address is used for.', { canonicalValues: places }),
  attribute('primary', 'boolean', 'Whether this is the preferred address; true at most once in the list.'),
]);

const groups = plural(
  'groups',
  'Groups that the user belongs to.',
  [
    attribute('value', 'string', 'The `id` of the group.', { ...readOnly, caseExact: true }),
    attribute('$ref', 'reference', 'URI of the group.', { ...readOnly, caseExact: true, referenceTypes: ['Group'] }),
    attribute('display', 'string', 'Name of the group, for people to read.', { ...readOnly, trimmed: true }),
    attribute('type', 'string', 'Whether the membership is direct.', {
      ...readOnly,
      canonicalValues: ['direct', 'indirect'],
    }),
  ],
  readOnly,
);

/** The multi-valued attributes of User (RFC 7643 §4.1.2, §8.7.1). */
export const userPluralAttributes: readonly Attribute[] = [
  plural(
    'emails',
    'Email addresses.',
    pluralSubAttributes(attribute('value', 'string', 'The email address.', { trimmed: true }), places),
  ),
  plural(
    'phoneNumbers',
    'Phone numbers.',
    pluralSubAttributes(attribute('value', 'string', 'The phone number, as the client writes it.'), [
      'work',
      'home',
      'mobile',
      'fax',
      'pager',
      'other',
    ]),
  ),
  plural(
    'ims',
    'Instant messaging addresses.',
    pluralSubAttributes(attribute('value', 'string', 'The instant messaging address.'), [
      'aim',
      'gtalk',
      'icq',
      'xmpp',
      'msn',
      'skype',
      'qq',
      'yahoo',
    ]),
  ),
  plural(
    'photos',
    'Photos of the user.',
    pluralSubAttributes(
      attribute('value', 'reference', 'URL of the photo.', { caseExact: true, referenceTypes: ['external'] }),
      ['photo', 'thumbnail'],
    ),
  ),
  addresses,
  groups,
  plural(
    'entitlements',
    'Things that the user has a right to.',
    pluralSubAttributes(attribute('value', 'string', 'The entitlement.')),
  ),
  plural(
    'roles',
    'Roles that the identity provider gives the user.',
    pluralSubAttributes(attribute('value', 'string', 'The role.')),
  ),
  plural(
    'x509Certificates',
    'X.509 certificates of the user.',
    pluralSubAttributes(attribute('value', 'binary', 'The certificate, DER in base 64.', { caseExact: true })),
  ),
];
