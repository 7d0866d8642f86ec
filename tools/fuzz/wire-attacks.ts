import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** The bytes for one connection, and the expected statuses in order. */
export interface Attack {
  readonly name: string;
  readonly bytes: (token: string) => string | Buffer;
  /** For each answer the possible statuses. If there are none, the server may hang up without an answer. */
  readonly expected: readonly (readonly number[])[];
}

const MEBIBYTE = 1_048_576;
const REFUSED = [400];

/** A request with these lines after the first. Its token is valid unless the lines bring another. */
function request(line: string, headers: readonly string[], body: string | Buffer = '') {
  return (token: string) =>
    Buffer.concat([
      Buffer.from(
        [`${line} HTTP/1.1`, 'Host: fuzz.test', `Authorization: Bearer ${token}`, ...headers, '', ''].join('\r\n'),
        'latin1',
      ),
      Buffer.from(body),
    ]);
}

function post(headers: readonly string[], body: string | Buffer, path = '/scim/v2/Users') {
  return request(`POST ${path}`, ['Content-Type: application/json', 'Connection: close', ...headers], body);
}

function packed(encoding: string, body: Buffer) {
  return post([`Content-Encoding: ${encoding}`, `Content-Length: ${body.length}`], body);
}

const BOMB = Buffer.alloc(200 * MEBIBYTE, ' ');
const GZIP_BOMB = gzipSync(BOMB);
const DEFLATE_BOMB = deflateSync(BOMB);
const BROTLI_BOMB = brotliCompressSync(BOMB.subarray(0, 50 * MEBIBYTE));

const user = JSON.stringify({ userName: 'must-not-come-to-be@fuzz.test' });
const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`;
const read = (path: string, ...headers: string[]) => request(`GET ${path}`, ['Connection: close', ...headers]);

/** Requests that are wrong as HTTP, or larger than they look. */
export const ATTACKS: readonly Attack[] = [
  { name: 'a gzip bomb', bytes: packed('gzip', GZIP_BOMB), expected: [[413]] },
  { name: 'a deflate bomb', bytes: packed('deflate', DEFLATE_BOMB), expected: [[413]] },
  { name: 'a brotli bomb', bytes: packed('br', BROTLI_BOMB), expected: [[413]] },
  { name: 'gzip cut off', bytes: packed('gzip', gzipSync(user).subarray(0, 20)), expected: [REFUSED] },
  { name: 'gzip that is none', bytes: packed('gzip', Buffer.from(user)), expected: [REFUSED] },
  { name: 'an unknown packing', bytes: packed('nonsense', Buffer.from(user)), expected: [[415]] },
  { name: 'a body above the limit, announced', bytes: post([`Content-Length: ${10 ** 12}`], ''), expected: [[413]] },
  { name: 'a length that is none', bytes: post(['Content-Length: -1'], user), expected: [REFUSED] },
  { name: 'a length of 10^30', bytes: post([`Content-Length: 1${'0'.repeat(30)}`], user), expected: [REFUSED] },
  { name: 'two lengths', bytes: post(['Content-Length: 5', length(user)], user), expected: [REFUSED] },
  {
    name: 'a length and chunks',
    bytes: post([length(user), 'Transfer-Encoding: chunked'], `0\r\n\r\n`),
    expected: [REFUSED],
  },
  { name: 'a length that is too short', bytes: post(['Content-Length: 5'], user), expected: [REFUSED] },
  { name: 'chunks without end', bytes: post(['Transfer-Encoding: chunked'], 'zz\r\n{}'), expected: [REFUSED] },
  {
    name: 'a chunk of 2^64 and more',
    bytes: post(['Transfer-Encoding: chunked'], '10000000000000000\r\n{}'),
    expected: [[400, 413]],
  },
  {
    name: 'bytes that are no UTF-8',
    bytes: post(['Content-Length: 3'], Buffer.from([0xff, 0xfe, 0xc0])),
    expected: [REFUSED],
  },
  { name: 'UTF-16', bytes: post(['Content-Length: 8'], Buffer.from('{"a"', 'utf16le')), expected: [REFUSED] },
  {
    name: 'a header flood',
    bytes: read('/scim/v2/Users', ...Array.from({ length: 20_000 }, (_, at) => `X-Flood-${at}: ${at}`)),
    expected: [[431]],
  },
  {
    name: 'as many headers as fit',
    bytes: read('/scim/v2/Me', ...Array.from({ length: 9_000 }, (_, at) => `X-Flood-${at}: ${at}`)),
    expected: [[200, 401, 431]],
  },
  { name: 'one header of 1 MiB', bytes: read('/scim/v2/Me', `X-Long: ${'x'.repeat(MEBIBYTE)}`), expected: [[431]] },
  {
    name: 'a token of 100 KiB',
    bytes: request('GET /scim/v2/Me', ['Connection: close', `X: ${'a'.repeat(100_000)}`]),
    expected: [[200]],
  },
  { name: 'a URL of 1 MiB', bytes: read(`/scim/v2/Users?filter=${'a'.repeat(MEBIBYTE)}`), expected: [[431]] },
  { name: 'a filter of 200 KiB', bytes: read(`/scim/v2/Users?filter=${'%28'.repeat(66_000)}`), expected: [REFUSED] },
  { name: '20,000 parameters', bytes: read(`/api/users?${'a=b&'.repeat(20_000)}`), expected: [[200, 400]] },
  {
    name: 'a parameter of 10,000 levels',
    bytes: read(`/api/users?email${'[a]'.repeat(10_000)}=b`),
    expected: [[200, 400]],
  },
  { name: 'bytes in the URL', bytes: read('/scim/v2/Users/\xff\xfe'), expected: [[400, 404]] },
  { name: 'a NUL in the URL', bytes: read('/scim/v2/Users/\0'), expected: [REFUSED] },
  { name: 'a NUL in a header', bytes: read('/scim/v2/Me', 'X: a\0b'), expected: [REFUSED] },
  { name: 'a URL with an origin', bytes: read('http://other.test/scim/v2/Me'), expected: [[200, 400, 404]] },
  { name: 'a URL that is a star', bytes: request('OPTIONS *', ['Connection: close']), expected: [[400, 404, 405]] },
  {
    name: 'no host',
    bytes: (token) => `GET /scim/v2/Me HTTP/1.1\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    expected: [REFUSED],
  },
  {
    name: 'a host that is none',
    bytes: (token) =>
      `GET /api/projects?page_size=1 HTTP/1.1\r\nHost: [\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    expected: [[200, 400]],
  },
  { name: 'two slashes before a page', bytes: read('//api/projects?page_size=1'), expected: [[200]] },
  {
    name: 'another protocol',
    bytes: () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
    expected: [REFUSED],
  },
  { name: 'HTTP/2 without a word', bytes: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', expected: [REFUSED] },
  { name: 'a method that is none', bytes: request('NONSENSE /scim/v2/Me', []), expected: [REFUSED] },
  { name: 'CONNECT', bytes: request('CONNECT example.test:443', []), expected: [] },
  {
    name: 'an upgrade',
    bytes: read('/scim/v2/Me', 'Upgrade: websocket', 'Connection: Upgrade'),
    expected: [[200, 400]],
  },
  {
    name: 'an expectation that cannot be met',
    bytes: post(['Expect: nonsense', 'Content-Length: 2'], '{}'),
    expected: [REFUSED],
  },
  { name: 'a folded header', bytes: read('/scim/v2/Me', 'X: a\r\n b'), expected: [[200, 400]] },
  {
    name: 'a request inside of a request',
    bytes: request(
      'GET /scim/v2/Me',
      ['Content-Length: 50'],
      `DELETE /scim/v2/Users/x HTTP/1.1\r\nHost: fuzz.test\r\n\r\n`,
    ),
    expected: [[200]],
  },
];
