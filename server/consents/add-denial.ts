import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import { type denyInput, topics } from './schema.ts';

type Wish = z.infer<typeof denyInput>;
type Row = {
  kind: 'entry' | 'facility' | 'worker';
  subject: string;
  entryId?: string;
  facilityId?: string;
  workerId?: string;
  workerName?: string;
};

/** Keeps an entry, a facility's staff or one worker out, from the next reading on. Repeating it changes nothing. */
export async function addDenial(ctx: ContextOf<'resident'>, wish: Wish): Promise<{ done: true }> {
  await expectOwner(ctx, wish.residentId);
  await transact(ctx.db, async (tx) => {
    const id = ctx.ids.next();
    const row = await askAs(tx, ctx, { asked: wish.residentId, topics }, () => resolve(tx, wish));
    const { rowCount } = await askAs(tx, ctx, { asked: wish.residentId }, () =>
      tx.client.query(
        `insert into denials (resident_id, id, kind, subject, entry_id, facility_id, worker_id, worker_name, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (resident_id, kind, subject) where ended_at is null do nothing`,
        [
          ...[wish.residentId, id, row.kind, row.subject, row.entryId ?? null, row.facilityId ?? null],
          ...[row.workerId ?? null, row.workerName ?? null, ctx.clock.now(), ctx.actor.accountId],
        ],
      ),
    );
    if (rowCount === 0) return;
    const entry = { action: 'consents.deny', subjectType: 'resident', subjectId: wish.residentId };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { kind: row.kind, denialId: id } });
  });
  return { done: true };
}

/** What is kept back, from what the person pointed at; nothing that is not theirs can be pointed at. */
async function resolve(tx: Tx, wish: Wish): Promise<Row> {
  switch (wish.kind) {
    case 'entry': {
      const { rows } = await tx.client.query('select 1 from record_entries where resident_id = $1 and id = $2', [
        wish.residentId,
        wish.entryId,
      ]);
      if (!rows[0]) throw notFound('record-entry');
      return { kind: 'entry', subject: wish.entryId, entryId: wish.entryId };
    }
    case 'facility':
      await expectFacility(tx, wish.facilityId);
      return { kind: 'facility', subject: wish.facilityId, facilityId: wish.facilityId };
    case 'worker':
      return workerOf(tx, wish.residentId, wish.eventId);
    case 'worker-by-name': {
      await expectFacility(tx, wish.facilityId);
      const { facilityId, name } = wish;
      return { kind: 'worker', subject: `${facilityId}:${name}`, facilityId, workerName: name };
    }
  }
}

async function expectFacility(tx: Tx, facilityId: string): Promise<void> {
  const { rows } = await tx.client.query('select 1 from facilities where id = $1', [facilityId]);
  if (!rows[0]) throw notFound('facility');
}

async function workerOf(tx: Tx, residentId: string, eventId: string): Promise<Row> {
  const { rows } = await tx.client.query<{ kind: string; workerId: string; workerName: string; facilityId: string }>(
    `select actor_kind as kind, actor_id as "workerId", actor_name as "workerName", facility_id as "facilityId"
     from access_events where resident_id = $1 and id = $2`,
    [residentId, eventId],
  );
  const look = rows[0];
  if (!look) throw notFound('look');
  if (look.kind !== 'staff') throw refused('deny-staff-only');
  const { workerId, workerName, facilityId } = look;
  return { kind: 'worker', subject: workerId, workerId, workerName, facilityId };
}
