import { createHash, createHmac } from 'node:crypto';
import type { Answer } from './answer.ts';
import { barredBy, enter, overlaps } from './book.ts';
import { drawOf, publicOf } from './draw.ts';
import {
  cloneOf,
  type Draw,
  facilityOf,
  type Ledger,
  type Request,
  type Session,
  sessionOf,
  type Ticket,
  visitsOf,
} from './ledger.ts';
import { waitsEnough } from './wait.ts';

/** What a draw shows in the end: its seed, the places of its list, and the appointment that each winner has. */
export type Shown = { seed: string; places: Record<string, number>; won: Record<string, string> };

/** The list is closed and not everybody has a result: whoever holds the draw has more to do. */
export const isUnderWay = (ledger: Ledger, id: string): boolean => drawOf(ledger, id)?.status === 'closed';

/**
 * The next step of a draw's job, which is done at any time and any number of times: nothing before its close, then the
 * list is closed, each number given and the result shown, in steps that are whole or not at all.
 */
export function afterHolding(before: Ledger, id: string, answer: Answer): Ledger[] {
  if (answer.kind !== 'done') return [];
  const shown: Shown = JSON.parse(answer.what);
  const ledger = cloneOf(before);
  const on: On = { session: sessionOf(ledger, id), shown };
  const draw = drawOf(ledger, id);
  if (draw?.status === 'closed') return step(ledger, draw, on);
  if (draw?.status !== 'intake') return draw?.seed === shown.seed ? [before] : [];
  if (isOver(ledger, on.session)) return voided(ledger, draw, on);
  if (ledger.now < draw.closesAt) return shown.seed === '-' ? [before] : [];
  return close(ledger, draw, on);
}

type On = { session: Session; shown: Shown };
const isOver = ({ now }: Ledger, session: Session) => session.status === 'suspended' || now >= session.closes;
const stillWaiting = ({ requests }: Draw) => requests.filter((one) => one.status === 'waiting');
const wonIn = ({ requests }: Draw) => requests.filter((one) => one.status === 'won');

/** The list has its order and every free number is held, lowest first; the seed of a draw that came to nothing stays secret. */
function close(ledger: Ledger, draw: Draw, { session, shown }: On): Ledger[] {
  const isSecret = shown.seed === '-';
  if (!isSecret && commitmentOf(session, draw, shown.seed) !== draw.commitment) return [];
  const waiting = stillWaiting(draw);
  const order = isSecret
    ? waiting.toSorted((a, b) => (shown.places[a.id] ?? 0) - (shown.places[b.id] ?? 0))
    : inOrder(shown.seed, waiting);
  for (const [i, request] of order.entries()) request.place = i + 1;
  const offered = publicOf(session).filter((t) => t.status === 'free');
  for (const ticket of offered) Object.assign(ticket, { status: 'held', by: 'platform' });
  Object.assign(draw, { status: 'closed', offered: numbersOf(offered) });
  ledger.audits.push(`draws.close ${session.id}`);
  return [ledger];
}

const numbersOf = (tickets: Ticket[]) =>
  tickets
    .map((t) => t.number)
    .sort((a, b) => a - b)
    .join(',');

/** The next in order has a result, or everybody at once when nothing is left to give. */
function step(ledger: Ledger, draw: Draw, on: On): Ledger[] {
  const left = leftOf(draw, on.session);
  const over = isOver(ledger, on.session);
  const [next] = stillWaiting(draw).sort((a, b) => Number(a.place) - Number(b.place));
  if (next && left.length > 0 && !over) return give(ledger, next, { ...on, left });
  if (on.session.status === 'suspended' || (over && left.length > 0)) return voided(ledger, draw, on);
  return finish(ledger, draw, on);
}

/** Numbers held for the draw still, lowest first. */
function leftOf(draw: Draw, session: Session): Ticket[] {
  const given = wonIn(draw).map((one) => one.number);
  const offered = draw.offered.split(',').map(Number);
  return publicOf(session)
    .filter((t) => t.status === 'held' && offered.includes(t.number) && !given.includes(t.number))
    .sort((a, b) => a.number - b.number);
}

/** The clinic is not held: whoever has no result loses, and what is left is stopped with it. */
function voided(ledger: Ledger, draw: Draw, { session, shown }: On): Ledger[] {
  if (shown.seed !== '-' || Object.keys(shown.won).length !== wonIn(draw).length) return [];
  for (const request of stillWaiting(draw)) {
    Object.assign(request, { status: 'lost', reason: 'stopped' });
    ledger.notices.push(`${request.resident} draw-void`);
  }
  for (const ticket of leftOf(draw, session)) release(ticket, session);
  draw.status = 'void';
  session.opens = Math.min(ledger.now, session.closes);
  ledger.audits.push(`draws.void ${session.id}`);
  return [ledger];
}

const release = (ticket: Ticket, session: Session) =>
  Object.assign(ticket, { status: session.status === 'suspended' ? 'suspended' : 'free', by: '-' });

function finish(ledger: Ledger, draw: Draw, { session, shown }: On): Ledger[] {
  if (shown.seed === '-' || Object.keys(shown.won).length !== wonIn(draw).length) return [];
  const left = leftOf(draw, session);
  const given = publicOf(session).filter((t) => wonIn(draw).some((one) => one.number === t.number));
  lose(ledger, draw, stillWaiting(draw));
  for (const ticket of left) release(ticket, session);
  Object.assign(draw, { status: 'drawn', seed: shown.seed, offered: numbersOf([...given, ...left]) });
  session.opens = Math.min(ledger.now, session.closes);
  ledger.audits.push(`draws.finish ${session.id}`);
  return [ledger];
}

/** Who came up after the numbers were gone waits for what comes back, in the order drawn and before anybody else. */
function lose(ledger: Ledger, { session }: Draw, waiting: Request[]): void {
  const losers = waiting.toSorted((a, b) => Number(a.place) - Number(b.place));
  const able = losers.filter((one) => !waitsEnough(ledger, one.resident));
  for (const [i, { id, resident }] of able.entries()) {
    const joinedAt = ledger.now - (able.length - 1 - i);
    const none = { number: '-', until: '-', appointment: '-' } as const;
    ledger.waits.push({ id, session, resident, joinedAt, state: 'waiting', ...none });
  }
  for (const request of losers) {
    Object.assign(request, { status: 'lost', reason: able.includes(request) ? 'waits' : '-' });
    ledger.notices.push(`${request.resident} draw-lost`);
  }
}

/** The lowest number that fits between the other visits; a rule that forbids every one lets the request pass. */
function give(ledger: Ledger, request: Request, { session, shown, left }: On & { left: Ticket[] }): Ledger[] {
  const { resident, account } = request;
  const visits = visitsOf(ledger, resident);
  const barred = barredBy(ledger, session, resident);
  const ticket = left.find((t) => !overlaps(visits, t));
  if (barred || !ticket) {
    Object.assign(request, { status: 'passed', reason: barred ?? 'overlap' });
    ledger.notices.push(`${resident} draw-passed`);
    return [ledger];
  }
  const id = shown.won[request.id];
  if (!id) return [];
  const [number, key] = [ticket.number, `draw-${request.id}`];
  Object.assign(request, { status: 'won', number, later: ticket !== left[0], appointment: id });
  const wish = { session: session.id, resident, account, key, asked: key, window: null };
  const status = facilityOf(ledger, session.facility).confirms ? 'held' : 'booked';
  return enter(ledger, { wish, session, ticket, id, status });
}

const sha256 = (lines: string[]) => createHash('sha256').update(lines.join('\n')).digest('hex');

/** As the province has published how a seed is promised … */
function commitmentOf(session: Session, { opensAt, closesAt }: Draw, seed: string): string {
  const times = [opensAt, closesAt].map((at) => new Date(at).toISOString());
  return sha256(['huimin-draw-1', session.facility, session.id, ...times, seed]);
}

/** … and how the order follows from it and from the list. */
function inOrder(seed: string, requests: Request[]): Request[] {
  const list = sha256(requests.map(({ id }) => `${id} web`).sort());
  const keyOf = ({ id }: Request) =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(`${list}\n${id}`).digest('hex');
  return requests.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
