import type { Locked } from '../booking/end-appointment.ts';
import { regionDay } from '../kernel/clock.ts';
import { actorId, type Context } from '../kernel/context.ts';
import { maskName } from '../kernel/national-id.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findPeople } from '../residents/queries.ts';
import { ageOn } from '../residents/rules.ts';
import type { Rules } from '../schedules/rules.ts';
import { lockLine } from './move-entry.ts';
import { isLate, noStanding, priorityAt, standings } from './rules.ts';

export type Joining = {
  sessionEndsAt: Date;
  rules: Rules;
  /** The appointment in the wrong department; such a turn comes after as many people as one back from tests. */
  movedFrom?: string;
};

/**
 * Puts somebody who has checked in into the session's line: by window and arrival, and after a few others when
 * late. The appointment is locked. Joining twice changes nothing.
 */
export async function joinLine(tx: Tx, ctx: Context, a: Locked, joining: Joining): Promise<{ late: boolean }> {
  const now = ctx.clock.now();
  const { rules, movedFrom } = joining;
  const person = (await findPeople(tx.client, [a.residentId])).get(a.residentId);
  const priority = person ? priorityAt(ageOn(person.birthDate, regionDay(now)), rules) : null;
  const { urgency, courtesy } = priority ? standings[priority] : noStanding;
  const late = !movedFrom && isLate({ ...a, sessionEndsAt: joining.sessionEndsAt }, now, rules);
  await tx.client.query({
    name: 'open-queue-line',
    text: 'insert into queue_lines (facility_id, session_id) values ($1, $2) on conflict do nothing',
    values: [a.facilityId, a.sessionId],
  });
  const calls = await lockLine(tx, a.facilityId, a.sessionId);
  const places = movedFrom ? rules.returnPlaces : late ? rules.latePlaces : null;
  await tx.client.query({
    name: 'join-queue-line',
    text: `with joined as (
             insert into queue_entries (facility_id, appointment_id, session_id, resident_id, ticket_number, shown_name, window_start,
               status, arrived_at, late, priority, urgency, courtesy, due_call, moved_from)
             values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10, $11, $12, $13, $14)
             on conflict (facility_id, appointment_id) do nothing returning appointment_id
           )
           insert into queue_steps (facility_id, appointment_id, seq, act, from_status, to_status, at, actor_kind, actor_id, reason)
           select $1, $2, 1, 'join', null, 'waiting', $8, $15, $16, $17 from joined`,
    values: [
      ...[a.facilityId, a.id, a.sessionId, a.residentId, a.ticketNumber, maskName(person?.name ?? ''), a.windowStart],
      ...[now, late, priority, urgency, courtesy, places === null ? null : calls + places, movedFrom ?? null],
      ...[ctx.actor.kind, actorId(ctx.actor), movedFrom ? 'moved' : late ? 'late' : ctx.channel],
    ],
  });
  return { late };
}
