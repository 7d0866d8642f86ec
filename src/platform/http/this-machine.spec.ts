import { describe, expect, it } from '@jest/globals';
import type { IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { isFromThisMachine, isLoopback } from './this-machine.js';

function request(remoteAddress: string | undefined, headers: IncomingHttpHeaders) {
  return { socket: Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }), headers };
}

describe(isLoopback.name, () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['[::1]', true],
    ['::ffff:127.0.0.1', true],
    ['localhost', true],
    ['LocalHost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.7', false],
    ['128.0.0.1', false],
    ['::ffff:10.0.0.7', false],
    ['fe80::1', false],
    ['localhost.acme.test', false],
    ['127.0.0.1.acme.test', false],
    ['', false],
  ])('takes %s for %j', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe(isFromThisMachine.name, () => {
  it.each([
    ['127.0.0.1', 'localhost:3000'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '[::1]:3000'],
    ['::ffff:127.0.0.1', 'LOCALHOST'],
  ])('knows a program here: %s asks %s', (address, host) => {
    expect(isFromThisMachine(request(address, { host, 'user-agent': 'Prometheus' }))).toBe(true);
  });

  it.each<[address: string | undefined, headers: IncomingHttpHeaders]>([
    ['10.0.0.7', { host: 'localhost' }],
    ['::ffff:172.17.0.1', { host: 'localhost:3000' }],
    [undefined, { host: 'localhost' }],
    ['127.0.0.1', { host: 'rolecall.acme.test' }],
    ['127.0.0.1', {}],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '' }],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-proto': 'https' }],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=10.0.0.7' }],
    ['127.0.0.1', { host: 'localhost', via: '1.1 proxy' }],
    ['::1', { host: 'localhost', 'x-real-ip': '10.0.0.7' }],
  ])('takes no other for one: %s with %j', (address, headers) => {
    expect(isFromThisMachine(request(address, headers))).toBe(false);
  });
});
