import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { readSid } from '../../auth.ts';

const privatePeer = /^(::1|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/;

/** Whom a request is counted for: a session whose cookie we sealed, else the address it comes from. */
export function callerOf(req: IncomingMessage, authSecret: string): { key: string; isSession: boolean } {
  const session = readSid(req.headers.cookie ?? '', authSecret);
  return session ? { key: `s ${session.sid}`, isSession: true } : { key: `a ${addressOf(req)}`, isSession: false };
}

/** The balancer's word if a balancer speaks, else the peer; an IPv6 household is a /64. */
export function addressOf(req: IncomingMessage): string {
  const peer = plain(req.socket.remoteAddress ?? '');
  const told = req.headers['x-forwarded-for'];
  const last = typeof told === 'string' && privatePeer.test(peer) ? plain(told.split(',').at(-1)?.trim() ?? '') : '';
  const address = last || peer;
  return isIPv6(address) ? groupsOf(address).slice(0, 4).join(':') : address;
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '');

/** All eight groups of an address that may be shortened by '::'. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter(Boolean)) as [string[], string[]?];
  const missing = tail ? 8 - head.length - tail.length : 0;
  return [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? [])];
}
