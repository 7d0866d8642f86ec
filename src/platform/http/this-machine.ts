import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Headers that proxies add; they mean that somebody else sent the request. */
const FORWARDED = /^(?:forwarded|via|x-real-ip|x-forwarded-.*)$/;

/** Whether a host name or address can be reached only from this machine, including IPv4 within IPv6. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  const version = isIP(address);
  if (version === 0) return address.toLowerCase() === 'localhost';
  return LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** The host that a request is addressed to, without its port; empty if none is named. */
function hostOf({ host = '' }: IncomingHttpHeaders): string {
  return host.replace(/:\d*$/, '');
}

/**
 * Whether a request comes from a program on this machine. A request through a proxy on this machine has the same
 * address; the proxy's headers give it away, or the other name that it is addressed to.
 */
export function isFromThisMachine({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  if (!isLoopback(socket.remoteAddress ?? '') || !isLoopback(hostOf(headers))) return false;
  return !Object.keys(headers).some((name) => FORWARDED.test(name));
}
