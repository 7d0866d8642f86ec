const NETWORK_GROUPS = 4;

/**
 * The network that requests of an address are counted by: the address itself for IPv4, the /64 for IPv6, since a single
 * household or server has all of one. Where zeros are left out early, a coarser one.
 */
export function networkOf(address: string): string {
  if (address.includes('.')) return address;
  const [written = ''] = address.split('::', 1);
  const groups = written.split(':').slice(0, NETWORK_GROUPS);
  return [...groups, ...Array.from({ length: NETWORK_GROUPS - groups.length }, () => '0')].join(':');
}
