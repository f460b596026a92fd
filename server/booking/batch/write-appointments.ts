import { actorId } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { heldUntil, isHeld } from '../rules.ts';
import type { Decided } from './settle.ts';

/** The facilities' side of the batch in one statement: tickets, appointments and first steps. */
export async function writeAppointments(tx: Tx, bookings: Decided[]): Promise<void> {
  const rows = bookings.map(rowOf);
  const { rows: counts } = await tx.client.query<{ taken: number }>({
    name: 'batch-write-appointments',
    text: writeText,
    values: columns.map((column) => rows.map((row) => row[column])),
  });
  // they were locked by this very transaction: anything else is a mistake of ours, and nothing is kept
  if (counts[0]?.taken !== bookings.length) throw new Error('a locked ticket was not free');
}

const columns = [
  ...(['facility', 'session', 'number', 'id', 'code', 'resident', 'account', 'channel', 'status', 'fee'] as const),
  ...(['cancelBy', 'heldUntil', 'hisState', 'at', 'actorKind', 'actor'] as const),
];

function rowOf(booking: Decided) {
  const { request, target, appointmentId, at, claimed } = booking;
  const { ctx, wish } = request;
  const held = isHeld(target);
  return {
    ...{ facility: target.facilityId, session: target.sessionId, number: claimed.number },
    ...{ id: appointmentId, code: claimed.code, resident: wish.residentId, account: wish.accountId },
    ...{ channel: ctx.channel, status: held ? 'held' : 'booked', fee: target.feeFen },
    cancelBy: claimed.cancelBy.toISOString(),
    heldUntil: held ? heldUntil(at).toISOString() : null,
    ...{ hisState: target.tells ? 'pending' : 'none', at: at.toISOString() },
    ...{ actorKind: ctx.actor.kind, actor: actorId(ctx.actor) },
  };
}

const writeText = `
with put as (
  select * from unnest($1::text[], $2::uuid[], $3::smallint[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[],
    $9::text[], $10::int[], $11::timestamptz[], $12::timestamptz[], $13::text[], $14::timestamptz[], $15::text[],
    $16::text[])
    as x (facility, session, num, id, code, resident, account, channel, status, fee, cancel_by, held_until, his_state,
      made_at, actor_kind, actor)
), taken as (
  update tickets t set status = put.status, taken_by = 'platform' from put
  where t.facility_id = put.facility and t.session_id = put.session and t.number = put.num and t.status = 'free' returning 1
), made as (
  insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code,
    fee_fen, cancel_by, held_until, his_state, created_at, updated_at)
  select facility, id, session, num, resident, account, channel, status, code, fee, cancel_by, held_until, his_state,
    made_at, made_at from put
), step as (
  insert into appointment_steps (facility_id, appointment_id, seq, from_status, to_status, at, actor_kind, actor_id)
  select facility, id, 1, null, status, made_at, actor_kind, actor from put
)
select count(*) as taken from taken`;
