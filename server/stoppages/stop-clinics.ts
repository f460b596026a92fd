import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, refused } from '../kernel/errors.ts';
import { enqueue } from '../kernel/queue.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { lockPlan } from '../schedules/check-plan.ts';
import { suspendSession } from '../schedules/suspend-session.ts';
import { expectStopper } from './policy.ts';
import { countPlanned, expectSound, listAffected } from './queries/affected.ts';
import type { stopInput, stopOutput } from './schema.ts';

type Stop = z.infer<typeof stopInput>;

/**
 * 停诊 of a department or doctor over some days, in one action: every clinic is off sale when this returns, none of
 * those days is published later, and a job tells the residents. All clinics stop before the first number is
 * offered, so that nobody is offered one of theirs. Sent twice it stops once.
 */
export async function stopClinics(ctx: ContextOf<'staff'>, wish: Stop): Promise<z.infer<typeof stopOutput>> {
  const { facilityId } = ctx.actor;
  expectStopper(ctx.actor, facilityId, 'stop');
  return transact(ctx.db, async (tx) => {
    await expectSound(tx.client, facilityId, wish);
    await lockPlan(tx.client, facilityId);
    if (!(await insertStoppage(tx, ctx, wish))) return earlier(tx, facilityId, wish);
    const sessionIds = await listAffected(tx.client, facilityId, wish, ctx.clock.now());
    const planned = await countPlanned(tx.client, facilityId, wish);
    if (sessionIds.length + planned === 0) throw refused('nothing-to-stop');
    let people = 0;
    for (const sessionId of sessionIds) {
      people += (await suspendSession(tx, ctx, { facilityId, sessionId, reason: wish.reason })).active;
    }
    await tx.client.query(
      `insert into stoppage_sessions (facility_id, session_id, stoppage_id) select $1, unnest($2::uuid[]), $3
       on conflict (facility_id, session_id) do update set stoppage_id = excluded.stoppage_id`,
      [facilityId, sessionIds, wish.id],
    );
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'stoppages.stop', subjectType: 'stoppage', subjectId: wish.id },
      detail: {
        ...{ departmentId: wish.departmentId, practitionerId: wish.practitionerId, from: wish.from, to: wish.to },
        ...{ sessions: sessionIds.length, people, planned },
      },
    });
    await enqueue(tx, 'stoppages-place', { facilityId, stoppageId: wish.id }, { key: `stoppage:${wish.id}` });
    return { id: wish.id, already: false, sessions: sessionIds.length, people };
  });
}

async function insertStoppage(tx: Tx, ctx: ContextOf<'staff'>, wish: Stop): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `insert into stoppages (facility_id, id, department_id, practitioner_id, from_date, to_date, reason, account_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      ...[ctx.actor.facilityId, wish.id, wish.departmentId ?? null, wish.practitionerId ?? null],
      ...[wish.from, wish.to, wish.reason, ctx.actor.accountId],
      ctx.clock.now(),
    ],
  );
  return rowCount === 1;
}

/** The same request again: what it did the first time. */
async function earlier(tx: Tx, facilityId: string, wish: Stop): Promise<z.infer<typeof stopOutput>> {
  const { rows } = await tx.client.query<{ same: boolean; sessions: number }>(
    `select s.from_date = $3 and s.to_date = $4 and s.department_id is not distinct from $5
         and s.practitioner_id is not distinct from $6 as same,
       (select count(*) from stoppage_sessions c where c.facility_id = $1 and c.stoppage_id = $2) as sessions
     from stoppages s where s.facility_id = $1 and s.id = $2`,
    [facilityId, wish.id, wish.from, wish.to, wish.departmentId ?? null, wish.practitionerId ?? null],
  );
  if (!rows[0]?.same) throw conflict('key-reused');
  return { id: wish.id, already: true, sessions: rows[0].sessions, people: 0 };
}
