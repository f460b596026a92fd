import type { IncomingMessage, Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AuthKeys } from '../auth.ts';
import { bearsSession, readSid } from '../auth.ts';
import { recordSightings, type Sighting } from '../behaviour/record-sightings.ts';
import type { Services } from '../kernel/context.ts';
import { addressOf } from './admission/caller-of.ts';
import { hasPass } from './admission/page-pass.ts';
import { isInternal } from './headers.ts';
import { pathOf, routeClassOf } from './route-class.ts';

const flushMs = 20_000;
/** Longer than the session's cookie beside a few others: what is longer is somebody's game with our memory. */
const longestCookie = 2000;
/** More callers than act within twenty seconds; beyond them it is a flood, which admission deals with. */
const keptMost = 50_000;

type Noted = { cookie: string; address: string; minute: number; actions: number };

/**
 * Notes which session acts from which address and how often, for `behaviour`. It holds up nobody: cookies are opened and
 * a statement or two is sent every twenty seconds. Returns how to end it, with what is still to be kept.
 */
export function watchCallers(server: Server, services: Services, keys: AuthKeys): () => Promise<void> {
  let seen = new Map<string, Noted>();
  const note = (req: IncomingMessage) => {
    const route = routeClassOf(pathOf(req.url));
    if (route === 'static' || route === 'health' || seen.size >= keptMost) return;
    const cookie = req.headers.cookie ?? '';
    if (!bearsSession(cookie) || cookie.length > longestCookie) return;
    // what a page of ours asks on the visitor's behalf is counted when the page is asked for
    if (isInternal(req, keys.internalToken) || hasPass(req, keys.internalToken)) return;
    const address = addressOf(req);
    const now = services.clock.now().getTime();
    const minute = now - (now % 60_000);
    const key = `${minute} ${address} ${cookie}`;
    const known = seen.get(key);
    if (known) known.actions += 1;
    else seen.set(key, { cookie, address, minute, actions: 1 });
  };
  const flush = async () => {
    const noted = [...seen.values()];
    seen = new Map();
    const sightings = await openAll(noted, keys);
    await recordSightings(services, sightings).catch((err) => services.log.warn({ err }, 'sightings were not kept'));
  };
  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  // before the front takes off the headers that only our own processes may send
  server.prependListener('request', note);
  return async () => {
    clearInterval(timer);
    server.off('request', note);
    await flush();
  };
}

/** Opening a cookie costs more than an answer in a rush, so it is done afterwards, a few at a time between other work. */
async function openAll(noted: Noted[], keys: AuthKeys): Promise<Sighting[]> {
  const sightings = new Map<string, Sighting>();
  for (const [i, { cookie, address, minute, actions }] of noted.entries()) {
    if (i % 100 === 99) await nextTurn();
    const sidHash = readSid(cookie, keys.authSecret)?.sidHash;
    if (!sidHash) continue;
    const key = `${minute} ${address} ${sidHash}`;
    const known = sightings.get(key);
    if (known) known.actions += actions;
    else sightings.set(key, { sidHash, address, minute: new Date(minute), actions });
  }
  return [...sightings.values()];
}
