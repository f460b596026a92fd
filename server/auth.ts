import { findActor } from './access/queries.ts';
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

export type Presented = { sid: string; sidHash: string };
/** Decrypted cookies: the same text always holds the same sid, so this is a memo, not a session store. */
const presented = new Map<string, Presented>();

/** Builds the context of one request: the actor is looked up each time, so a revoked session is dead at once. */
export async function createContext(services: Services, keys: AuthKeys, request: IncomingRequest): Promise<Context> {
  const sidHash = sidHashOf(keys, request);
  const actor = sidHash ? await findActor(services, sidHash) : ({ kind: 'anonymous' } as const);
  return contextOf(services, request, sidHash, actor);
}

const sidHashOf = (keys: AuthKeys, { headers }: IncomingRequest): string | null =>
  readSid(headers.get('cookie') ?? '', keys.authSecret)?.sidHash ?? null;

function contextOf(services: Services, request: IncomingRequest, sidHash: string | null, actor: Actor): Context {
  const channel = channelOf(request.headers.get('x-huimin-channel'));
  return { ...services, actor, requestId: request.requestId, channel, internal: request.internal, sidHash };
}

/** Whether a visitor claims to be signed in; only opening the cookie shows whether that is so. */
export const bearsSession = (cookieHeader: string): boolean => cookieNames.some((name) => cookieHeader.includes(name));

/** The sid in next-auth's encrypted cookie (also when split over several) and its hash, or null. */
export function readSid(cookieHeader: string, authSecret: string): Presented | null {
  if (cookieHeader === '') return null;
  const known = presented.get(cookieHeader);
  if (known) return known;
  for (const name of cookieNames) {
    const token = readCookie(cookieHeader, name);
    const payload = token ? openSessionCookie(token, authSecret, name, new Date()) : null;
    if (typeof payload?.sid !== 'string') continue;
    if (presented.size >= 20_000) presented.clear();
    const found = { sid: payload.sid, sidHash: hashSid(payload.sid) };
    presented.set(cookieHeader, found);
    return found;
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
