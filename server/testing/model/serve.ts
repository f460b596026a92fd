import { barredBy, overlaps } from './book.ts';
import {
  cloneOf,
  dayOf,
  instantOf,
  isOpen,
  type Ledger,
  plusDays,
  type Session,
  sessionOf,
  type Ticket,
  visitsOf,
  type Wait,
} from './ledger.ts';
import { afterAwake, chance, isOnSale, isWaited, morningAfter, restEnd } from './rest.ts';
import { clearsAt, endWait } from './wait.ts';

const minutes = 60_000;
/** How long a number is kept, in minutes: on the day, on the day before, earlier. A shorter offer is not made. */
const [onDay, onEve, earlier, least] = [10, 30, 120, 5];

/** The job of the minute: offers past their time lapse, and every line to which something is due moves on. */
export function afterTick(before: Ledger): Ledger {
  const ledger = cloneOf(before);
  for (const wait of ledger.waits) {
    if (wait.state !== 'offered' || wait.until === '-' || wait.until > ledger.now) continue;
    endWait(ledger, wait, 'lapsed', 'lapse');
    ledger.notices.push(`${wait.resident} wait-lapsed`);
  }
  for (const session of ledger.sessions.filter((one) => isDue(ledger, one))) serve(ledger, session);
  return ledger;
}

function isDue(ledger: Ledger, session: Session): boolean {
  if (session.tickets.some((t) => isRested(ledger, t))) return true;
  const ends = session.status === 'suspended' || ledger.now >= clearsAt(session);
  return isWaited(ledger, session) && (ends || freeOf(ledger, session).length > 0);
}

/** Brings one line up to date. */
export function afterServing(before: Ledger, id: string): Ledger {
  const ledger = cloneOf(before);
  serve(ledger, sessionOf(ledger, id));
  return ledger;
}

const isRested = ({ now }: Ledger, t: Ticket) => t.status === 'quarantined' && (t.restsUntil ?? 0) <= now;
const freeOf = ({ now }: Ledger, { tickets }: Session) =>
  tickets.filter((t) => t.status === 'free' && t.pool === 'public' && t.ends > now).sort((a, b) => a.number - b.number);

function serve(ledger: Ledger, session: Session): void {
  if (session.status === 'suspended' || ledger.now >= clearsAt(session)) clear(ledger, session);
  const rested = session.tickets.filter((t) => isRested(ledger, t)).sort((a, b) => a.number - b.number);
  for (const ticket of rested) settle(ledger, session, ticket);
  if (session.status === 'suspended' || offersFrom(session, ledger.now) > ledger.now) return;
  for (const ticket of freeOf(ledger, session)) offer(ledger, session, ticket);
}

/** Everybody who still waits is told that it was in vain; of a stopped clinic also those who were asked. */
function clear(ledger: Ledger, session: Session): void {
  for (const wait of ledger.waits) {
    const over = session.status === 'suspended' ? isOpen(wait) : wait.state === 'waiting';
    if (wait.session !== session.id || !over) continue;
    endWait(ledger, wait, 'cleared', 'clear');
    ledger.notices.push(`${wait.resident} wait-cleared`);
  }
}

/** A number whose rest is over: for the first whom it fits, else for everybody; one kept in vain rests first. */
function settle(ledger: Ledger, session: Session, ticket: Ticket): void {
  const { now } = ledger;
  const drawn = (ticket.restsUntil ?? 0) > (ticket.restsFrom ?? 0);
  if (isWaited(ledger, session) && now < clearsAt(session)) {
    const morning = offersFrom(session, now);
    if (morning > now) {
      ticket.restsUntil = restEnd(morning, session.closes, chance / 4);
      return;
    }
    if (offer(ledger, session, ticket, drawn ? ticket.restsFrom : undefined)) return;
  }
  if (drawn || !isOnSale(ledger, session)) ticket.status = 'free';
  else ticket.restsUntil = restEnd(now, session.closes);
}

/** Nobody is woken at night, except for a visit of that morning. */
function offersFrom(session: Session, now: number): number {
  const morning = morningAfter(now);
  if (morning === null) return now;
  const early = dayOf(morning) === session.date && session.starts < instantOf(session.date, '12:00');
  return early ? now : morning;
}

/** Keeps the number for the first in line whom it fits; the others keep their places. */
function offer(ledger: Ledger, session: Session, ticket: Ticket, restedFrom?: number): boolean {
  const until = offerUntil(session, ledger.now);
  if (until - ledger.now < least * minutes) return false;
  const wait = inLine(ledger, session, restedFrom).find(
    ({ resident }) => !barredBy(ledger, session, resident) && !overlaps(visitsOf(ledger, resident), ticket),
  );
  if (!wait) return false;
  Object.assign(wait, { state: 'offered', number: ticket.number, until });
  [ticket.status, ticket.by] = ['held', 'platform'];
  ledger.audits.push(`waitlist.offer ${wait.id}`);
  ledger.notices.push(`${wait.resident} wait-offer`);
  return true;
}

function offerUntil(session: Session, now: number): number {
  const today = dayOf(now);
  const early = session.date === plusDays(today, 1) ? onEve : earlier;
  return Math.min(afterAwake(now, (session.date <= today ? onDay : early) * minutes), clearsAt(session));
}

/** In order of joining. Who joined while the number already rested comes after those before, by lot. */
function inLine(ledger: Ledger, session: Session, restedFrom = Number.POSITIVE_INFINITY): Wait[] {
  const line = ledger.waits.filter((w) => w.session === session.id && w.state === 'waiting');
  line.sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  const late = line.filter((w) => w.joinedAt >= restedFrom);
  for (let i = late.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance * (i + 1));
    [late[i], late[j]] = [late[j] as Wait, late[i] as Wait];
  }
  return [...line.filter((w) => w.joinedAt < restedFrom), ...late];
}
