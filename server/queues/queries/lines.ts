import type { z } from 'zod';
import { recordAccess } from '../../access/record-access.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { findPeople, type Person } from '../../residents/queries.ts';
import { ageOn } from '../../residents/rules.ts';
import { findRules } from '../../schedules/find-rules.ts';
import type { Entry } from '../move-entry.ts';
import { expectQueueStaff } from '../policy.ts';
import type { LineEntry, LineView, lineCount, linesOutput } from '../schema/staff.ts';
import { type LineFacts, loadLines, waitingOf } from './line-facts.ts';
import { findOwnStation } from './stations.ts';

type Ctx = ContextOf<'staff'>;

/** Today's clinics of the own facility, each with its line in figures. */
export async function listLines(ctx: Ctx): Promise<z.infer<typeof linesOutput>> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'see');
  const asOf = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'list-queue-sessions',
    text: `select s.id from sessions s join departments d on d.id = s.department_id
           where s.facility_id = $1 and s.date = $2 and s.status in ('published', 'halted')
           order by s.starts_at, d.name, s.id limit 500`,
    values: [facilityId, regionDay(asOf)],
  });
  const lines = await loadLines(
    ctx,
    facilityId,
    rows.map((row) => row.id),
  );
  return { lines: lines.map(countOf), asOf };
}

function countOf(line: LineFacts): z.infer<typeof lineCount> {
  const { facilityId: _f, calls: _c, released: _r, date: _d, place: _p, practitionerId: _i, ...session } = line.session;
  const count = (...states: Entry['status'][]) => line.entries.filter((e) => states.includes(e.status)).length;
  return {
    ...session,
    waiting: count('waiting'),
    away: count('away'),
    missed: count('missed'),
    done: count('done', 'moved'),
    rooms: line.stations.map((station) => station.room),
  };
}

/** One line of the own facility with its people; the reading leaves access rows. */
export async function getLine(ctx: Ctx, sessionId: string): Promise<LineView> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'see');
  const [line] = await loadLines(ctx, facilityId, [sessionId]);
  if (!line) throw notFound('session');
  const asOf = ctx.clock.now();
  const ids = line.entries.map((entry) => entry.residentId);
  const [people, rules] = await Promise.all([
    findPeople(ctx.db.pool, ids),
    findRules(ctx.db.pool, facilityId, line.session.date),
  ]);
  await recordAccess(ctx, ids, 'queue', 'clinic-day');
  const waiting = waitingOf(line);
  const others = line.entries.filter((entry) => entry.status !== 'waiting').sort(byEnd);
  const view = (entry: Entry) => entryView(entry, line, people, regionDay(asOf), waiting.indexOf(entry));
  const { missedCalls, latePlaces, returnPlaces, elderAge } = rules;
  return {
    ...{ line: countOf(line), entries: [...waiting, ...others].map(view), stations: line.stations },
    ...{ missedCalls, latePlaces, returnPlaces, elderAge, asOf },
  };
}

const byEnd = (a: Entry, b: Entry): number => (b.endedAt?.getTime() ?? 0) - (a.endedAt?.getTime() ?? 0);

function entryView(entry: Entry, line: LineFacts, people: Map<string, Person>, today: string, at: number): LineEntry {
  const person = people.get(entry.residentId);
  const { windowStart, ticketNumber, appointmentId, status, arrivedAt, late, priority, callCount } = entry;
  const { calledAt, startedAt, endedAt, stationId } = entry;
  return {
    ...{ appointmentId, ticketNumber, windowStart, status, arrivedAt, late, priority, callCount },
    ...{ calledAt, startedAt, endedAt, stationId },
    residentName: person?.name ?? entry.shownName,
    sex: person?.sex ?? 'unknown',
    age: person ? ageOn(person.birthDate, today) : 0,
    room: line.stations.find((station) => station.id === entry.stationId)?.room ?? null,
    moved: entry.movedFrom !== null,
    ahead: at < 0 ? null : at,
  };
}

/** The signed-in doctor's room with its line; null while no room is open. */
export async function getOwnDesk(ctx: Ctx) {
  expectQueueStaff(ctx.actor, ctx.actor.facilityId, 'see');
  const station = await findOwnStation(ctx);
  return { station, line: station ? await getLine(ctx, station.sessionId) : null, asOf: ctx.clock.now() };
}
