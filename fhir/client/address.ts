import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { HisError } from './errors.ts';

const embedded = ipaddr.IPv6.parse('::');

/** Whether an address belongs to the public internet. Loopback, private, link-local, NAT64 and the like do not. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text); // unwraps ::ffff:127.0.0.1
  if (address.kind() === 'ipv6' && (address as ipaddr.IPv6).match(embedded, 96)) return false; // ::127.0.0.1
  return address.range() === 'unicast';
}

/** A literal address never reaches `lookup`, so it is checked before connecting. */
export function refusePrivateHost(hostname: string): void {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !isPublicAddress(literal)) throw refusal();
}

function refusal(): HisError {
  return new HisError('private-address', 'the address is not a public one');
}

/**
 * Resolves a name at the moment of connecting and fails if any of its addresses is private; the socket then connects to
 * the very address that was checked, so a name that changes in between gains nothing.
 */
export function guardedLookup(resolve: typeof dns.lookup = dns.lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 4);
      const first = addresses[0];
      if (!first || addresses.some((one) => !isPublicAddress(one.address))) return callback(refusal(), '', 4);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
