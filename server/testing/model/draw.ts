import { type Answer, ifDone, ifRefused } from './answer.ts';
import { barredBy, overlaps } from './book.ts';
import { cloneOf, type Draw, hours, type Ledger, type Session, sessionOf, visitsOf } from './ledger.ts';

const minutes = 60_000;
/** Between the promise and the first request, and between the last one and the clinic. */
const [notice, lead] = [5 * minutes, 12 * hours];
const openMax = 3;

export const drawOf = (ledger: Ledger, session: string): Draw | undefined =>
  ledger.draws.find((one) => one.session === session);
export const publicOf = (session: Session) => session.tickets.filter((t) => t.pool === 'public');

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
