import * as fc from 'fast-check';
import { POISONED_NAMES, strangeWord } from './hostile-values.js';

const ATTRIBUTES = [
  'userName',
  'displayName',
  'active',
  'id',
  'externalId',
  'email',
  'emails',
  'emails.value',
  'emails.type',
  'emails.primary',
  'name.givenName',
  'name',
  'title',
  'nickName',
  'groups',
  'groups.display',
  'members',
  'members.value',
  'members.display',
  'roles.value',
  'phoneNumbers.value',
  'photos.value',
  'x509Certificates.value',
  'addresses.country',
  'meta.created',
  'meta.lastModified',
  'meta.version',
  'meta.resourceType',
  'schemas',
  'password',
  'urn:ietf:params:scim:schemas:core:2.0:User:userName',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
  'urn:rolecall:params:scim:schemas:extension:access:2.0:User:role',
  'urn:rolecall:params:scim:schemas:extension:access:2.0:User:workspaces.display',
  'nosuch',
  '__proto__',
  'constructor.prototype',
  'name.__proto__',
  'name.constructor',
];
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', 'like'];
const OPERANDS = [
  'true',
  'false',
  'null',
  '1',
  '-0',
  '1e400',
  '9'.repeat(40),
  '"2026-01-01T00:00:00Z"',
  '""',
  '"%_\\\\"',
];

/** An attribute's name, sometimes one of JavaScript's own. */
export const attributeName: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...ATTRIBUTES) },
  { weight: 1, arbitrary: fc.constantFrom(...POISONED_NAMES) },
  { weight: 1, arbitrary: strangeWord },
);

const operand = fc.oneof(
  fc.constantFrom(...OPERANDS),
  strangeWord.map((text) => JSON.stringify(text)),
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
);

const comparison = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(attributeName, fc.constantFrom(...OPERATORS), operand).map((parts) => parts.join(' ')),
  },
  { weight: 2, arbitrary: attributeName.map((name) => `${name} pr`) },
);

/** Depths that no person writes: a recursive reader would run out of stack. */
const DEEP = [
  `${'('.repeat(60)}userName pr${')'.repeat(60)}`,
  `${'('.repeat(30_000)}userName pr`,
  `${'not ('.repeat(1_000)}userName pr${')'.repeat(1_000)}`,
  Array.from({ length: 400 }, (_, at) => `displayName co "${at}"`).join(' or '),
  Array.from({ length: 60 }, (_, at) => `emails.value co "${at}"`).join(' and '),
  Array.from({ length: 3_000 }, (_, at) => `userName eq "${at}"`).join(' or '),
  `emails[${'type eq "work" and '.repeat(40)}value pr]`,
  `displayName co "${'%_'.repeat(2_000)}"`,
  `userName eq "${'\\\\'.repeat(5_000)}"`,
];

const { filter: grown } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    { weight: 5, arbitrary: comparison },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('filter'), fc.constantFrom('and', 'or', 'xor'), tie('filter'))
        .map((parts) => parts.join(' ')),
    },
    { weight: 1, arbitrary: tie('filter').map((filter) => `not (${filter})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('emails', 'members', 'name', 'groups'), tie('filter'))
        .map(([name, filter]) => `${name}[${filter}]`),
    },
  ),
}));

/** A filter: well-formed, nearly so, or built to be slow. */
export const filterText: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: grown },
  {
    weight: 3,
    arbitrary: fc
      .tuple(grown, fc.nat(60), strangeWord)
      .map(([filter, at, word]) => filter.slice(0, at) + word + filter.slice(at)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...DEEP) },
);

const suffix = fc.constantFrom('', '', '.value', '.type', '.__proto__', '[0]', '[', ']');

/** The path of a PATCH operation: an attribute, one value of several, or nearly that. */
export const patchPath: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: attributeName },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('emails', 'members', 'addresses', 'roles', 'nosuch'), filterText, suffix)
      .map(([name, filter, end]) => `${name}[${filter}]${end}`),
  },
  { weight: 1, arbitrary: strangeWord },
);
