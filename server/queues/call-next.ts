import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { fulfil } from '../booking/check-in.ts';
import { lockAppointment } from '../booking/end-appointment.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { finishEntry } from './act-on-entry.ts';
import { lockEntry } from './move-entry.ts';
import { expectQueueStaff } from './policy.ts';
import { findOwnStation } from './queries/stations.ts';
import type { callNextInput } from './schema/staff.ts';

/** The order of rules.ts `compareTurns`, where the line has called `line.calls` people. */
export const turnOrder = `e.urgency desc,
  case when e.due_call is null then 1 when e.due_call <= line.calls then 0 else 2 end, e.due_call,
  e.window_start, e.courtesy desc, e.arrived_at, e.ticket_number`;

/**
 * One statement calls the next person into the room: the line's row is locked first, so two doctors of one
 * session never call the same person, and "after k people" counts calls that happened.
 */
const statement = `
with line as (
  select calls from queue_lines where facility_id = $1 and session_id = $2 for update
), next as (
  select e.appointment_id, e.status from queue_entries e, line
  where e.facility_id = $1 and e.session_id = $2 and e.status = 'waiting'
  order by ${turnOrder} limit 1 for update of e skip locked
), counted as (
  update queue_lines l set calls = l.calls + 1 from next where l.facility_id = $1 and l.session_id = $2
), called as (
  update queue_entries e set status = 'called', station_id = $3, called_at = $4, call_count = 1, due_call = null,
    started_at = null, ended_at = null
  from next where e.facility_id = $1 and e.appointment_id = next.appointment_id
  returning e.appointment_id
), step as (
  insert into queue_steps (facility_id, appointment_id, seq, act, from_status, to_status, at, actor_kind, actor_id, room)
  select $1, c.appointment_id, (select coalesce(max(q.seq), 0) + 1 from queue_steps q where q.facility_id = $1 and q.appointment_id = c.appointment_id),
    'call', 'waiting', 'called', $4, $5, $6, $7 from called c
)
select appointment_id as "appointmentId" from called`;

/**
 * The doctor calls the next person of the session into the own room; with `finish`, whoever is inside is done.
 * Null when nobody waits. One person at a time: the database refuses a second.
 */
export async function callNext(
  ctx: ContextOf<'staff'>,
  { finish }: z.infer<typeof callNextInput>,
): Promise<{ appointmentId: string; sessionId: string } | null> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'call');
  const station = await findOwnStation(ctx);
  if (!station) throw refused('no-room');
  try {
    return await transact(ctx.db, async (tx) => {
      if (finish) await finishCurrent(tx, ctx, station.id);
      const { rows } = await tx.client.query<{ appointmentId: string }>({
        name: 'call-next',
        text: statement,
        values: [facilityId, station.sessionId, station.id, ctx.clock.now(), 'staff', actorId(ctx.actor), station.room],
      });
      const called = rows[0];
      if (!called) return null;
      await recordAudit(tx, ctx, {
        facilityId,
        action: 'queues.call',
        subjectType: 'appointment',
        subjectId: called.appointmentId,
        detail: { room: station.room, sessionId: station.sessionId },
      });
      return { ...called, sessionId: station.sessionId };
    });
  } catch (error) {
    if (violated(error) === 'queue_entries_station') throw refused('room-busy');
    throw error;
  }
}

/** Whoever is in the room is seen; somebody who was only called is not, and stays the doctor's to decide. */
async function finishCurrent(tx: Tx, ctx: ContextOf<'staff'>, stationId: string): Promise<void> {
  const { facilityId } = ctx.actor;
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'current-of-station',
    text: `select appointment_id as id from queue_entries where facility_id = $1 and station_id = $2 and status = 'in-room'`,
    values: [facilityId, stationId],
  });
  if (!rows[0]) return;
  const a = await lockAppointment(tx, facilityId, rows[0].id);
  await finishEntry(tx, ctx, await lockEntry(tx, facilityId, a.id));
  await fulfil(tx, ctx, a);
}
