import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { tellResidents } from '../notices/tell-residents.ts';
import { lockPlan } from '../schedules/check-plan.ts';
import { lockOwnSession, moveTimes } from '../schedules/move-times.ts';
import { requireKeeper } from '../schedules/policy.ts';
import { appointmentLink } from './record-booking.ts';
import type { moveSessionInput, moveSessionOutput } from './schema.ts';

type Visit = {
  id: string;
  residentId: string;
  status: string;
  hisState: string;
  number: number;
  code: string;
  windowStart: Date;
  windowEnd: Date;
  facility: string;
  department: string;
};

/**
 * 改时间 (A34): a session that is booked begins and ends at other times of its day. Everybody keeps the number, is
 * told the new window in a message nobody can mute, and may give the number up until it begins. Repeating it tells nobody again.
 */
export async function moveSession(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof moveSessionInput>,
): Promise<z.infer<typeof moveSessionOutput>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  try {
    return await transact(ctx.db, async (tx) => {
      await lockPlan(tx.client, facilityId);
      const session = await lockOwnSession(tx, facilityId, wish.sessionId, ctx.clock.now());
      const before = await listVisits(tx, facilityId, wish.sessionId);
      const moved = await moveTimes(tx, session, wish, () => expectNotBegun(before));
      if (!moved) return { told: 0 };
      if (session.startsAt <= ctx.clock.now()) throw refused('moved-to-past');
      const visits = await listVisits(tx, facilityId, wish.sessionId);
      await moveVisits(tx, ctx, facilityId, visits);
      await tell(tx, ctx, facilityId, before, visits);
      await recordAudit(tx, ctx, {
        facilityId,
        action: 'booking.move-session',
        subjectType: 'session',
        subjectId: wish.sessionId,
        detail: { ...moved, told: visits.length, reason: wish.reason },
      });
      return { told: visits.length };
    });
  } catch (error) {
    if (violated(error) === 'resident_bookings_no_overlap') throw refused('moved-onto-other-visit');
    throw error;
  }
}

/** Those who hold a number, also those who have come: once one has, the clinic has begun. */
async function listVisits(tx: Tx, facilityId: string, sessionId: string): Promise<Visit[]> {
  const { rows } = await tx.client.query<Visit>(
    `select a.id, a.resident_id as "residentId", a.status, a.his_state as "hisState", a.ticket_number as number, a.code,
       t.window_start as "windowStart", t.window_end as "windowEnd", f.name as facility, d.name as department
     from appointments a join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
     join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
     join facilities f on f.id = a.facility_id join departments d on d.id = s.department_id
     where a.facility_id = $1 and a.session_id = $2 and a.status in ('held', 'booked', 'arrived', 'fulfilled')
     order by a.ticket_number`,
    [facilityId, sessionId],
  );
  return rows;
}

/** A hospital's own system keeps the time of what it was told, and would show another. */
function expectNotBegun(visits: Visit[]): void {
  const here = visits.filter((visit) => visit.status === 'arrived' || visit.status === 'fulfilled').length;
  if (here > 0) throw refused('session-begun', { params: { here } });
  if (visits.some((visit) => visit.hisState !== 'none')) throw refused('session-owned-by-hospital');
}

/** The person's own list follows, where its constraint refuses a second visit at the same time (A22). */
async function moveVisits(tx: Tx, ctx: ContextOf<'staff'>, facilityId: string, visits: Visit[]): Promise<void> {
  const [ids, starts] = [visits.map((visit) => visit.id), visits.map((visit) => visit.windowStart)];
  await tx.client.query(
    `update appointments a set cancel_by = v.s, updated_at = $4 from unnest($2::uuid[], $3::timestamptz[]) as v(id, s)
     where a.facility_id = $1 and a.id = v.id`,
    [facilityId, ids, starts, ctx.clock.now()],
  );
  await tx.client.query(
    `update resident_bookings b set window_start = v.s, window_end = v.e
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) as v(resident, id, s, e)
     where b.resident_id = v.resident and b.appointment_id = v.id`,
    [visits.map((visit) => visit.residentId), ids, starts, visits.map((visit) => visit.windowEnd)],
  );
}

async function tell(
  tx: Tx,
  ctx: ContextOf<'staff'>,
  facilityId: string,
  before: Visit[],
  after: Visit[],
): Promise<void> {
  const was = new Map(before.map((visit) => [visit.id, visit.windowStart]));
  const told = after.map(({ id, residentId, facility, department, windowStart, windowEnd, number, code }) => ({
    ctx,
    at: ctx.clock.now(),
    entry: {
      residentId,
      kind: 'time-changed' as const,
      params: {
        ...{ facility, department, number, code },
        was: was.get(id)?.toISOString() ?? '',
        windowStart: windowStart.toISOString(),
        windowEnd: windowEnd.toISOString(),
      },
      link: appointmentLink(facilityId, id),
    },
  }));
  if (told.length > 0) await tellResidents(tx, told);
}
