import * as fc from 'fast-check';
import type { Request } from './call.js';
import { type Ground, scimUser } from './ground.js';
import type { Json } from './json-text.js';
import { encoded } from './url-text.js';

/** The beginning of every planted secret, for finding it in the logs. */
export const SECRET = 'zq7hunter';

const NAMES = [
  'password',
  'Password',
  'urn:ietf:params:scim:schemas:core:2.0:User:password',
  'newPassword',
  'clientSecret',
  'access_token',
];

/** Ways in which people who do not know the syntax may add a secret to a path or filter. */
const ENDINGS = ['', '[value eq "$"]', '[value eq "$"', '[$]', '.$', ':$', ' eq "$"', ' eq $', ' sw"$"', '= $', ' "$"'];

const secretPath = (secret: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ENDINGS))
    .map(([name, ending]) => name + ending.replace('$', () => secret));

/** An operation on a secret, in the right form and in many wrong ones. */
const operation = (secret: string): fc.Arbitrary<Json> => {
  const value = fc.constantFrom<Json>(secret, [secret], { value: secret }, [{ value: secret }], [{ a: [secret] }]);
  const member = fc.constantFrom('path', 'Path', 'PATH', 'attribute', 'name');
  const carrier = fc.constantFrom('value', 'Value', 'val', 'values', 'data', 'op', 'from', 'x');
  return fc.oneof(
    fc
      .tuple(member, fc.constantFrom(...NAMES), carrier, value)
      .map(([name, path, key, item]): Json => ({ op: 'replace', [name]: path, [key]: item })),
    secretPath(secret).map((path): Json => ({ op: 'add', path, value: 'x' })),
    fc.tuple(secretPath(secret), value).map(([name, item]): Json => ({ op: 'add', value: { [name]: item } })),
    fc.tuple(fc.constantFrom(...NAMES), value).map(([name, item]): Json => ['replace', name, item]),
  );
};

const asText = (value: Json): Json => JSON.stringify(value);

function bodies(secret: string): fc.Arbitrary<Json> {
  const wrapped = operation(secret).map((item): Json => ({ Operations: [item] }));
  return fc.oneof(
    { weight: 3, arbitrary: wrapped },
    operation(secret),
    operation(secret).map((item): Json => ({ Operations: item })),
    operation(secret).map((item): Json => ({ Operations: [{ op: 'add', value: asText(item) }] })),
    operation(secret).map((item): Json => [item]),
    wrapped.map((item): Json => ({ Operations: asText(item) })),
  );
}

/** The secret of one call. */
const secretOf = (number: number): string => `${SECRET}${number}x`;

function request(ground: Ground, secret: string): fc.Arbitrary<Request> {
  const patch = fc
    .tuple(scimUser(ground), bodies(secret))
    .map(([id, json]): Request => ({ method: 'PATCH', path: `/scim/v2/Users/${encoded(id)}`, json }));
  const bulk = fc.tuple(scimUser(ground), bodies(secret)).map(([id, data]): Request => {
    const Operations = [{ method: 'PATCH', path: `/Users/${encoded(id)}`, data }];
    return { method: 'POST', path: '/scim/v2/Bulk', json: { Operations } };
  });
  const creation = fc
    .tuple(fc.constantFrom('/scim/v2/Users', '/scim/v2/Groups', '/scim/v2/.search', '/scim/v2/Me'), bodies(secret))
    .map(([path, json]): Request => ({ method: path.endsWith('Me') ? 'PUT' : 'POST', path, json }));
  const query = fc
    .tuple(fc.constantFrom('?filter=', '?filter=not+', '?', '?sortBy='), secretPath(secret))
    .map(([start, path]): Request => ({ method: 'GET', path: `/scim/v2/Users${start}${encoded(path)}` }));
  const path = fc
    .constantFrom(...NAMES)
    .map((name): Request => ({ method: 'GET', path: `/scim/v2/Users/${name}=${secret}` }));
  return fc.oneof({ weight: 4, arbitrary: patch }, bulk, creation, { weight: 2, arbitrary: query }, path);
}

/** Malformed requests about secrets; what they plant must be in no log. */
export function withSecret(ground: Ground): fc.Arbitrary<Request> {
  return fc
    .nat(999_999)
    .chain((number) => request(ground, secretOf(number)).map((call) => ({ ...call, secret: secretOf(number) })));
}
