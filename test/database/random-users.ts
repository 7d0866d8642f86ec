import fc from 'fast-check';
import type { CompareOperator, CompareValue, Filter } from '../../src/scim/index.js';
import { parseAttributePath, Urn, type AttributePath } from '../../src/scim/index.js';
import { trimName } from '../../src/text/index.js';
import type { UserResource } from './filter-fixture.js';

/**
 * Few characters, so that values coincide: both cases, LIKE's own, quotes, composed and not, blanks, beyond the basic
 * plane.
 */
const letters = fc.constantFrom(
  'a',
  'A',
  'b',
  'é',
  'É',
  'e\u0301',
  '%',
  '_',
  '\\',
  '"',
  "'",
  ' ',
  '\u200b',
  '😀',
  '\uffee',
);
const text = fc.string({ unit: letters, minLength: 1, maxLength: 3 });
/** Names and addresses, trimmed as the kit does. */
const name = text.map(trimName).filter((trimmed) => trimmed !== '');
const anyText = fc.string({ unit: letters, maxLength: 2 });
const type = fc.constantFrom('work', 'home', 'Work');
const groupId = fc.constantFrom(
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
);
const instant = fc.constantFrom(
  '2026-01-31T08:00:00.000Z',
  '2026-01-31T08:00:00.001Z',
  '2026-01-31T07:59:59.999Z',
  '2027-01-01T00:00:00.000Z',
);

/** A user as the kit would store it: no nulls, and nothing empty except the manager. */
export const randomUser: fc.Arbitrary<UserResource> = fc
  .record(
    {
      id: fc.uuid(),
      externalId: text,
      userName: name,
      displayName: text,
      active: fc.boolean(),
      name: fc.oneof(fc.record({ givenName: text }), fc.record({ familyName: text })),
      emails: fc.array(fc.record({ value: name, type, primary: fc.boolean() }, { requiredKeys: ['value'] }), {
        minLength: 1,
        maxLength: 3,
      }),
      roles: fc.array(fc.record({ value: text, primary: fc.boolean() }, { requiredKeys: ['value'] }), {
        minLength: 1,
        maxLength: 2,
      }),
      photos: fc.array(fc.record({ value: text }), { minLength: 1, maxLength: 2 }),
      schemas: fc.constantFrom<string[][]>([Urn.user], [Urn.user, Urn.enterpriseUser]),
      groups: fc.array(fc.record({ value: groupId, display: name }), { minLength: 1, maxLength: 2 }),
      meta: fc.record({ created: instant }),
      [Urn.enterpriseUser]: fc.oneof(
        fc.record({ department: text }),
        fc.record({ costCenter: text, manager: fc.record({ value: text, displayName: text }, { requiredKeys: [] }) }),
      ),
    },
    { requiredKeys: ['id', 'userName', 'meta', 'schemas'] },
  )
  .map((user) => withGroupTypes(user));

const anyOperator: readonly CompareOperator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];
const ordered: readonly CompareOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const equality: readonly CompareOperator[] = ['eq', 'ne'];

const texts = [
  'userName',
  'externalId',
  'id',
  'displayName',
  'title',
  'name.givenName',
  'name.familyName',
  'emails',
  'emails.type',
  'roles.value',
  'photos.value',
  'schemas',
  'groups.value',
  'groups.display',
  'groups.type',
  'groups.$ref',
  `${Urn.enterpriseUser}:department`,
  `${Urn.enterpriseUser}:costCenter`,
  `${Urn.enterpriseUser}:manager.displayName`,
  'manager',
];
const complexes = ['name', 'meta', 'groups', 'addresses', `${Urn.enterpriseUser}:manager`, 'roles'];

const wanted = fc.oneof(anyText, type, groupId, fc.constantFrom(Urn.user, 'direct', '1'));

const onText = comparison(fc.constantFrom(...texts), anyOperator, wanted);
/** `a eq "x" or a eq "y"`, which the compiler joins. */
const alternatives = fc
  .tuple(fc.constantFrom(...texts), fc.array(fc.oneof(text, groupId), { minLength: 2, maxLength: 3 }))
  .map(([name, values]): Filter => {
    const terms = values.map((value): Filter => ({ kind: 'attribute', path: pathOf(name), operator: 'eq', value }));
    return { kind: 'logical', operator: 'or', terms };
  });
const onBoolean = comparison(fc.constantFrom('active', 'emails.primary', 'roles.primary'), equality, fc.boolean());
/**
 * Instants in filters: ordinary ones, and some at the limits of the calendar, where an offset leads out of the years of
 * four digits.
 */
const asked = fc.oneof(
  instant,
  fc
    .tuple(
      fc.constantFrom('0000-01-01T', '0001-01-01T', '2026-01-31T', '9999-12-31T'),
      fc.constantFrom('00:00:00', '08:00', '23:59:59.999', '24:00:00'),
      fc.constantFrom('', 'Z', '+14:00', '-14:00', '+05:30'),
    )
    .map((parts) => parts.join('')),
);
const onInstant = comparison(fc.constant('meta.created'), ordered, asked);
const onNull = comparison(fc.constantFrom(...texts, ...complexes), equality, fc.constant(null));
const onPresence = fc
  .constantFrom(...texts, ...complexes, 'active', 'meta.created', 'emails.primary')
  .map((name): Filter => ({ kind: 'attribute', path: pathOf(name), operator: 'pr' }));

const onElements = fc.oneof(
  valuePath('emails', ['value', 'type'], ['primary']),
  valuePath('roles', ['value', 'display'], ['primary']),
  valuePath('groups', ['value', 'display', 'type', '$ref'], []),
  valuePath('schemas', ['value'], []),
  valuePath('name', ['givenName', 'familyName'], []),
  valuePath(`${Urn.enterpriseUser}:manager`, ['value', 'displayName'], []),
);

/** A valid filter on users, of any shape. */
export const randomFilter: fc.Arbitrary<Filter> = combined(
  fc.oneof({ weight: 4, arbitrary: onText }, alternatives, onBoolean, onInstant, onNull, onPresence, {
    weight: 3,
    arbitrary: onElements,
  }),
);

function valuePath(name: string, textParts: readonly string[], booleanParts: readonly string[]): fc.Arbitrary<Filter> {
  const leaves = [
    comparison(fc.constantFrom(...textParts), anyOperator, wanted),
    fc.constantFrom(...textParts).map((part): Filter => ({ kind: 'attribute', path: pathOf(part), operator: 'pr' })),
    ...booleanParts.map((part) => comparison(fc.constant(part), equality, fc.boolean())),
  ];
  return combined(fc.oneof(...leaves)).map((filter): Filter => ({ kind: 'valuePath', path: pathOf(name), filter }));
}

function combined(leaf: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.record({
        kind: fc.constant('logical' as const),
        operator: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), filter: tie('filter') }),
    ),
  })).filter;
}

function comparison(
  name: fc.Arbitrary<string>,
  operators: readonly CompareOperator[],
  value: fc.Arbitrary<CompareValue>,
): fc.Arbitrary<Filter> {
  return fc.tuple(name, fc.constantFrom(...operators), value).map(([path, operator, compared]): Filter => ({
    kind: 'attribute',
    path: pathOf(path),
    operator,
    value: compared,
  }));
}

function pathOf(name: string): AttributePath {
  return parseAttributePath(name) ?? { attribute: name };
}

/** The mapping of the fixture gives every group the type `direct`. */
function withGroupTypes(user: UserResource): UserResource {
  return user.groups ? { ...user, groups: user.groups.map((group) => ({ ...group, type: 'direct' })) } : user;
}
