import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { excerptOf, storedText } from './scim-request-body.js';

const MASK = '[masked]';

const storedBody = (body: unknown): unknown => excerptOf(body).stored;

describe(excerptOf.name, () => {
  it('is null where there was no body', () => {
    expect(storedBody(undefined)).toBeNull();
  });

  const kept: unknown[] = [
    { userName: 'ana@acme.test', active: true, emails: [{ value: 'ana@acme.test', primary: true }] },
    { Operations: [{ op: 'remove', path: 'members[value eq "7"]' }] },
    { Operations: [{ op: 'replace', path: 'title', value: 'Password keeper' }] },
    { Operations: [{ op: 'replace', path: 'title', value: 'Secretary' }] },
    { displayName: 'vault-secrets', members: [{ value: '7', display: 'secretary@acme.test' }] },
    { displayName: 'token-team', externalId: 'passwordless' },
    { method: 'DELETE', path: '/Users/secretary@acme.test' },
    { filter: 'displayName eq "token keeper"' },
    [1, null, 'text', false],
    'text',
    null,
  ];

  it.each(kept)('keeps what is no secret: %j', (body) => {
    expect(storedBody(body)).toEqual(body);
  });

  const secrets: [body: unknown, stored: unknown][] = [
    [{ password: 'p' }, { password: MASK }],
    [
      { PassWord: 'p', 'urn:x:User:password': 'p' },
      { PassWord: MASK, 'urn:x:User:password': MASK },
    ],
    [
      { access_token: 'p', clientSecret: ['p'] },
      { access_token: MASK, clientSecret: MASK },
    ],
    [
      { apiKey: { a: 'p' }, private_key: 7, Authorization: 'p' },
      { apiKey: MASK, private_key: MASK, Authorization: MASK },
    ],
    [{ password: null }, { password: null }],
    [
      { op: 'replace', path: 'password', value: 'p' },
      { op: 'replace', path: 'password', value: MASK },
    ],
    [
      { OP: 'add', Path: 'urn:x:User:passWord', VALUE: 'p' },
      { OP: 'add', Path: 'urn:x:User:passWord', VALUE: MASK },
    ],
    [
      { op: 'add', value: { name: { password: 'p' } } },
      { op: 'add', value: { name: { password: MASK } } },
    ],
    [{ Operations: [{ data: { password: 'p' } }] }, { Operations: [{ data: { password: MASK } }] }],
    [{ filter: 'password eq "p"' }, { filter: MASK }],
    [{ filter: 'not(password sw"p")' }, { filter: MASK }],
    [
      { op: 'replace', path: 'password', val: 'p' },
      { op: 'replace', path: 'password', val: MASK },
    ],
    [
      { op: 'replace', path: 'password[value eq "p"]', value: null },
      { op: 'replace', path: `password${MASK}`, value: null },
    ],
    [
      { op: 'p', path: 'p.password', Value: { a: ['p'] }, primary: true },
      { op: MASK, path: MASK, Value: MASK, primary: MASK },
    ],
    [
      { path: 'urn:ietf:params:scim:schemas:core:2.0:User:Password:p', p1: 1 },
      { path: `urn:ietf:params:scim:schemas:core:2.0:User:Password${MASK}`, [MASK]: MASK },
    ],
    [
      { op: 'Replace', attribute: 'newPassword', values: ['p'] },
      { op: 'Replace', attribute: 'newPassword', values: MASK },
    ],
    [
      { op: 'replace', path: { attribute: 'password' }, value: 'p' },
      { op: 'replace', path: MASK, value: MASK },
    ],
    [
      { op: 'replace', path: '/password', value: 'p' },
      { op: 'replace', path: MASK, value: MASK },
    ],
    [
      { op: 'replace', value: { 'password[value eq "p"]': 'p' } },
      { op: 'replace', value: { [`password${MASK}`]: MASK } },
    ],
    [
      { op: 'add', value: [{ password: 'p' }] },
      { op: 'add', value: [{ password: MASK }] },
    ],
    [
      ['replace', 'password', 'p'],
      ['replace', 'password', MASK],
    ],
    [{ Operations: '[{"op":"replace","path":"password","value":"p"}]' }, { Operations: MASK }],
    [{ value: 'password: p' }, { value: `password${MASK}` }],
    [{ value: 'password=p' }, { value: `password${MASK}` }],
    [
      { method: 'PATCH', path: '/Users/7', data: { Operations: [{ path: 'password', val: 'p' }] } },
      { method: 'PATCH', path: '/Users/7', data: { Operations: [{ path: 'password', val: MASK }] } },
    ],
    [{ value: '{"password": "p"}' }, { value: MASK }],
  ];

  it.each(secrets)('masks %j', (body, stored) => {
    expect(storedBody(body)).toEqual(stored);
  });

  it('keeps the beginning of a long list, and says how much is missing', () => {
    const body = { members: Array.from({ length: 10_000 }, (_, index) => index) };
    expect(storedBody(body)).toEqual({
      members: [...Array.from({ length: 50 }, (_, index) => index), '… and 9950 more'],
    });
  });

  const nested = (depth: number): unknown => (depth === 0 ? 'deep' : { in: nested(depth - 1) });
  const large: [what: string, body: unknown][] = [
    ['a long text', 'x'.repeat(1_000_000)],
    ['many long texts', Array.from({ length: 10_000 }, () => 'x'.repeat(900))],
    ['many members', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`m${index}`, index]))],
    ['lists of lists', Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => [1, 2, 3]))],
    ['a long name', { ['n'.repeat(1_000_000)]: 1 }],
    ['deep objects', nested(5_000)],
    ['the name of a secret again and again', Array.from({ length: 50 }, () => 'pwd'.repeat(60_000))],
    ['slashes', Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`m${index}`, '/'.repeat(5_000)]))],
  ];

  it.each(large)('is of a bounded size and quick, whatever the body: %s', (_, body) => {
    const begun = process.cpuUsage();
    const text = JSON.stringify(storedBody(body));
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
    expect(text.length).toBeLessThan(16_000);
  });

  it('has only what PostgreSQL can store', () => {
    expect(storedBody({ 'a\0': 'b\ud800c', emoji: '😀' })).toEqual({ 'a\ufffd': 'b\ufffdc', emoji: '😀' });
    expect(storedText(`${'x'.repeat(9)}😀`, 10)).toBe(`${'x'.repeat(9)}\ufffd…`);
  });

  it('keeps a member named __proto__ a member', () => {
    const stored = storedBody(JSON.parse('{"__proto__": {"password": "p"}, "a": 1}'));
    expect(JSON.stringify(stored)).toBe('{"__proto__":{"password":"[masked]"},"a":1}');
  });

  it('tells what it masked that the reason of a refusal may quote', () => {
    expect(excerptOf({ op: 'add', path: 'password[a eq "p"]', val: ['p'] }).hidden).toEqual([
      'password[a eq "p"]',
      ['p'],
    ]);
    expect(excerptOf({ userName: 'kim', password: 'p' }).hidden).toEqual([]);
  });
});

const SECRET = 'zq7-hunter-9';

const names = fc.constantFrom(
  'password',
  'Password',
  'PASSWORD ',
  'urn:ietf:params:scim:schemas:core:2.0:User:password',
  'newPassword',
  'client_secret',
  'accessToken',
);
const endings = ['', '[value eq "$"]', '[value eq "$"', '[$', '.$', '.value', ':$', '=$', ' eq "$"', ' eq $', ' "$"'];
const path = fc.tuple(names, fc.constantFrom(...endings)).map(([name, ending]) => name + ending.replace('$', SECRET));

/** JSON with the secret somewhere in it. */
const { carrier } = fc.letrec<{ carrier: unknown }>((tie) => ({
  carrier: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(SECRET, `${SECRET} and more`, `a ${SECRET}`),
    fc.array(tie('carrier'), { minLength: 1, maxLength: 2 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('carrier'), { minKeys: 1, maxKeys: 2 }),
  ),
}));

const pathMember = fc.constantFrom('path', 'Path', ' PATH ', 'path');
const anyName = fc.oneof(
  fc.constantFrom('op', 'value', 'Value', 'val', 'values', 'data', 'type', 'display', '__proto__'),
  fc.string({ maxLength: 8 }),
);

/** An operation on a secret, written by somebody who does not know the syntax. */
const operation = fc
  .tuple(pathMember, path, fc.dictionary(anyName, carrier, { maxKeys: 4 }))
  .map(([member, value, others]) => Object.fromEntries([...Object.entries(others), [member, value]]));
const misnamed = fc
  .tuple(fc.string({ maxLength: 8 }), names, fc.dictionary(anyName, carrier, { maxKeys: 4 }))
  .map(([member, value, others]) => Object.fromEntries([...Object.entries(others), [member, value]]));
const resource = fc.oneof(
  fc.tuple(path, carrier).map(([name, value]) => ({ [name]: value })),
  path.map((filter) => ({ filter: `(${filter})` })),
  fc.tuple(names, carrier).map(([name, value]) => ['replace', name, value]),
);

const { body } = fc.letrec<{ body: unknown }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 4 },
    operation,
    misnamed,
    resource,
    fc.array(tie('body'), { minLength: 1, maxLength: 2 }),
    tie('body').map((inner) => ({ Operations: [inner] })),
    tie('body').map((inner) => ({ method: 'PATCH', path: '/Users/7', data: inner })),
    tie('body').map((inner) => ({ op: 'add', value: JSON.stringify(inner) })),
    tie('body').map((inner) => ({ title: 'x'.repeat(900), name: { formatted: 'y'.repeat(900) }, inner })),
  ),
}));

describe('A body with a secret anywhere', () => {
  it('leaves nothing of it in what is stored', () => {
    fc.assert(
      fc.property(body, (given) => {
        expect(JSON.stringify(excerptOf(given).stored)).not.toContain(SECRET);
      }),
      { numRuns: 2_000 },
    );
  });
});
