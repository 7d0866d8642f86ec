const NETWORK_GROUPS = 4;

/**
 * The network by which requests from an address are counted: the address itself for IPv4, the /64 for IPv6, because a
 * single household or server has a whole one. If zeros are left out early in the address, it is a larger network.
 */
export function networkOf(address: string): string {
  if (address.includes('.')) return address;
  const [written = ''] = address.split('::', 1);
  const groups = written.split(':').slice(0, NETWORK_GROUPS);
  return [...groups, ...Array.from({ length: NETWORK_GROUPS - groups.length }, () => '0')].join(':');
}
