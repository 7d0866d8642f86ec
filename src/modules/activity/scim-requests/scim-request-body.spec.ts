import { describe, expect, it } from '@jest/globals';
import { storedBody, storedText } from './scim-request-body.js';

const MASK = '[masked]';

describe(storedBody.name, () => {
  it('is null where there was no body', () => {
    expect(storedBody(undefined)).toBeNull();
  });

  const kept: unknown[] = [
    { userName: 'ana@acme.test', active: true, emails: [{ value: 'ana@acme.test', primary: true }] },
    { Operations: [{ op: 'remove', path: 'members[value eq "7"]' }] },
    { Operations: [{ op: 'replace', path: 'title', value: 'Password keeper' }] },
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
  ];

  it.each(large)('is of a bounded size, whatever the body: %s', (_, body) => {
    expect(JSON.stringify(storedBody(body)).length).toBeLessThan(16_000);
  });

  it('has only what PostgreSQL can store', () => {
    expect(storedBody({ 'a\0': 'b\ud800c', emoji: '😀' })).toEqual({ 'a\ufffd': 'b\ufffdc', emoji: '😀' });
    expect(storedText(`${'x'.repeat(9)}😀`, 10)).toBe(`${'x'.repeat(9)}\ufffd…`);
  });

  it('keeps a member named __proto__ a member', () => {
    const stored = storedBody(JSON.parse('{"__proto__": {"password": "p"}, "a": 1}'));
    expect(JSON.stringify(stored)).toBe('{"__proto__":{"password":"[masked]"},"a":1}');
  });
});
