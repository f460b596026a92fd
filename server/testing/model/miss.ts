import {
  type Appointment,
  cloneOf,
  dayOf,
  facilityOf,
  hours,
  type Ledger,
  plusDays,
  sessionOf,
  ticketOf,
} from './ledger.ts';

const grace = 2 * hours;
const lookBackDays = 3;

/** Somebody opens all messages at this moment. */
export function afterReading(before: Ledger, resident: string): Ledger {
  const ledger = cloneOf(before);
  for (const a of ledger.appointments.filter((one) => one.resident === resident)) {
    for (const letter of a.letters) letter.readAt ||= ledger.now;
  }
  return ledger;
}

/**
 * Visits that are over and to which nobody checked in: a strike needs proof that the clinic ran, that the hospital
 * knew and that the person was told in time. Strikes enough lead to a pause, each to one.
 */
export function afterJudging(before: Ledger): Ledger {
  const ledger = cloneOf(before);
  for (const a of ledger.appointments.filter((one) => isDue(before, one))) {
    const verdict = verdictOn(before, a);
    ledger.missed.set(a.id, verdict);
    ledger.audits.push(`conduct.judge ${a.id}`);
    if (verdict === 'strike') strike(ledger, a);
  }
  return ledger;
}

function isDue(ledger: Ledger, a: Appointment): boolean {
  const { ends, date } = sessionOf(ledger, a.session);
  const recent = date >= plusDays(dayOf(ledger.now), -lookBackDays) && date <= dayOf(ledger.now);
  return a.status === 'booked' && !ledger.missed.has(a.id) && recent && ends < ledger.now - grace;
}

function verdictOn(ledger: Ledger, a: Appointment) {
  const session = sessionOf(ledger, a.session);
  // no hospital's system answers in the model: those that must be told never were
  if (session.status === 'suspended' || facilityOf(ledger, session.facility).confirms) return 'excused';
  const ran = ledger.appointments.some((one) => one.session === a.session && one.status === 'arrived');
  const { starts } = ticketOf(ledger, a);
  const told = a.letters.some((letter) => letter.readAt > letter.at && letter.readAt < starts);
  return ran && told ? 'strike' : 'unproven';
}

function strike(ledger: Ledger, a: Appointment): void {
  a.status = 'noshow';
  a.steps.push('noshow');
  ledger.audits.push(`booking.no-show ${a.id}`);
  ledger.notices.push(`${a.resident} visit-missed`);
  ledger.strikes.push(a.resident);
  const own = ledger.strikes.filter((one) => one === a.resident);
  if (own.length < facilityOf(ledger, sessionOf(ledger, a.session).facility).strikesMax) return;
  ledger.strikes = ledger.strikes.filter((one) => one !== a.resident);
  ledger.paused.push(a.resident);
  ledger.notices.push(`${a.resident} booking-paused`);
}
