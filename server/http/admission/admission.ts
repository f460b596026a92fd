import type { IncomingMessage, ServerResponse } from 'node:http';
import { counter, gauge } from '../../kernel/metrics.ts';
import { isOwnRoute, pathOf, routeClassOf } from '../route-class.ts';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { callerOf } from './caller-of.ts';
import { Callers } from './callers.ts';
import { Gate, type Leave } from './gate.ts';
import { apiGate, perAddress, perSession, webGate } from './settings.ts';
import { type Cause, turnAway } from './turn-away.ts';
import { type WorkClass, workClasses, workClassOf } from './work-class.ts';

const decided = counter('huimin_admission_total', 'Requests let in or turned away', ['part', 'kind', 'outcome']);
type Part = { part: 'api' | 'web'; limit: AdaptiveLimit; gate: Gate<WorkClass> };
let parts: Part[] = [];
gauge('huimin_admission_requests', 'Requests let in and waiting', ['part', 'kind', 'state'], (set) => {
  for (const { part, gate } of parts)
    for (const kind of workClasses)
      for (const [name, value] of Object.entries(gate.count(kind))) set(value, { part, kind, state: name });
});
gauge('huimin_admission_limit', 'Requests that may be worked on at once', ['part'], (set) => {
  for (const { part, limit } of parts) set(limit.value, { part });
});

export type Admission = {
  /** Calls `go` now or in a while, or answers itself. */
  admit: (req: IncomingMessage, res: ServerResponse, go: () => void) => void;
  close: () => void;
};

const tickMs = 50;

/**
 * Decides at the door who is worked on: by kind of work, by caller, and by how late this process runs. Whoever
 * is turned away gets an answer that says so, at once, for a few microseconds.
 */
export function createAdmission(authSecret: string): Admission {
  const api = makePart('api', apiGate);
  const web = makePart('web', webGate);
  parts = [api, web];
  const callers = new Callers();
  let pageMs = 0;
  let last = performance.now();
  const tick = setInterval(() => {
    const now = performance.now();
    api.limit.observe(now - last - tickMs, api.gate.running);
    web.limit.observe(pageMs, web.gate.running);
    last = now;
    for (const { gate } of [api, web]) gate.expire();
  }, tickMs);
  tick.unref();

  const admit = (req: IncomingMessage, res: ServerResponse, go: () => void) => {
    const kind = workClassOf(req.url);
    if (!kind) {
      go();
      return;
    }
    const { part, gate } = isOwnRoute(routeClassOf(pathOf(req.url))) ? api : web;
    const refuse = (cause: Cause, wait: number) => {
      // asked again all at once, they would stand here again: a few seconds apart
      const waitMs = cause === 'site' ? wait + Math.random() * 4000 : wait;
      decided.inc({ part, kind, outcome: cause === 'caller' ? 'caller-too-fast' : 'too-busy' });
      turnAway(req, res, { cause, kind, waitMs });
    };
    // in the worst of a rush most are refused: before their cookie costs 15 µs to open
    const fullMs = gate.fullFor(kind);
    if (fullMs !== null) {
      refuse('site', fullMs);
      return;
    }
    const caller = callerOf(req, authSecret);
    const taken = callers.take(`${kind} ${caller.key}`, caller.isSession ? perSession[kind] : perAddress(kind));
    if ('waitMs' in taken) {
      refuse('caller', taken.waitMs);
      return;
    }
    const asked = performance.now();
    let leave: Leave = () => {};
    res.once('close', () => {
      taken.leave();
      leave();
      if (part === 'web') pageMs += (performance.now() - asked - pageMs) / 16;
    });
    leave = gate.enter(kind, {
      start: () => {
        decided.inc({ part, kind, outcome: 'let-in' });
        go();
      },
      refuse: (waitMs) => refuse('site', waitMs),
    });
  };
  return { admit, close: () => clearInterval(tick) };
}

function makePart(part: Part['part'], settings: typeof apiGate): Part {
  const limit = new AdaptiveLimit(settings.limit);
  return { part, limit, gate: new Gate(settings.shares, () => limit.value, settings.waitMs) };
}
