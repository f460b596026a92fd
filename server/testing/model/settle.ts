import { type Answer, ifDone, ifRefused } from './answer.ts';
import { cannotCancel, type Slack } from './book.ts';
import { end } from './end.ts';
import { type Appointment, appointmentOf, cloneOf, dayOf, type Ledger, sessionOf, ticketOf } from './ledger.ts';
import { giveBack, keepLike } from './offer.ts';

/** `mine`: the account may act for the patient; somebody else's appointment is not found. */
export function afterCancel(before: Ledger, which: { id: string; mine: boolean }, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const a = appointmentOf(ledger, which.id);
  if (!which.mine) return ifRefused(answer, 'appointment-not-found', before);
  if (a.status === 'cancelled') return ifDone(answer, 'cancelled', before);
  const rule = cannotCancel(a, ledger.now);
  if (rule) return ifRefused(answer, rule, before);
  end(ledger, a, { to: 'cancelled', ticket: 'free', action: 'booking.cancel' });
  ledger.givenBack.push(a.resident);
  ledger.notices.push(`${a.resident} cancelled`);
  return ifDone(answer, 'cancelled', ledger);
}

/** The hospital accepts. Too late once the number was given up: that yes revives nothing. */
export function afterConfirm(before: Ledger, id: string, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const a = appointmentOf(ledger, id);
  const gone = a.status === 'cancelled' || a.status === 'rejected';
  if (a.status !== 'held') return ifDone(answer, gone ? 'late' : 'confirmed', before);
  a.status = 'booked';
  a.steps.push('booked');
  ticketOf(ledger, a).status = 'booked';
  ledger.audits.push(`booking.confirm ${id}`);
  ledger.notices.push(`${a.resident} confirmed`);
  a.letters.push({ at: ledger.now, readAt: 0 });
  return ifDone(answer, 'confirmed', ledger);
}

type Taken = { id: string; ticket: 'free' | 'hospital'; how: 'rejected' | 'lost' };

/** The hospital refuses a held number, or has given a number of ours to somebody else: another is kept. */
export function afterTaken(before: Ledger, taken: Taken, answer: Answer, slack: Slack): Ledger[] {
  const ledger = cloneOf(before);
  const a = appointmentOf(ledger, taken.id);
  const stands = a.status === 'held' || (a.status === 'booked' && taken.how === 'lost');
  if (!stands) return ifDone(answer, 'unchanged', before);
  return takeAway(ledger, a, taken, slack).flatMap((after) => ifDone(answer, 'changed', after));
}

function takeAway(ledger: Ledger, a: Appointment, { ticket, how }: Omit<Taken, 'id'>, slack: Slack): Ledger[] {
  const rejected = how === 'rejected';
  end(ledger, a, {
    ...{ to: rejected ? 'rejected' : 'cancelled', ticket },
    action: rejected ? 'booking.reject' : 'booking.lose',
  });
  ledger.notices.push(`${a.resident} ${rejected ? 'rejected' : 'ticket-lost'}`);
  return keepLike(ledger, a, slack);
}

/** The job of the minute: silence of the hospital is a no, and an offer past its time gives its number back. */
export function afterMinute(before: Ledger): Ledger[] {
  let ledgers = [cloneOf(before)];
  const late = before.appointments.filter((a) => a.status === 'held' && a.heldUntil < before.now);
  for (const { id } of late.sort((a, b) => a.heldUntil - b.heldUntil || (a.id < b.id ? -1 : 1))) {
    const taken = { ticket: 'free', how: 'rejected' } as const;
    ledgers = ledgers.flatMap((ledger) => takeAway(ledger, appointmentOf(ledger, id), taken, 0));
  }
  return ledgers.map((ledger) => {
    for (const offer of ledger.offers.filter((o) => o.status === 'open' && o.expiresAt < ledger.now)) {
      giveBack(ledger, offer, 'lapsed');
      ledger.notices.push(`${offer.resident} offer-lapsed`);
    }
    return ledger;
  });
}

/** 停诊: nothing of it is sold any more, and whoever has a number is told and kept another, who booked first first. */
export function afterStop(before: Ledger, sessionId: string, slack: Slack): { after: Ledger; affected: number }[] {
  const ledger = cloneOf(before);
  const session = sessionOf(ledger, sessionId);
  if (session.status !== 'suspended') ledger.audits.push(`schedules.suspend ${sessionId}`);
  session.status = 'suspended';
  for (const t of session.tickets) if (t.status === 'free' || t.status === 'quarantined') t.status = 'suspended';
  const patients = ledger.appointments.filter(
    (a) => a.session === sessionId && (a.status === 'held' || a.status === 'booked'),
  );
  patients.sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
  let ledgers = [ledger];
  for (const { id } of patients) {
    ledgers = ledgers.flatMap((one) => {
      const a = appointmentOf(one, id);
      end(one, a, { to: 'cancelled', ticket: 'suspended', action: 'booking.clinic-stopped' });
      one.notices.push(`${a.resident} clinic-stopped`);
      return keepLike(one, a, slack);
    });
  }
  return ledgers.map((after) => ({ after, affected: patients.length }));
}

/** 签到 at the desk, on the day itself. */
export function afterCheckIn(before: Ledger, id: string, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const a = appointmentOf(ledger, id);
  if (a.status === 'arrived') return ifDone(answer, 'here', before);
  if (a.status === 'held') return ifRefused(answer, 'still-held', before);
  if (a.status !== 'booked' && a.status !== 'noshow') return ifRefused(answer, 'already-cancelled', before);
  if (sessionOf(ledger, a.session).date !== dayOf(ledger.now)) return ifRefused(answer, 'not-today', before);
  a.status = 'arrived';
  a.steps.push('arrived');
  ticketOf(ledger, a).status = 'used';
  ledger.audits.push(`booking.check-in ${id}`);
  ledger.turns.push(id);
  return ifDone(answer, 'here', ledger);
}
