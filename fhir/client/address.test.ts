import type dns from 'node:dns';
import { expect, test } from 'vitest';
import { guardedLookup, isPublicAddress } from './address.ts';
import { inScope } from './scope.ts';

test.each([
  ['8.8.8.8', true],
  ['2400:3200::1', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['::127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::7f00:1', false],
  ['not an address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

function resolving(...addresses: string[]): typeof dns.lookup {
  const answer = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return ((_name: string, _options: object, done: (error: null, list: object[]) => void) =>
    done(null, answer)) as never;
}
const look = (lookup: ReturnType<typeof guardedLookup>, all: boolean) =>
  new Promise((resolve) => lookup('his.example', { all }, (error, address) => resolve(error ?? address)));

test('a public name resolves, to one or to all', async () => {
  expect(await look(guardedLookup(resolving('8.8.8.8', '8.8.4.4')), false)).toBe('8.8.8.8');
  expect(await look(guardedLookup(resolving('8.8.8.8', '8.8.4.4')), true)).toHaveLength(2);
});

test.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [[]]])('a name that is %j is refused', async (addresses) => {
  expect(await look(guardedLookup(resolving(...addresses)), true)).toMatchObject({ kind: 'private-address' });
});

const base = new URL('https://his.example:8443/his/h1/fhir/r4');
test.each([
  ['https://his.example:8443/his/h1/fhir/r4/Slot?_after=1', true],
  ['https://his.example:8443/his/h1/fhir/r4?_getpages=1', true],
  ['Slot?_after=1', true],
  ['/his/h1/fhir/r4/Slot', true],
  ['https://HIS.example:8443/his/h1/fhir/r4/Slot', true],
  ['http://his.example:8443/his/h1/fhir/r4/Slot', false],
  ['https://his.example/his/h1/fhir/r4/Slot', false],
  ['https://his.example.evil.test:8443/his/h1/fhir/r4/Slot', false],
  ['https://user:pw@his.example:8443/his/h1/fhir/r4/Slot', false],
  ['https://his.example:8443/his/h1/fhir/r4evil/Slot', false],
  ['https://his.example:8443/his/h2/fhir/r4/Slot', false],
  ['https://his.example:8443/his/h1/fhir/r4/../../../h2/fhir/r4/Slot', false],
  ['https://his.example:8443/his/h1/fhir/r4/%2e%2e/%2e%2e/x', false],
  ['https://his.example:8443/his/h1/fhir/r4/..%2f..%2fx', false],
  ['//evil.test/his/h1/fhir/r4/Slot', false],
  ['file:///etc/passwd', false],
  ['http://', false],
])('%s is in scope: %s', (link, expected) => {
  const check = () => inScope(base, link);
  if (expected) expect(check().origin).toBe(base.origin);
  else expect(check).toThrow(/foreign-link/);
});
