import { actorId, type Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { canTurn } from './rules.ts';
import type { EntryStatus, Priority } from './schema.ts';

export type Entry = {
  facilityId: string;
  appointmentId: string;
  sessionId: string;
  residentId: string;
  ticketNumber: number;
  shownName: string;
  windowStart: Date;
  status: EntryStatus;
  arrivedAt: Date;
  late: boolean;
  priority: Priority | null;
  urgency: 0 | 1 | 2 | 3;
  courtesy: boolean;
  dueCall: number | null;
  stationId: string | null;
  callCount: number;
  calledAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  seconds: number;
  movedTo: string | null;
  movedFrom: string | null;
};

/** Columns of one turn, of a table called `e`. */
export const entryColumns = `e.facility_id as "facilityId", e.appointment_id as "appointmentId", e.session_id as "sessionId",
  e.resident_id as "residentId", e.ticket_number as "ticketNumber", e.shown_name as "shownName",
  e.window_start as "windowStart", e.status, e.arrived_at as "arrivedAt", e.late, e.priority, e.urgency, e.courtesy,
  e.due_call as "dueCall", e.station_id as "stationId", e.call_count as "callCount", e.called_at as "calledAt",
  e.started_at as "startedAt", e.ended_at as "endedAt", e.seconds, e.moved_to as "movedTo", e.moved_from as "movedFrom"`;

/** Locks one turn of the facility for a change. Throws appointment-not-found. */
export async function lockEntry(tx: Tx, facilityId: string, appointmentId: string): Promise<Entry> {
  const { rows } = await tx.client.query<Entry>({
    name: 'lock-queue-entry',
    text: `select ${entryColumns} from queue_entries e where e.facility_id = $1 and e.appointment_id = $2 for update`,
    values: [facilityId, appointmentId],
  });
  if (!rows[0]) throw notFound('appointment');
  return rows[0];
}

/** How many people the line has called; the row is locked, so that places are counted from a standing figure. */
export async function lockLine(tx: Tx, facilityId: string, sessionId: string): Promise<number> {
  const { rows } = await tx.client.query<{ calls: number }>({
    name: 'lock-queue-line',
    text: 'select calls from queue_lines where facility_id = $1 and session_id = $2 for update',
    values: [facilityId, sessionId],
  });
  return rows[0]?.calls ?? 0;
}

type Changes = Partial<
  Pick<
    Entry,
    | 'stationId'
    | 'callCount'
    | 'calledAt'
    | 'startedAt'
    | 'endedAt'
    | 'seconds'
    | 'dueCall'
    | 'movedTo'
    | 'priority'
    | 'urgency'
    | 'courtesy'
  >
>;

export type Move = { act: string; to: EntryStatus; set?: Changes; reason?: string | null; room?: string | null };

/** Changes a turn and writes its immutable step. A state may repeat (called again); else the table of states decides. */
export async function moveEntry(tx: Tx, ctx: Context, entry: Entry, move: Move): Promise<Entry> {
  if (move.to !== entry.status && !canTurn(entry.status, move.to)) {
    throw refused('queue-state', { params: { state: entry.status } });
  }
  const after = { ...entry, ...move.set, status: move.to };
  await tx.client.query({
    name: 'move-queue-entry',
    text: `with moved as (
             update queue_entries set status = $3, station_id = $4, call_count = $5, called_at = $6, started_at = $7,
               ended_at = $8, seconds = $9, due_call = $10, moved_to = $11, priority = $12, urgency = $13, courtesy = $14
             where facility_id = $1 and appointment_id = $2 returning appointment_id
           )
           insert into queue_steps (facility_id, appointment_id, seq, act, from_status, to_status, at, actor_kind, actor_id, room, reason)
           select $1, $2, (select coalesce(max(seq), 0) + 1 from queue_steps where facility_id = $1 and appointment_id = $2),
             $15, $16, $3, $17, $18, $19, $20, $21 from moved`,
    values: [
      ...[entry.facilityId, entry.appointmentId, after.status, after.stationId, after.callCount, after.calledAt],
      ...[after.startedAt, after.endedAt, after.seconds, after.dueCall, after.movedTo, after.priority, after.urgency],
      ...[after.courtesy, move.act, entry.status, ctx.clock.now(), ctx.actor.kind, actorId(ctx.actor)],
      ...[move.room ?? null, move.reason ?? null],
    ],
  });
  return after;
}
