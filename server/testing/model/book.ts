import { type Answer, ifRefused } from './answer.ts';
import { end } from './end.ts';
import {
  type Appointment,
  cloneOf,
  dayOf,
  facilityOf,
  hours,
  instantOf,
  type Ledger,
  plusDays,
  type Session,
  sessionOf,
  type Ticket,
  visitsOf,
} from './ledger.ts';

export type Wish = {
  session: string;
  resident: string;
  account: string;
  key: string;
  /** The wish in words: the same key for other words is refused. */
  asked: string;
  window: number | null;
  replaces?: Appointment;
  extra?: boolean;
  /** Asked for in the line of a process. */
  inLine?: boolean;
};

/**
 * How many neighbours decide at the same moment. A claim never waits for them: it may find a ticket locked that is
 * given back a moment later, so it may get one of the next, or be told that there is none.
 */
export type Slack = number;

/** Every state that may follow when this wish is answered so; none if the answer is wrong. */
export function afterBooking(before: Ledger, wish: Wish, answer: Answer, slack: Slack): Ledger[] {
  if (isSentAway(before, wish, answer, slack)) return [before];
  const known = before.keys.get(keyOf(wish));
  if (known) return afterRepeat(before, known, wish, answer);
  const ledger = cloneOf(before);
  const old = wish.replaces && ledger.appointments.find((a) => a.id === wish.replaces?.id);
  if (old) {
    const rule = cannotChange(old, ledger.now);
    if (rule) return ifRefused(answer, rule, before);
    end(ledger, old, { to: 'cancelled', ticket: 'free', action: 'booking.give-up' });
    ledger.givenBack.push(wish.resident);
  }
  const session = sessionOf(ledger, wish.session);
  const shut = wish.extra ? extraShut(ledger, session) : shutBy(ledger, session);
  if (shut) return ifRefused(answer, shut, before);
  if (wish.extra) issueExtra(session);
  else if (!wish.replaces && ledger.paused.includes(wish.resident)) return ifRefused(answer, 'pause-province', before);
  else if (gaveBackTooOften(ledger, session, wish.resident)) return ifRefused(answer, 'cancel-limit', before);
  const full = capOf(ledger, session, wish.resident);
  if (full) return ifRefused(answer, full, before);
  return claim(before, ledger, wish, { answer, slack });
}

/**
 * Who waits in line when a neighbour learns that the session is shut or sold out is told so at once, whatever else may
 * stand against the wish; not who has or had a number there, whose answer may have been lost.
 */
function isSentAway(ledger: Ledger, wish: Wish, answer: Answer, slack: Slack): boolean {
  if (!wish.inLine || slack === 0) return false;
  const session = sessionOf(ledger, wish.session);
  const isHolder = ledger.appointments.some((a) => a.session === session.id && a.resident === wish.resident);
  if (isHolder) return false;
  const shut = shutBy(ledger, session);
  const free = session.tickets.filter((t) => t.status === 'free' && t.pool === 'public' && t.ends > ledger.now);
  return ifRefused(answer, shut ?? (free.length <= slack ? 'full' : '-'), ledger).length > 0;
}

export const keyOf = ({ resident, account, key }: Wish): string => `${resident} ${account} ${key}`;

function afterRepeat(ledger: Ledger, known: { asked: string; made: string }, wish: Wish, answer: Answer): Ledger[] {
  if (known.asked !== wish.asked) return ifRefused(answer, 'key-reused', ledger);
  const same = answer.kind === 'made' && answer.id === known.made;
  return same && ledger.appointments.some((a) => a.id === known.made && a.status === answer.status) ? [ledger] : [];
}

/** Why a resident cannot give this number up, or null. */
export function cannotCancel(a: Appointment, now: number): string | null {
  if (a.status === 'cancelled' || a.status === 'rejected') return 'already-cancelled';
  if (a.status === 'arrived') return 'already-arrived';
  if (a.status !== 'booked' && a.status !== 'held') return 'visit-over';
  return now > a.cancelBy ? 'cancel-too-late' : null;
}
const cannotChange = (a: Appointment, now: number) => (a.status === 'held' ? 'still-held' : cannotCancel(a, now));

export const horizonDays = 7;
export function shutBy(ledger: Ledger, session: Session): string | null {
  if (session.status === 'suspended') return 'stopped';
  const drawn = ledger.draws.some((one) => one.session === session.id);
  if (drawn && ledger.now < session.opens) return 'by-draw';
  if (session.date > plusDays(dayOf(ledger.now), horizonDays)) return 'horizon';
  if (ledger.now < session.opens) return 'not-released';
  return ledger.now >= session.closes ? 'closed' : null;
}

function extraShut(ledger: Ledger, session: Session): string | null {
  if (session.status === 'suspended') return 'stopped';
  if (ledger.now >= session.ends) return 'session-over';
  const extra = session.tickets.filter((t) => t.pool === 'extra');
  const again = extra.some((t) => t.status === 'free');
  return !again && extra.length >= facilityOf(ledger, session.facility).extraMax ? 'extra-limit' : null;
}

const gaveBackTooOften = (ledger: Ledger, session: Session, resident: string): boolean =>
  ledger.givenBack.filter((one) => one === resident).length >= facilityOf(ledger, session.facility).givenBackMax;

/** Why this person may not have any number of the session, or null: a pause, too many given back, a cap. */
export function barredBy(ledger: Ledger, session: Session, resident: string): string | null {
  if (ledger.paused.includes(resident)) return 'pause-province';
  if (gaveBackTooOften(ledger, session, resident)) return 'cancel-limit';
  return capOf(ledger, session, resident);
}

/** 加号: one that was given back, or one more in the last window. */
function issueExtra(session: Session): void {
  if (session.tickets.some((t) => t.pool === 'extra' && t.status === 'free')) return;
  const last = (of: (t: Ticket) => number) => Math.max(...session.tickets.map(of));
  const number = last((t) => t.number) + 1;
  const [starts, ends] = [last((t) => t.starts), last((t) => t.ends)];
  session.tickets.push({ number, starts, ends, pool: 'extra', status: 'free', by: '-' });
}

/** The cap that stands against one more visit, counted over all hospitals and channels. */
function capOf(ledger: Ledger, session: Session, resident: string): string | null {
  const visits = visitsOf(ledger, resident);
  const { perDay, openMax } = facilityOf(ledger, session.facility);
  if (hasDoctor(visits, session)) return 'same-doctor-day';
  if (visits.filter((v) => v.date === session.date).length >= perDay) return 'day-limit';
  return visits.length >= openMax ? 'open-limit' : null;
}
export const hasDoctor = (visits: ReturnType<typeof visitsOf>, session: Session): boolean =>
  visits.some((v) => v.date === session.date && v.department === session.department && v.doctor === session.doctor);

export const overlaps = (visits: { starts: number; ends: number }[], t: Ticket): boolean =>
  visits.some((v) => v.starts < t.ends && t.starts < v.ends);

type Said = { answer: Answer; slack: Slack };

function claim(before: Ledger, ledger: Ledger, wish: Wish, { answer, slack }: Said): Ledger[] {
  const session = sessionOf(ledger, wish.session);
  const pool = wish.extra ? 'extra' : 'public';
  const inPool = session.tickets.filter((t) => t.status === 'free' && t.pool === pool && t.ends > ledger.now);
  const free = inPool.filter((t) => wish.window === null || t.starts === wish.window);
  free.sort((a, b) => a.number - b.number);
  const reachable = free.slice(0, 1 + slack);
  const visits = visitsOf(ledger, wish.resident);
  if (answer.kind === 'made') {
    const ticket = reachable.find((t) => t.number === answer.number && !overlaps(visits, t));
    if (!ticket || answer.session !== session.id || ledger.appointments.some((a) => a.id === answer.id)) return [];
    return enter(ledger, { wish, session, ticket, id: answer.id, status: answer.status });
  }
  if (reachable.some((t) => overlaps(visits, t)) && ifRefused(answer, 'overlap', before).length > 0) return [before];
  if (free.length > slack) return [];
  const elsewhere = wish.window !== null && inPool.length > 0;
  const said = ifRefused(answer, elsewhere ? 'window-full' : 'full', before);
  return said.length > 0 || slack === 0 ? said : ifRefused(answer, elsewhere ? 'full' : 'window-full', before);
}

type Entry = { wish: Wish; session: Session; ticket: Ticket; id: string; status: string };

/** Writes the booking with everything that goes with it. */
export function enter(ledger: Ledger, { wish, session, ticket, id, status }: Entry): Ledger[] {
  const held = facilityOf(ledger, session.facility).confirms;
  if (status !== (held ? 'held' : 'booked')) return [];
  ticket.status = status;
  ticket.by = 'platform';
  ledger.appointments.push({
    ...{ id, session: session.id, number: ticket.number, resident: wish.resident, status, steps: [status] },
    ...{ madeAt: ledger.now, cancelBy: cancelByOf(session, ticket), heldUntil: held ? ledger.now + hours / 6 : 0 },
    replaces: wish.replaces?.id ?? '-',
    letters: [{ at: ledger.now, readAt: 0 }],
    seat: { department: session.department, doctor: session.doctor },
  });
  ledger.keys.set(keyOf(wish), { asked: wish.asked, made: id });
  const moved = wish.replaces !== undefined && !wish.key.startsWith('offer-');
  ledger.audits.push(`${wish.extra ? 'booking.extra' : moved ? 'booking.reschedule' : 'booking.book'} ${id}`);
  ledger.notices.push(`${wish.resident} ${held ? 'held' : moved ? 'rescheduled' : 'booked'}`);
  return [ledger];
}

/** Ordinary numbers until two hours before, expert numbers until 17:00 of the day before. */
const cancelByOf = (session: Session, ticket: Ticket): number =>
  session.type === 'expert'
    ? Math.min(ticket.starts, instantOf(plusDays(session.date, -1), '17:00'))
    : ticket.starts - 2 * hours;
