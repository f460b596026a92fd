import { createHash, createHmac } from 'node:crypto';
import { type Answer, ifDone, ifRefused } from './answer.ts';
import { barredBy, enter, overlaps } from './book.ts';
import {
  cloneOf,
  type Draw,
  facilityOf,
  hours,
  type Ledger,
  type Request,
  type Session,
  sessionOf,
  type Ticket,
  visitsOf,
} from './ledger.ts';
import { waitsEnough } from './wait.ts';

const minutes = 60_000;
/** Between the promise and the first request, and between the last one and the clinic. */
const [notice, lead] = [5 * minutes, 12 * hours];
const openMax = 3;

export const drawOf = (ledger: Ledger, session: string): Draw | undefined =>
  ledger.draws.find((one) => one.session === session);
const publicOf = (session: Session) => session.tickets.filter((t) => t.pool === 'public');

/** Numbers nobody has yet are given by draw: the promise of the seed is the answer, and stands when asked again. */
export function afterMark(before: Ledger, wish: { session: string; minutes: number }, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const session = sessionOf(ledger, wish.session);
  if (session.status === 'suspended') return ifRefused(answer, 'stopped', before);
  if (ledger.now >= session.closes) return ifRefused(answer, 'session-over', before);
  const known = drawOf(ledger, session.id);
  if (known) return ifDone(answer, known.commitment, before);
  const opensAt = Math.max(session.opens, ledger.now + notice);
  const closesAt = opensAt + wish.minutes * minutes;
  if (closesAt > session.starts - lead) return ifRefused(answer, 'draw-no-time', before);
  const taken = publicOf(session).some((t) => t.status !== 'free' && t.status !== 'suspended');
  if (taken) return ifRefused(answer, 'draw-already-selling', before);
  if (answer.kind !== 'done') return [];
  const times = { opensAt, closesAt, commitment: answer.what };
  ledger.draws.push({ session: session.id, status: 'intake', ...times, seed: '-', offered: '-', requests: [] });
  session.opens = session.closes;
  ledger.audits.push(`draws.promise ${session.id}`, `draws.mark ${session.id}`);
  return [ledger];
}

function notTaken(ledger: Ledger, draw: Draw): string | null {
  if (draw.status === 'void' || sessionOf(ledger, draw.session).status === 'suspended') return 'stopped';
  if (draw.status === 'drawn' || ledger.now >= draw.closesAt) return 'draw-closed';
  return ledger.now < draw.opensAt ? 'draw-not-open' : null;
}

type Entering = { session: string; resident: string; account: string; mine: boolean };

/** One request a person, by the rules of booking; who asks again has the same one. */
export function afterEntering(before: Ledger, wish: Entering, answer: Answer): Ledger[] {
  if (!wish.mine) return ifRefused(answer, 'resident-not-found', before);
  const ledger = cloneOf(before);
  const draw = drawOf(ledger, wish.session);
  if (!draw) return ifRefused(answer, 'draw-not-found', before);
  const shut = notTaken(ledger, draw) ?? cannotAsk(ledger, sessionOf(ledger, draw.session), wish.resident);
  if (shut) return ifRefused(answer, shut, before);
  const known = draw.requests.find((one) => one.resident === wish.resident);
  if (known?.status === 'waiting') return ifDone(answer, known.id, before);
  const open = ledger.draws.flatMap((one) => one.requests).filter((one) => one.status === 'waiting');
  if (open.filter((one) => one.resident === wish.resident).length >= openMax)
    return ifRefused(answer, 'draw-limit', before);
  if (answer.kind !== 'done' || (known && answer.what !== known.id)) return [];
  const { resident, account } = wish;
  const none = { place: '-', number: '-', later: false, reason: '-', appointment: '-' } as const;
  if (known) Object.assign(known, { status: 'waiting', account });
  else draw.requests.push({ id: answer.what, resident, account, status: 'waiting', ...none });
  ledger.audits.push(`draws.enter ${draw.session}`);
  ledger.notices.push(`${resident} draw-entered`);
  return [ledger];
}

function cannotAsk(ledger: Ledger, session: Session, resident: string): string | null {
  const visits = visitsOf(ledger, resident);
  const windows = publicOf(session);
  const barred = barredBy(ledger, session, resident);
  return barred ?? (windows.length > 0 && windows.every((t) => overlaps(visits, t)) ? 'overlap' : null);
}

export function afterWithdrawing(before: Ledger, which: { id: string; mine: boolean }, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const draw = ledger.draws.find((one) => one.requests.some(({ id }) => id === which.id));
  const request = draw?.requests.find(({ id }) => id === which.id);
  if (!draw || !request || !which.mine) return ifRefused(answer, 'entry-not-found', before);
  if (request.status === 'withdrawn') return ifDone(answer, 'withdrawn', before);
  const shut = notTaken(ledger, draw);
  if (shut) return ifRefused(answer, shut, before);
  request.status = 'withdrawn';
  ledger.audits.push(`draws.withdraw ${draw.session}`);
  return ifDone(answer, 'withdrawn', ledger);
}

/** What a draw shows in the end: its seed, and the appointment that each winner has. */
export type Shown = { seed: string; won: Record<string, string> };

/** The job of a draw, at any time and any number of times: nothing before its close, then one result for good. */
export function afterDrawing(before: Ledger, id: string, answer: Answer): Ledger[] {
  if (answer.kind !== 'done') return [];
  const shown: Shown = JSON.parse(answer.what);
  const ledger = cloneOf(before);
  const session = sessionOf(ledger, id);
  const draw = drawOf(ledger, id);
  if (draw?.status !== 'intake') return draw?.seed === shown.seed ? [before] : [];
  if (session.status === 'suspended' || ledger.now >= session.closes) return [voided(ledger, draw, session)];
  if (ledger.now < draw.closesAt) return shown.seed === '-' ? [before] : [];
  if (commitmentOf(session, draw, shown.seed) !== draw.commitment) return [];
  return drawn(ledger, draw, { session, shown }) ? [ledger] : [];
}

const stillWaiting = ({ requests }: Draw) => requests.filter((one) => one.status === 'waiting');

function voided(ledger: Ledger, draw: Draw, session: Session): Ledger {
  for (const request of stillWaiting(draw)) {
    Object.assign(request, { status: 'lost', reason: 'stopped' });
    ledger.notices.push(`${request.resident} draw-void`);
  }
  draw.status = 'void';
  session.opens = Math.min(ledger.now, session.closes);
  ledger.audits.push(`draws.void ${session.id}`);
  return ledger;
}

/** The free numbers, lowest first, to the requests in the order that the seed gives; false if it cannot have been so. */
function drawn(ledger: Ledger, draw: Draw, { session, shown }: { session: Session; shown: Shown }): boolean {
  const order = inOrder(shown.seed, stillWaiting(draw));
  for (const [i, request] of order.entries()) request.place = i + 1;
  const offered = publicOf(session)
    .filter((t) => t.status === 'free')
    .sort((a, b) => a.number - b.number);
  let left = offered;
  for (const request of order) {
    if (left.length === 0) break;
    const ticket = give(ledger, request, { session, left, id: shown.won[request.id] ?? '-' });
    left = left.filter((one) => one !== ticket);
  }
  lose(
    ledger,
    draw,
    order.filter((one) => one.status === 'waiting'),
  );
  Object.assign(draw, { status: 'drawn', seed: shown.seed, offered: offered.map((t) => t.number).join(',') });
  session.opens = Math.min(ledger.now, session.closes);
  ledger.audits.push(`draws.close ${session.id}`, `draws.finish ${session.id}`);
  return Object.keys(shown.won).length === offered.length - left.length;
}

/** Who came up after the numbers were gone waits for what comes back, in the order drawn and before anybody else. */
function lose(ledger: Ledger, { session }: Draw, losers: Request[]): void {
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

type Giving = { session: Session; left: Ticket[]; id: string };

/** The lowest number that fits between the other visits; a rule that forbids every one lets the request pass. */
function give(ledger: Ledger, request: Request, { session, left, id }: Giving): Ticket | undefined {
  const { resident, account } = request;
  const visits = visitsOf(ledger, resident);
  const barred = barredBy(ledger, session, resident);
  const ticket = left.find((t) => !overlaps(visits, t));
  if (barred || !ticket) {
    Object.assign(request, { status: 'passed', reason: barred ?? 'overlap' });
    ledger.notices.push(`${resident} draw-passed`);
    return undefined;
  }
  const [number, key] = [ticket.number, `draw-${request.id}`];
  Object.assign(request, { status: 'won', number, later: ticket !== left[0], appointment: id });
  const wish = { session: session.id, resident, account, key, asked: key, window: null };
  const status = facilityOf(ledger, session.facility).confirms ? 'held' : 'booked';
  enter(ledger, { wish, session, ticket, id, status });
  return ticket;
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
