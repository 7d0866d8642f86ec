import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Headers of proxies, which tell of somebody behind them. */
const FORWARDED = /^(?:forwarded|via|x-real-ip|x-forwarded-.*)$/;

/** Whether a name or an address can be reached from this machine alone; IPv4 within IPv6 included. */
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
 * Whether a request comes from a program on this machine. One that a proxy on this machine passes on comes from its
 * address, too; it is known by the proxy's headers, or by being addressed to another name.
 */
export function isFromThisMachine({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  if (!isLoopback(socket.remoteAddress ?? '') || !isLoopback(hostOf(headers))) return false;
  return !Object.keys(headers).some((name) => FORWARDED.test(name));
}
