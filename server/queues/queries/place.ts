import { canCheckIn, type Status } from '../../booking/rules.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { reachOf } from '../../residents/queries.ts';
import { findRules } from '../../schedules/find-rules.ts';
import type { Rules } from '../../schedules/rules.ts';
import { checkInOpens, selfCheckInRefusal } from '../rules.ts';
import type { CheckedIn, PlaceView } from '../schema.ts';
import { hasBegun, type LineFacts, loadLines, waitingOf, waitOf } from './line-facts.ts';

type Visit = {
  sessionId: string;
  residentId: string;
  status: Status;
  cancelBy: Date;
  date: string;
  windowStart: Date;
  windowEnd: Date;
  startsAt: Date;
  endsAt: Date;
};

async function findVisit({ db }: Pick<Context, 'db'>, facilityId: string, appointmentId: string) {
  const { rows } = await db.pool.query<Visit>({
    name: 'find-queue-visit',
    text: `select a.session_id as "sessionId", a.resident_id as "residentId", a.status, a.cancel_by as "cancelBy", s.date,
             t.window_start as "windowStart", t.window_end as "windowEnd", s.starts_at as "startsAt", s.ends_at as "endsAt"
           from appointments a
           join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           where a.facility_id = $1 and a.id = $2`,
    values: [facilityId, appointmentId],
  });
  return rows[0] ?? null;
}

/**
 * Where one of the actor's people stands on the day of the visit, or null when the appointment is not of today
 * or no longer stands. Another's appointment is not found.
 */
export async function findQueuePlace(
  ctx: ContextOf<'resident'>,
  facilityId: string,
  appointmentId: string,
): Promise<PlaceView | null> {
  const visit = await findVisit(ctx, facilityId, appointmentId);
  if (!visit || !(await reachOf(ctx)).includes(visit.residentId)) throw notFound('appointment');
  const stands = visit.status === 'booked' || visit.status === 'arrived' || visit.status === 'fulfilled';
  if (!stands || visit.date !== regionDay(ctx.clock.now())) return null;
  const [rules, [line]] = await Promise.all([
    findRules(ctx.db.pool, facilityId, visit.date),
    loadLines(ctx, facilityId, [visit.sessionId]),
  ]);
  return line ? placeIn(line, { ...visit, id: appointmentId }, rules, ctx.clock.now()) : null;
}

type Own = Visit & { id: string };

function placeIn(line: LineFacts, visit: Own, rules: Rules, now: Date): PlaceView {
  const entry = line.entries.find((e) => e.appointmentId === visit.id);
  const at = entry ? waitingOf(line).indexOf(entry) : -1;
  const ahead = at < 0 ? null : at;
  const station = line.stations.find((s) => s.id === entry?.stationId);
  const called = entry?.status === 'called' || entry?.status === 'in-room';
  return {
    state: entry?.status ?? 'not-here',
    ahead,
    minutes: ahead === null ? null : waitOf(line, ahead, now),
    room: called ? (station?.room ?? null) : null,
    doctor: called ? (station?.doctor ?? null) : null,
    late: entry?.late ?? false,
    priority: entry?.priority ?? null,
    begun: hasBegun(line),
    startsAt: visit.startsAt,
    checkIn: selfCheckIn(visit, rules, now),
    movedTo: entry?.movedTo ?? null,
    latePlaces: rules.latePlaces,
    asOf: now,
  };
}

/** Asked by the button; the commit decides again. */
function selfCheckIn(visit: Visit, rules: Rules, now: Date): PlaceView['checkIn'] {
  const times = { ...visit, sessionEndsAt: visit.endsAt };
  const opensAt = checkInOpens(times, rules);
  const verdict = canCheckIn(visit, regionDay(now));
  if (!verdict.can) return { ...verdict, opensAt };
  const refusal = selfCheckInRefusal(times, now, rules);
  return { can: refusal === null, rule: refusal?.rule ?? null, opensAt };
}

/** What is said to somebody who has just checked in; for the caller who has proven the right to it. */
export async function getCheckedIn(
  ctx: Pick<Context, 'db' | 'clock'>,
  facilityId: string,
  appointmentId: string,
  late: boolean,
): Promise<CheckedIn> {
  const visit = await findVisit(ctx, facilityId, appointmentId);
  const [line] = visit ? await loadLines(ctx, facilityId, [visit.sessionId]) : [];
  const entry = line?.entries.find((e) => e.appointmentId === appointmentId);
  if (!line || !entry) throw notFound('appointment');
  const at = waitingOf(line).indexOf(entry);
  return {
    status: 'arrived',
    late,
    ahead: at < 0 ? null : at,
    minutes: at < 0 ? null : waitOf(line, at, ctx.clock.now()),
    shownName: entry.shownName,
    departmentName: line.session.departmentName,
    place: line.session.place,
    ticketNumber: entry.ticketNumber,
  };
}
