import { findActor } from './access/queries.ts';
import { recallActor } from './access/recent-actors.ts';
import { hashSid } from './access/start-session.ts';
import type { Actor, Channel, Context, Services } from './kernel/context.ts';
import { openSessionCookie } from './session-cookie.ts';

export type AuthKeys = { authSecret: string; internalToken: string };
export type IncomingRequest = {
  headers: Pick<Headers, 'get'>;
  requestId: string;
  /** The web process has proven itself with the internal token. */
  internal: boolean;
};

const cookieNames = ['__Secure-authjs.session-token', 'authjs.session-token'];

/** Decrypted cookies: the same text always holds the same sid, so this is a memo, not a session store. */
const sids = new Map<string, string>();

/** Builds the context of one request: the actor is looked up each time, so a revoked session is dead at once. */
export async function createContext(services: Services, keys: AuthKeys, request: IncomingRequest): Promise<Context> {
  const sidHash = sidHashOf(keys, request);
  const actor = sidHash ? await findActor(services, sidHash) : ({ kind: 'anonymous' } as const);
  return contextOf(services, request, sidHash, actor);
}

/** The same from memory of the last second, or null: for an answer that says nothing of the person and changes nothing. */
export function recallContext(services: Services, keys: AuthKeys, request: IncomingRequest): Context | null {
  const sidHash = sidHashOf(keys, request);
  const actor = sidHash ? recallActor(services.db, sidHash) : null;
  return actor ? contextOf(services, request, sidHash, actor) : null;
}

function sidHashOf(keys: AuthKeys, { headers }: IncomingRequest): string | null {
  const sid = readSid(headers.get('cookie') ?? '', keys.authSecret);
  return sid ? hashSid(sid) : null;
}

function contextOf(services: Services, request: IncomingRequest, sidHash: string | null, actor: Actor): Context {
  const channel = channelOf(request.headers.get('x-huimin-channel'));
  return { ...services, actor, requestId: request.requestId, channel, internal: request.internal, sidHash };
}

/** The sid in next-auth's encrypted cookie (also when split over several), or null. */
export function readSid(cookieHeader: string, authSecret: string): string | null {
  for (const name of cookieNames) {
    const token = readCookie(cookieHeader, name);
    if (!token) continue;
    const known = sids.get(token);
    if (known) return known;
    const payload = openSessionCookie(token, authSecret, name, new Date());
    if (typeof payload?.sid !== 'string') continue;
    if (sids.size >= 20_000) sids.clear();
    sids.set(token, payload.sid);
    return payload.sid;
  }
  return null;
}

function readCookie(header: string, name: string): string | null {
  const parts = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) parts.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  const whole = parts.get(name);
  if (whole) return whole;
  let joined = '';
  for (let i = 0; parts.has(`${name}.${i}`); i += 1) joined += parts.get(`${name}.${i}`);
  return joined || null;
}

function channelOf(header: string | null): Channel {
  return header === 'app' || header === 'wechat' ? header : 'web';
}
