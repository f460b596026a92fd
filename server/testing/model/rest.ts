import { dayOf, instantOf, type Ledger, plusDays, type Session, type Ticket } from './ledger.ts';

/** The lot that the model's province draws each time, so that it can be foretold. */
export const chance = 0.5;
const minutes = 60_000;
const [shortest, longest] = [10, 120];

export const isWaited = (ledger: Ledger, { id }: Session): boolean =>
  ledger.waits.some((w) => w.session === id && w.state === 'waiting');
export const isOnSale = ({ now }: Ledger, session: Session): boolean => now >= session.opens && now < session.closes;

/**
 * A number that became nobody's: kept for who waits, else one given up rests for a random time, so that nobody can
 * time handing it to somebody else; one that is new is for everybody.
 */
export function giveUp(ledger: Ledger, session: Session, ticket: Ticket, isNew = false): void {
  ticket.by = '-';
  const waited = isWaited(ledger, session);
  if (session.status === 'suspended') ticket.status = 'suspended';
  else if (ticket.pool !== 'public' || !isOnSale(ledger, session) || (isNew && !waited)) ticket.status = 'free';
  else {
    ticket.status = 'quarantined';
    ticket.restsFrom = ledger.now;
    ticket.restsUntil = waited ? ledger.now : restEnd(ledger.now, session.closes);
  }
}

/** Near the close at most half of the time left; the hours of the night do not count. */
export function restEnd(from: number, closes: number, lot = chance): number {
  const most = Math.min(longest * minutes, (closes - from) / 2);
  const least = Math.min(shortest * minutes, most);
  const length = least + lot * (most - least);
  const awake = afterAwake(from, length);
  return Math.trunc(awake < closes ? awake : from + length);
}

/** When `length` has passed, the night left out. */
export function afterAwake(from: number, length: number): number {
  const start = morningAfter(from) ?? from;
  const night = instantOf(dayOf(start), '23:00');
  return start + length <= night ? start + length : afterAwake(night, length - (night - start));
}

/** When the night that it is now is over, or null by day. */
export function morningAfter(at: number): number | null {
  const today = dayOf(at);
  if (at < instantOf(today, '06:00')) return instantOf(today, '06:00');
  return at >= instantOf(today, '23:00') ? instantOf(plusDays(today, 1), '06:00') : null;
}
