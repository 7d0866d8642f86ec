import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { type DocumentedOperation, documentedOperations } from '../harness/open-api.js';
import type { Call } from './call.js';
import { type Ground, pathValue } from './ground.js';
import { POISONED_NAMES, strangeWord } from './hostile-values.js';
import { type Json, toText } from './json-text.js';
import { knownValue } from './known-values.js';
import { mutate, mutation } from './mutations.js';
import { schemaValue } from './schema-values.js';
import { encoded } from './url-text.js';

const OPERATIONS = documentedOperations();
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'];
const MEDIA_TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'application/merge-patch+json',
  'application/json',
  'application/scim+json; charset=utf-8',
  'nonsense',
];

const STRANGE_HEADERS = fc.constantFrom<Record<string, string>[]>(
  { accept: 'text/html' },
  { accept: 'application/nonsense; q=2' },
  { 'if-match': 'W/"1"' },
  { 'if-match': '*' },
  { 'if-none-match': '*' },
  { 'if-none-match': ','.repeat(5_000) },
  { 'x-request-id': '../../x y' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'gopher' },
  { host: 'evil test' },
  { host: '[' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'nonsense' },
);

const HEADERS = fc.oneof({ weight: 9, arbitrary: fc.constant<Record<string, string>>({}) }, STRANGE_HEADERS);

function pathOf({ path, operation }: DocumentedOperation, ground: Ground): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = names.map((name) => {
    const parameter = operation.parameters?.find((candidate) => 'name' in candidate && candidate.name === name);
    return pathValue(path, name, parameter && 'example' in parameter ? (parameter.example as Json) : '1', ground);
  });
  return fc
    .tuple(...values)
    .map((given) => names.reduce((text, name, at) => text.replace(`{${name}}`, () => encoded(given[at] ?? '')), path));
}

/** Names that other programs have for the parameters of their lists. */
const NAMES_ELSEWHERE = [
  'limit',
  'offset',
  'order',
  'sort',
  'search',
  'fields',
  'start',
  'length',
  'size',
  'id',
  'token',
];

const OTHER_NAMES = [
  ...POISONED_NAMES,
  ...NAMES_ELSEWHERE,
  'a[b][c]',
  'access_token',
  'page',
  'page_size',
  'extra',
  '',
];

const extraParameter = fc
  .tuple(fc.constantFrom(...OTHER_NAMES), strangeWord)
  .map(([name, value]) => `${name}=${encoded(value)}`);

function queryOf({ operation }: DocumentedOperation, ground: Ground): fc.Arbitrary<string> {
  const parameters = (operation.parameters ?? []).flatMap((parameter) => {
    if (!('in' in parameter) || parameter.in !== 'query') return [];
    const good =
      knownValue(parameter.name, undefined, ground) ?? schemaValue(parameter.schema ?? {}, parameter.name, ground);
    const value = fc.oneof({ weight: 3, arbitrary: good }, { weight: 1, arbitrary: strangeWord });
    return [value.map((given) => `${parameter.name}=${encoded(given)}`)];
  });
  const given = parameters.length === 0 ? extraParameter : fc.oneof(...parameters, ...parameters, extraParameter);
  const seldom = parameters.length === 0 ? 0 : 3;
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1 + seldom, arbitrary: fc.array(given, { maxLength: 3 }).map((parts) => `?${parts.join('&')}`) },
  );
}

/** A body as text, sometimes cut off, with more text after it, with bytes that are not text, or compressed. */
function damagedText(value: Json, damage: number): Buffer {
  const text = Buffer.from(toText(value));
  switch (damage) {
    case 0:
      return text.subarray(0, text.length / 2);
    case 1:
      return Buffer.concat([text, Buffer.from(' {}')]);
    case 2:
      return Buffer.concat([
        text.subarray(0, text.length / 2),
        Buffer.from([0xff, 0xfe, 0xc0]),
        text.subarray(text.length / 2),
      ]);
    case 3:
      return gzipSync(text);
    default:
      return text;
  }
}

function bodyOf({ operation }: DocumentedOperation, ground: Ground): fc.Arbitrary<Buffer | undefined> {
  const { requestBody } = operation;
  const [media] = requestBody && 'content' in requestBody ? Object.values(requestBody.content) : [];
  if (!media) return fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.constant(Buffer.from('{"a":')));
  const good = schemaValue(media.schema ?? {}, '', ground);
  const value = fc.oneof({ weight: 4, arbitrary: good }, fc.constant(media.example as Json));
  const mutations = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 2 }) },
  );
  return fc
    .tuple(value, mutations, fc.nat(60))
    .map(([given, damages, textDamage]) => damagedText(mutate(given, damages), textDamage));
}

function mediaTypeOf({ operation }: DocumentedOperation): fc.Arbitrary<Record<string, string>> {
  const { requestBody } = operation;
  const [type = 'application/json'] = requestBody && 'content' in requestBody ? Object.keys(requestBody.content) : [];
  const strange = fc.constantFrom(...MEDIA_TYPES).map((other) => ({ 'content-type': other }));
  return fc.oneof(
    { weight: 24, arbitrary: fc.constant({ 'content-type': type }) },
    { weight: 1, arbitrary: strange },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

/** Requests for one operation as the document describes it, most of them damaged somewhere. */
function callOf(documented: DocumentedOperation, actor: string, ground: Ground): fc.Arbitrary<Call> {
  const method = documented.method.toUpperCase();
  return fc
    .record({
      path: pathOf(documented, ground),
      query: queryOf(documented, ground),
      type: mediaTypeOf(documented),
      headers: HEADERS,
      body: bodyOf(documented, ground),
      otherMethod: fc.oneof({ weight: 14, arbitrary: fc.constant(undefined) }, fc.constantFrom(...METHODS)),
    })
    .map(({ path, query, type, headers, body, otherMethod }): Call => {
      const other = otherMethod === undefined || otherMethod === method ? undefined : otherMethod;
      const operation = other === undefined ? documented : undefined;
      return { actor, method: other ?? method, path: path + query, headers: { ...type, ...headers }, body, operation };
    });
}

/** Requests for every operation of the document. */
export function documentedCall(actor: string, ground: Ground): fc.Arbitrary<Call> {
  return fc.constantFrom(...OPERATIONS).chain((documented) => callOf(documented, actor, ground));
}
