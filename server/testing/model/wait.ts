import { type Answer, ifDone, ifRefused } from './answer.ts';
import { barredBy, enter, overlaps, type Slack, shutBy } from './book.ts';
import {
  cloneOf,
  hours,
  isOpen,
  type Ledger,
  type Session,
  sessionOf,
  ticketOf,
  visitsOf,
  type Wait,
} from './ledger.ts';
import { giveUp } from './rest.ts';

const waitsMax = 3;
/** The list ends an hour before the clinic. */
export const clearsAt = (session: Session): number => session.starts - hours;

export const waitOf = (ledger: Ledger, id: string): Wait | undefined => ledger.waits.find((w) => w.id === id);

type Joining = { session: string; resident: string; mine: boolean };

/** At the end of a full session's list, by the rules of booking it; who stands there already keeps the place. */
export function afterJoin(before: Ledger, { session: id, resident, mine }: Joining, answer: Answer, slack: Slack) {
  if (!mine) return ifRefused(answer, 'resident-not-found', before);
  const known = before.waits.find((w) => w.session === id && w.resident === resident && isOpen(w));
  if (known) return ifDone(answer, known.id, before);
  const session = sessionOf(before, id);
  const shut = cannotWait(before, session, resident);
  if (shut) return ifRefused(answer, shut, before);
  const inPool = session.tickets.filter((t) => t.pool === 'public');
  const free = inPool.filter((t) => t.status === 'free' && t.ends > before.now).length;
  if (free > 0 && ifRefused(answer, 'waitlist-not-full', before).length > 0) return [before];
  // the numbers are looked at last: neighbours may have taken as many since
  if (free > slack) return [];
  const visits = visitsOf(before, resident);
  if (inPool.every((t) => overlaps(visits, t))) return ifRefused(answer, 'waitlist-no-time', before);
  if (answer.kind !== 'done' || waitOf(before, answer.what)) return [];
  const ledger = cloneOf(before);
  ledger.waits.push({
    ...{ id: answer.what, session: id, resident, joinedAt: ledger.now, state: 'waiting' },
    ...{ number: '-', until: '-', appointment: '-' },
  });
  ledger.audits.push(`waitlist.join ${answer.what}`);
  return [ledger];
}

function cannotWait(ledger: Ledger, session: Session, resident: string): string | null {
  const shut = shutBy(ledger, session);
  if (shut) return shut;
  if (ledger.now >= clearsAt(session)) return 'waitlist-over';
  const barred = barredBy(ledger, session, resident);
  if (barred) return barred;
  return waitsEnough(ledger, resident) ? 'waitlist-limit' : null;
}
export const waitsEnough = (ledger: Ledger, resident: string): boolean =>
  ledger.waits.filter((w) => w.resident === resident && isOpen(w)).length >= waitsMax;

type Which = { id: string; mine: boolean };

/** Takes the number that is kept; asked again, the same appointment is the answer. */
export function afterAccept(before: Ledger, which: Which & { account: string }, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const wait = waitOf(ledger, which.id);
  if (!wait || !which.mine) return ifRefused(answer, 'wait-not-found', before);
  if (wait.state === 'accepted') return answer.kind === 'made' && answer.id === wait.appointment ? [before] : [];
  if (wait.state !== 'offered') return ifRefused(answer, 'wait-not-offered', before);
  const { resident, number } = wait;
  if (number === '-' || wait.until === '-' || wait.until <= ledger.now) return ifRefused(answer, 'wait-lapsed', before);
  const session = sessionOf(ledger, wait.session);
  const barred = barredBy(ledger, session, resident);
  if (barred) return ifRefused(answer, barred, before);
  if (session.status !== 'published') return ifRefused(answer, 'offer-lapsed', before);
  const ticket = ticketOf(ledger, { session: session.id, number });
  if (overlaps(visitsOf(ledger, resident), ticket)) return ifRefused(answer, 'overlap', before);
  if (answer.kind !== 'made' || answer.session !== session.id || answer.number !== number) return [];
  endWait(ledger, wait, 'accepted', 'accept');
  wait.appointment = answer.id;
  const key = `wait-${wait.id}`;
  const wish = { session: session.id, resident, account: which.account, key, asked: key, window: null };
  return enter(ledger, { wish, session, ticket, id: answer.id, status: answer.status });
}

/** Leaves the line, or turns the number down; leaving twice changes nothing. */
export function afterLeave(before: Ledger, which: Which, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const wait = waitOf(ledger, which.id);
  if (!wait || !which.mine) return ifRefused(answer, 'wait-not-found', before);
  if (isOpen(wait)) endWait(ledger, wait, 'left', 'leave');
  return ifDone(answer, 'left', ledger);
}

/** Ends a wait for good; a number that was kept and not taken goes to the next. */
export function endWait(ledger: Ledger, wait: Wait, to: Wait['state'], how: string): void {
  const kept = wait.state === 'offered' && to !== 'accepted' ? wait.number : '-';
  wait.state = to;
  if (kept !== '-') giveUp(ledger, sessionOf(ledger, wait.session), ticketOf(ledger, { ...wait, number: kept }));
  ledger.audits.push(`waitlist.${how} ${wait.id}`);
}
