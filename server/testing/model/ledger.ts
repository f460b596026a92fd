/**
 * The model: what a province must look like, as plain values. It knows no SQL and imports nothing of the product,
 * so that a mistake there is not made here too. Instants are milliseconds.
 */
export type Ticket = {
  number: number;
  starts: number;
  ends: number;
  pool: string;
  status: string;
  by: string;
  /** Given back then, and resting until; the same instant where it is kept for who waits. */
  restsFrom?: number;
  restsUntil?: number;
};

export type Session = {
  id: string;
  facility: string;
  department: string;
  doctor: string;
  type: 'ordinary' | 'expert';
  date: string;
  starts: number;
  ends: number;
  opens: number;
  closes: number;
  status: 'published' | 'suspended';
  tickets: Ticket[];
};

export type Appointment = {
  id: string;
  session: string;
  number: number;
  resident: string;
  status: string;
  /** Every status it had, the latest last. */
  steps: string[];
  madeAt: number;
  cancelBy: number;
  heldUntil: number;
  replaces: string;
  /** Messages about it, with the instant at which they were opened, or 0. */
  letters: { at: number; readAt: number }[];
  /** It counts against the person's caps and times, as a visit of this doctor. */
  seat: { department: string; doctor: string } | null;
};

export type Offer = {
  /** The appointment that fell away. */
  lost: string;
  resident: string;
  session: string;
  number: number;
  status: string;
  expiresAt: number;
};

/** 候补: one person's place in the line for one full session. */
export type Wait = {
  id: string;
  session: string;
  resident: string;
  joinedAt: number;
  state: 'waiting' | 'offered' | 'accepted' | 'lapsed' | 'left' | 'cleared';
  /** The number last kept for them, and until when. */
  number: number | '-';
  until: number | '-';
  appointment: string;
};

/** One person's request in a draw. */
export type Request = {
  id: string;
  resident: string;
  account: string;
  status: 'waiting' | 'withdrawn' | 'won' | 'lost' | 'passed';
  /** In the order that was drawn. */
  place: number | '-';
  number: number | '-';
  /** Not the lowest number left, because of another visit. */
  later: boolean;
  reason: string;
  appointment: string;
};

/** A session whose numbers are given by draw. */
export type Draw = {
  session: string;
  status: 'intake' | 'closed' | 'drawn' | 'void';
  opensAt: number;
  closesAt: number;
  commitment: string;
  seed: string;
  offered: string;
  requests: Request[];
};

export type Facility = {
  id: string;
  /** The hospital's own system must accept each booking. */
  confirms: boolean;
  perDay: number;
  openMax: number;
  extraMax: number;
  givenBackMax: number;
  strikesMax: number;
};

export type Ledger = {
  now: number;
  facilities: readonly Facility[];
  sessions: Session[];
  appointments: Appointment[];
  offers: Offer[];
  waits: Wait[];
  draws: Draw[];
  /** 'resident account key' → what was asked and made. */
  keys: Map<string, { asked: string; made: string }>;
  /** Who gave a number back or changed it, once each time. */
  givenBack: string[];
  /** Visits to which nobody came, by appointment. */
  missed: Map<string, 'strike' | 'excused' | 'unproven'>;
  /** Strikes that have not led to a pause yet, by resident. */
  strikes: string[];
  /** Who may not book online for the rest of the history. */
  paused: string[];
  /** 'resident kind', one a message. */
  notices: string[];
  /** 'action subject', one an audit row. */
  audits: string[];
  /** Appointments that stand in a waiting line. */
  turns: string[];
};

export const cloneOf = (ledger: Ledger): Ledger => ({
  ...ledger,
  sessions: ledger.sessions.map((s) => ({ ...s, tickets: s.tickets.map((t) => ({ ...t })) })),
  appointments: ledger.appointments.map((a) => ({
    ...a,
    steps: [...a.steps],
    letters: a.letters.map((l) => ({ ...l })),
  })),
  offers: ledger.offers.map((o) => ({ ...o })),
  waits: ledger.waits.map((w) => ({ ...w })),
  draws: ledger.draws.map((d) => ({ ...d, requests: d.requests.map((r) => ({ ...r })) })),
  keys: new Map(ledger.keys),
  givenBack: [...ledger.givenBack],
  missed: new Map(ledger.missed),
  strikes: [...ledger.strikes],
  paused: [...ledger.paused],
  notices: [...ledger.notices],
  audits: [...ledger.audits],
  turns: [...ledger.turns],
});

const minutes = 60_000;
export const hours = 60 * minutes;
const zone = 8 * hours;
/** Calendar day in the region. */
export const dayOf = (at: number): string => new Date(at + zone).toISOString().slice(0, 10);
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 24 * hours).toISOString().slice(0, 10);
/** The instant of a local time 'HH:MM'. */
export const instantOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

const foundIn = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`the model has no ${what}`);
  return found;
};
export const sessionOf = (ledger: Ledger, id: string): Session =>
  foundIn(
    ledger.sessions.find((s) => s.id === id),
    `session ${id}`,
  );
export const appointmentOf = (ledger: Ledger, id: string): Appointment =>
  foundIn(
    ledger.appointments.find((a) => a.id === id),
    `appointment ${id}`,
  );
export const facilityOf = (ledger: Ledger, id: string): Facility =>
  foundIn(
    ledger.facilities.find((f) => f.id === id),
    `facility ${id}`,
  );
export const ticketOf = (ledger: Ledger, at: { session: string; number: number }): Ticket =>
  foundIn(
    sessionOf(ledger, at.session).tickets.find((t) => t.number === at.number),
    `ticket ${at.number} of ${at.session}`,
  );

/** The person's visits that count: of today and later, not given up. */
export const visitsOf = (ledger: Ledger, resident: string) =>
  ledger.appointments.flatMap((a) => {
    const session = sessionOf(ledger, a.session);
    if (!a.seat || a.resident !== resident || session.date < dayOf(ledger.now)) return [];
    const { starts, ends } = ticketOf(ledger, a);
    return [{ ...a.seat, id: a.id, date: session.date, starts, ends }];
  });

export const isOpen = (wait: Wait): boolean => wait.state === 'waiting' || wait.state === 'offered';

function drawLines({ session, requests, ...d }: Draw): string[] {
  return [
    `draw ${session} ${d.status} ${d.opensAt} ${d.closesAt} ${d.commitment} ${d.seed} ${d.offered}`,
    ...requests.map(
      ({ id, resident, ...r }) =>
        `request ${id} ${session} ${resident} ${r.account} ${r.status} ${r.place} ${r.number} ${r.later} ${r.reason} ${r.appointment}`,
    ),
    ...requests.filter((r) => r.status === 'waiting').map((r) => `asks ${r.resident} ${r.id}`),
  ];
}

/** Everything that can be compared, a line each, in the form in which snapshot.ts reads the database. */
export function linesOf(ledger: Ledger): string[] {
  const counts = (s: Session) => s.tickets.length;
  return [
    ...ledger.sessions.map((s) => `session ${s.id} ${s.status} ${s.doctor} ${s.opens} released ${counts(s)}`),
    ...ledger.sessions.flatMap((s) =>
      s.tickets.map((t) => `ticket ${s.id} ${t.number} ${t.starts} ${t.pool} ${t.status} ${t.by}`),
    ),
    ...ledger.sessions.flatMap((s) =>
      s.tickets.filter((t) => t.status === 'quarantined').map((t) => `rest ${s.id} ${t.number} ${t.restsUntil}`),
    ),
    ...ledger.appointments.map((a) => {
      const told = facilityOf(ledger, sessionOf(ledger, a.session).facility).confirms ? 'pending' : 'none';
      const steps = a.steps.join('>');
      return `appointment ${a.id} ${a.session} ${a.number} ${a.resident} ${steps} ${a.cancelBy} ${told} ${a.replaces}`;
    }),
    ...ledger.appointments
      .filter((a) => a.seat && sessionOf(ledger, a.session).date >= dayOf(ledger.now))
      .map((a) => `seat ${a.resident} ${a.id} ${a.seat?.doctor}`),
    ...ledger.offers.map((o) => `offer ${o.lost} ${o.resident} ${o.session} ${o.number} ${o.status} ${o.expiresAt}`),
    ...ledger.waits.map(
      (w) => `wait ${w.id} ${w.session} ${w.resident} ${w.joinedAt} ${w.state} ${w.number} ${w.until} ${w.appointment}`,
    ),
    ...ledger.waits.filter(isOpen).map((w) => `waits ${w.resident} ${w.id}`),
    ...ledger.draws.flatMap(drawLines),
    ...[...ledger.keys.values()].map(({ made }) => `key ${made}`),
    ...ledger.notices.map((line) => `notice ${line}`),
    ...ledger.audits.map((line) => `audit ${line}`),
    ...[...ledger.missed].map(([id, verdict]) => `missed ${id} ${verdict}`),
    ...ledger.turns.map((id) => `turn ${id}`),
  ].sort();
}
