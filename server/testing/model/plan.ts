import { type Answer, ifDone, ifRefused } from './answer.ts';
import type { Slack } from './book.ts';
import { cloneOf, type Ledger, type Session, sessionOf, type Ticket } from './ledger.ts';
import { giveUp } from './rest.ts';

/** Another number of numbers: free ones go from the end and come back from the front; what somebody holds stays. */
export function afterCapacity(
  before: Ledger,
  wish: { session: string; capacity: number },
  answer: Answer,
  slack: Slack,
) {
  const session = sessionOf(before, wish.session);
  const shut = shutForPlan(before, session);
  if (shut) return ifRefused(answer, shut, before);
  const counted = session.tickets.filter((t) => t.pool !== 'extra' && t.status !== 'suspended');
  const wanted = wish.capacity - counted.length;
  if (wanted >= 0) return ifDone(answer, 'changed', raise(before, session, wanted));
  const free = counted
    .filter((t) => t.status === 'free' || t.status === 'quarantined')
    .sort((a, b) => b.number - a.number);
  if (answer.kind === 'refused')
    return free.length + wanted < slack ? ifRefused(answer, 'capacity-below-taken', before) : [];
  if (free.length + wanted < 0) return [];
  const cuts = choose(free.slice(0, slack - wanted), -wanted);
  return cuts.flatMap((cut) => ifDone(answer, 'changed', lower(before, session, cut)));
}

function shutForPlan(ledger: Ledger, session: Session): string | null {
  if (session.status === 'suspended') return 'stopped';
  return session.ends <= ledger.now ? 'session-over' : null;
}

function lower(before: Ledger, { id }: Session, cut: Ticket[]): Ledger {
  const ledger = cloneOf(before);
  const gone = new Set(cut.map((t) => t.number));
  for (const t of sessionOf(ledger, id).tickets) if (gone.has(t.number)) t.status = 'suspended';
  if (cut.length > 0) ledger.audits.push(`schedules.change-session ${id}`);
  return ledger;
}

const half = 30 * 60_000;
function raise(before: Ledger, { id }: Session, wanted: number): Ledger {
  if (wanted === 0) return before;
  const ledger = cloneOf(before);
  const session = sessionOf(ledger, id);
  const { tickets, starts, ends } = session;
  const back = tickets
    .filter((t) => t.status === 'suspended' && t.pool !== 'extra')
    .sort((a, b) => a.number - b.number)
    .slice(0, wanted);
  const last = Math.max(0, ...tickets.map((t) => t.number));
  const fresh = wanted - back.length;
  for (let i = 0; i < fresh; i += 1) {
    const at = starts + Math.floor((i * Math.ceil((ends - starts) / half)) / fresh) * half;
    const times = { starts: at, ends: Math.min(at + half, ends) };
    tickets.push({ ...{ number: last + 1 + i, pool: 'public', status: 'free', by: '-' }, ...times });
  }
  for (const t of [...back, ...tickets.slice(tickets.length - fresh)]) giveUp(ledger, session, t, true);
  ledger.audits.push(`schedules.change-session ${id}`);
  return ledger;
}

/** Every way to take `count` of these. */
function choose<T>(from: T[], count: number): T[][] {
  if (count === 0) return [[]];
  return from.flatMap((one, i) => choose(from.slice(i + 1), count - 1).map((rest) => [one, ...rest]));
}

/** 替诊: another doctor of the same grade takes the session; everybody who has a number is told. */
export function afterSubstitute(before: Ledger, wish: { session: string; doctor: string }, answer: Answer): Ledger[] {
  const ledger = cloneOf(before);
  const session = sessionOf(ledger, wish.session);
  const shut = shutForPlan(before, session);
  if (shut) return ifRefused(answer, shut, before);
  if (session.doctor === wish.doctor) return ifDone(answer, 'changed', before);
  if (session.doctor === '-') return ifRefused(answer, 'session-without-doctor', before);
  const elsewhere = ledger.sessions.some(
    (s) => s.doctor === wish.doctor && s.status === 'published' && s.starts < session.ends && session.starts < s.ends,
  );
  if (elsewhere) return ifRefused(answer, 'doctor-overlap', before);
  session.doctor = wish.doctor;
  for (const a of ledger.appointments) {
    const stands = a.status === 'held' || a.status === 'booked';
    if (a.session !== session.id || !stands) continue;
    ledger.notices.push(`${a.resident} doctor-changed`);
    a.letters.push({ at: ledger.now, readAt: 0 });
  }
  ledger.audits.push(`schedules.change-session ${session.id}`);
  return ifDone(answer, 'changed', ledger);
}
