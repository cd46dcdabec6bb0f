import { BlockList, isIP } from 'node:net';

/**
 * Ranges no outgoing request may reach: everything that is not a public unicast address. A feed address comes from
 * people; without this list it reads the cloud's metadata service or a database on the local network for them.
 * Source: IANA special-purpose address registries (RFC 6890 and its updates).
 */
const forbiddenRanges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Public IPv6 is 2000::/3 alone; inside it these are not ordinary hosts (Teredo, 6to4, documentation, ORCHID …). */
const forbiddenInsideGlobalUnicast: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const forbidden = new BlockList();
for (const [network, prefix] of forbiddenRanges) forbidden.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of forbiddenInsideGlobalUnicast) forbidden.addSubnet(network, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether `address` is a public unicast address that an outgoing request may connect to. Anything else, text that is
 * no address included, is refused. IPv4 inside IPv6 (mapped, compatible, NAT64 64:ff9b::/96 and 64:ff9b:1::/48, 6to4,
 * Teredo) lies outside the allowed ranges, so a private IPv4 cannot hide there.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !forbidden.check(address, 'ipv4');
  if (family === 6 && !address.includes('%'))
    return globalUnicast.check(address, 'ipv6') && !forbidden.check(address, 'ipv6');
  return false;
}
