import { type Answer, ifDone, ifRefused } from './answer.ts';
import { enter, hasDoctor, overlaps, type Slack } from './book.ts';
import { type Appointment, cloneOf, hours, type Ledger, type Offer, sessionOf, ticketOf, visitsOf } from './ledger.ts';
import { giveUp } from './rest.ts';

/**
 * A like number is kept for who lost one: the same department and kind, the same doctor first, then the earliest that
 * fits between the other visits and can still be reached. Several states where neighbours may hold the best one.
 */
export function keepLike(ledger: Ledger, lost: Appointment, slack: Slack): Ledger[] {
  const old = sessionOf(ledger, lost.session);
  const visits = visitsOf(ledger, lost.resident).filter((v) => v.ends > ledger.now);
  const like = ledger.sessions
    .filter((s) => s.facility === old.facility && s.department === old.department && s.type === old.type)
    .filter((s) => s.id !== old.id && s.status === 'published' && s.closes > ledger.now)
    .flatMap((s) => s.tickets.map((t) => ({ s, t })))
    .filter(({ t }) => t.status === 'free' && t.pool === 'public' && t.starts > ledger.now + 2 * hours)
    .filter(({ t }) => !overlaps(visits, t));
  const far = (s: { doctor: string }) => Number(s.doctor !== old.doctor);
  like.sort((a, b) => far(a.s) - far(b.s) || a.t.starts - b.t.starts || a.t.number - b.t.number);
  const after = like.slice(0, 1 + slack).map(({ s, t }) => {
    const next = cloneOf(ledger);
    const ticket = ticketOf(next, { session: s.id, number: t.number });
    ticket.status = 'held';
    ticket.by = 'platform';
    const expiresAt = Math.min(ledger.now + 24 * hours, s.closes, t.starts - hours);
    const { id, resident } = lost;
    next.offers.push({ lost: id, resident, session: s.id, number: t.number, status: 'open', expiresAt });
    return next;
  });
  return like.length <= slack ? [...after, ledger] : after;
}

/** The newest offer for an appointment that fell away. */
export const offerOf = (ledger: Ledger, lost: string): Offer | undefined =>
  ledger.offers.findLast((o) => o.lost === lost);

/** Gives the kept number back, or to its clinic's stop. */
export function giveBack(ledger: Ledger, offer: Offer, status: 'declined' | 'lapsed'): void {
  offer.status = status;
  const ticket = ticketOf(ledger, offer);
  if (ticket.status !== 'held') return;
  giveUp(ledger, sessionOf(ledger, offer.session), ticket);
}

export type Decision = { lost: string; account: string; mine: boolean; accept: boolean };

export function afterDecision(before: Ledger, decision: Decision, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const offer = offerOf(ledger, decision.lost);
  if (!offer || !decision.mine) return ifRefused(answer, 'offer-not-found', before);
  if (offer.status !== 'open') return ifRefused(answer, 'offer-decided', before);
  if (offer.expiresAt <= ledger.now) return ifRefused(answer, 'offer-lapsed', before);
  if (!decision.accept) {
    giveBack(ledger, offer, 'declined');
    ledger.audits.push(`booking.decline-offer ${offer.lost}`);
    return ifDone(answer, 'declined', ledger);
  }
  const session = sessionOf(ledger, offer.session);
  const visits = visitsOf(ledger, offer.resident);
  const ticket = ticketOf(ledger, offer);
  if (hasDoctor(visits, session)) return ifRefused(answer, 'same-doctor-day', before);
  if (session.status !== 'published' || ledger.now >= session.ends) return ifRefused(answer, 'offer-lapsed', before);
  if (overlaps(visits, ticket)) return ifRefused(answer, 'overlap', before);
  if (answer.kind !== 'made' || answer.number !== offer.number || answer.session !== offer.session) return [];
  offer.status = 'accepted';
  const lost = ledger.appointments.find((a) => a.id === offer.lost);
  const key = `offer-${offer.lost} ${offer.expiresAt}`;
  const wish = { session: session.id, resident: offer.resident, account: decision.account, key, asked: key };
  return enter(ledger, {
    ...{ wish: { ...wish, window: null, replaces: lost }, session, ticket, id: answer.id, status: answer.status },
  });
}
