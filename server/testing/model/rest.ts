import { dayOf, instantOf, type Ledger, plusDays, type Session, type Ticket } from './ledger.ts';

/** The lot that the model's province draws each time, so that it can be foretold. */
export const chance = 0.5;
const minutes = 60_000;
const [shortest, longest] = [10, 120];

/** A number that somebody gave up: it rests for a random time, so that nobody can time handing it to somebody else. */
export function giveUp(ledger: Ledger, session: Session, ticket: Ticket): void {
  ticket.by = '-';
  const { now } = ledger;
  const open = now >= session.opens && now < session.closes;
  if (session.status === 'suspended') ticket.status = 'suspended';
  else if (ticket.pool !== 'public' || !open) ticket.status = 'free';
  else {
    ticket.status = 'quarantined';
    ticket.restsUntil = restEnd(now, session.closes);
  }
}

/** Near the close at most half of the time left; the hours of the night do not count. */
function restEnd(now: number, closes: number): number {
  const most = Math.min(longest * minutes, (closes - now) / 2);
  const least = Math.min(shortest * minutes, most);
  const length = least + chance * (most - least);
  const awake = afterAwake(now, length);
  return Math.trunc(awake < closes ? awake : now + length);
}

function afterAwake(from: number, length: number): number {
  const today = dayOf(from);
  const morning = instantOf(today, '06:00');
  const night = instantOf(today, '23:00');
  if (from < morning) return afterAwake(morning, length);
  if (from + length <= night && from < night) return from + length;
  return afterAwake(instantOf(plusDays(today, 1), '06:00'), length - Math.max(0, night - from));
}

/** Rests that are over: the number is for everybody again, or stopped with its clinic. */
export function endRests(ledger: Ledger): void {
  for (const session of ledger.sessions) {
    for (const ticket of session.tickets) {
      if (ticket.status !== 'quarantined' || (ticket.restsUntil ?? 0) > ledger.now) continue;
      ticket.status = session.status === 'suspended' ? 'suspended' : 'free';
    }
  }
}
