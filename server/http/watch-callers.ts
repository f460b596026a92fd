import type { IncomingMessage, Server } from 'node:http';
import { hashSid } from '../access/start-session.ts';
import type { AuthKeys } from '../auth.ts';
import { readSid } from '../auth.ts';
import { recordSightings, type Sighting } from '../behaviour/record-sightings.ts';
import type { Services } from '../kernel/context.ts';
import { addressOf } from './admission/caller-of.ts';
import { hasPass } from './admission/page-pass.ts';
import { isInternal } from './headers.ts';
import { pathOf, routeClassOf } from './route-class.ts';

const flushMs = 20_000;
/** More callers than act within twenty seconds; beyond them it is a flood, which admission deals with. */
const keptMost = 50_000;

/**
 * Notes which session acts from which address and how often, for `behaviour`. It holds up nobody: a look at the cookie, and
 * a statement or two every twenty seconds. Returns how to end it, with what is still to be kept.
 */
export function watchCallers(server: Server, services: Services, keys: AuthKeys): () => Promise<void> {
  let seen = new Map<string, Sighting>();
  const note = (req: IncomingMessage) => {
    const route = routeClassOf(pathOf(req.url));
    if (route === 'static' || route === 'health' || seen.size >= keptMost) return;
    // what a page of ours asks on the visitor's behalf is counted when the page is asked for
    if (isInternal(req, keys.internalToken) || hasPass(req, keys.internalToken)) return;
    const sid = readSid(req.headers.cookie ?? '', keys.authSecret);
    if (!sid) return;
    const address = addressOf(req);
    const now = services.clock.now().getTime();
    const minute = new Date(now - (now % 60_000));
    const key = `${sid} ${address} ${minute.getTime()}`;
    const known = seen.get(key);
    if (known) known.actions += 1;
    else seen.set(key, { sidHash: hashSid(sid), address, minute, actions: 1 });
  };
  const flush = async () => {
    const batch = [...seen.values()];
    seen = new Map();
    await recordSightings(services, batch).catch((err) => services.log.warn({ err }, 'sightings were not kept'));
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
