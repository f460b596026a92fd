import type { Tx } from '../kernel/transaction.ts';

export type Claim = {
  facilityId: string;
  sessionId: string;
  pools: string[];
  windowStart: Date | null;
  now: Date;
  /** extra: beyond release and close; kept: the ticket of this number, held for an offer. */
  way: { kind: 'public' | 'extra' } | { kind: 'kept'; number: number };
  appointment: {
    id: string;
    code: string;
    residentId: string;
    accountId: string;
    channel: string;
    status: 'held' | 'booked';
    replaces: string | null;
    heldUntil: Date | null;
    hisState: 'none' | 'pending';
    /** Cancel deadline: so many minutes before the window, and never after `cancelAtLatest` where that is set. */
    cancelMinutes: number;
    cancelAtLatest: Date | null;
  };
  actor: { kind: string; id: string };
};
export type Claimed = { number: number; windowStart: Date; windowEnd: Date; cancelBy: Date };
/** With the doctor at the moment of the claim. */
type ClaimedNow = Claimed & { practitionerId: string | null };

const openGate = 'release_at <= $5 and close_at > $5 and (cutoff_at is null or $5 < cutoff_at or $5 >= reopens_at)';
/** 加号 and kept tickets pass release and close, but nothing passes a stopped clinic. */
const anyTime = 'ends_at > $5';
const lowestFree = `status = 'free' and pool = any($3) and window_end > $5 and ($4::timestamptz is null or window_start = $4)`;
const kept = `status = 'held' and pool = any($3) and window_start = $4 and number = $19::int`;

/**
 * One statement takes the lowest free ticket, makes the appointment and its first step. Never
 * check-then-insert: SKIP LOCKED gives each of many claimants a ticket of its own (one hot session:
 * 3,060 bookings/s against 1,450 with a counter row), and the session's gate is read in the same snapshot.
 */
const statement = (gate: string, which: string) => `
with gate as (
  select fee_fen, practitioner_id from sessions where facility_id = $1 and id = $2 and status = 'published' and ${gate}
), free as (
  select number from tickets
  where facility_id = $1 and session_id = $2 and ${which} and exists (select 1 from gate)
  order by number limit 1 for update skip locked
), taken as (
  update tickets t set status = case when $11 = 'held' then 'held' else 'booked' end, taken_by = 'platform'
  from free where t.facility_id = $1 and t.session_id = $2 and t.number = free.number
  returning t.number, t.window_start, t.window_end
), made as (
  insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code,
    fee_fen, cancel_by, held_until, replaces, his_state, created_at, updated_at)
  select $1, $6, $2, taken.number, $8, $9, $10, $11, $7, gate.fee_fen,
    least(coalesce($17::timestamptz, taken.window_start), taken.window_start - make_interval(mins => $16::int)),
    $13, $12, $14, $5, $5
  from taken, gate
  returning cancel_by
), step as (
  insert into appointment_steps (facility_id, appointment_id, seq, from_status, to_status, at, actor_kind, actor_id)
  select $1, $6, 1, null, $11, $5, $15, $18 from made
)
select taken.number, taken.window_start as "windowStart", taken.window_end as "windowEnd", made.cancel_by as "cancelBy",
  gate.practitioner_id as "practitionerId"
from taken, made, gate`;

/** The claim of the public's bookings; the benchmark takes it as the measure of what the database can do. */
export const claimText = statement(openGate, lowestFree);

const statements = {
  public: { name: 'claim-ticket', text: claimText },
  extra: { name: 'claim-extra-ticket', text: statement(anyTime, lowestFree) },
  kept: { name: 'claim-kept-ticket', text: statement(anyTime, kept) },
};

/** Claims a ticket for the appointment, or null when none is free (or the session is not open). */
export async function claimTicket(tx: Tx, claim: Claim): Promise<ClaimedNow | null> {
  const a = claim.appointment;
  const { rows } = await tx.client.query<ClaimedNow>({
    ...statements[claim.way.kind],
    values: [
      ...[claim.facilityId, claim.sessionId, claim.pools, claim.windowStart, claim.now],
      ...[a.id, a.code, a.residentId, a.accountId, a.channel, a.status, a.replaces, a.heldUntil, a.hisState],
      ...[claim.actor.kind, a.cancelMinutes, a.cancelAtLatest, claim.actor.id],
      ...(claim.way.kind === 'kept' ? [claim.way.number] : []),
    ],
  });
  return rows[0] ?? null;
}
