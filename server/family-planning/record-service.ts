import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, invalid, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { addFollowUp } from './add-follow-up.ts';
import { clinicianFor } from './eligibility/judge.ts';
import { expectServedOn, judge } from './judge-service.ts';
import { holdSay, openSheet, type SheetScope } from './open-sheet.ts';
import { afterService } from './rules/follow-ups.ts';
import { handedOut } from './schema/methods.ts';
import type { MethodVerdict, recordedService, recordServiceInput } from './schema/service.ts';
import { isIssued, issueStock } from './stock/issue-stock.ts';

type Desk = ContextOf<'staff'>;
type Wish = z.infer<typeof recordServiceInput>;
type Verdict = Pick<MethodVerdict, 'category' | 'advice'> & { table: string; conditions: string[] };

/**
 * Writes down a contraceptive service with what the table of eligibility says of it. The table refuses nothing: where it
 * warns, a clinician's name and reason are asked for. Answers what was to be asked, and sets the next visit. The same key
 * is one service, however often it is saved; other content under it is refused.
 */
export async function recordService(ctx: Desk, wish: Wish): Promise<z.infer<typeof recordedService>> {
  const scope = await openSheet(ctx, wish.residentId);
  expectServedOn(wish.servedOn, ctx.clock.now());
  if (wish.quantity > 0 && !handedOut.some((method) => method === wish.method)) throw invalid('planning-quantity');
  return transact(ctx.db, async (tx) => {
    await holdSay(tx, scope);
    const verdict = await verdictOf(tx, wish);
    const due = wish.need === 'stop' ? null : afterService(wish.servedOn, wish.method);
    const done = { serviceId: wish.key, nextOn: due?.dueOn ?? null };
    if (!(await insert(tx, ctx, scope, wish, verdict))) {
      if (await isSaved(tx, ctx, wish)) return done;
      throw conflict('planning-service-saved');
    }
    const { facilityId } = ctx.actor;
    const { residentId, key: subjectId } = wish;
    await answerOpen(tx, ctx, scope);
    await handOut(tx, ctx, wish);
    const { regionPath } = scope.place;
    if (due) await addFollowUp(tx, ctx, { residentId, facilityId, regionPath, subjectId }, due);
    const entry = { action: 'family-planning.service', subjectType: 'contraceptive-service', subjectId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { table: verdict.table } });
    return done;
  });
}

/** What the table of that day says of the method the person leaves with; a clinician answers for what it warns of. */
async function verdictOf(tx: Tx, wish: Wish): Promise<Verdict> {
  const { residentId, conditions, need, servedOn } = wish;
  const judged = await judge(tx.client, residentId, { conditions, need, on: servedOn });
  const table = judged.table.edition;
  if (wish.method === 'none' || need === 'stop') return { category: null, advice: 'accept', table, conditions };
  const found = judged.methods.find((one) => one.method === wish.method);
  if (!found) throw invalid('planning-method');
  const needed = clinicianFor(found);
  if (needed !== 'none' && wish.clinician.length < 2) throw refused('planning-clinician-needed');
  if (needed === 'reason' && wish.clinicianReason.length < 4) throw refused('planning-reason-needed');
  return { category: found.category, advice: found.advice, table, conditions };
}

/** False: saved before under the same key. */
async function insert(tx: Tx, ctx: Desk, { place }: SheetScope, wish: Wish, verdict: Verdict): Promise<boolean> {
  const { actor } = ctx;
  const { rowCount } = await tx.client.query(
    `insert into contraceptive_services (resident_id, id, facility_id, region_path, served_on, noted_at, worker_id, worker_name,
       need, desired_method, method, conditions, eligibility_table, category, advice, clinician, clinician_reason, agreed, issued,
       quantity, lot, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
     on conflict (resident_id, id) do nothing`,
    [
      ...[wish.residentId, wish.key, actor.facilityId, place.regionPath, wish.servedOn, ctx.clock.now()],
      ...[actor.accountId, actor.name, wish.need, wish.desiredMethod, wish.method, verdict.conditions, verdict.table],
      ...[verdict.category, verdict.advice, wish.clinician, wish.clinicianReason, wish.agreed],
      ...[wish.quantity > 0 ? wish.method : '', wish.quantity, wish.lot, wish.note],
    ],
  );
  return rowCount === 1;
}

/** Whether what stands under the key is this very service. Lots that the book of the place gave are not what was typed. */
async function isSaved(tx: Tx, { actor: { facilityId } }: Desk, wish: Wish): Promise<boolean> {
  const { rows } = await tx.client.query<{ lot: string }>(
    `select lot from contraceptive_services
     where resident_id = $1 and id = $2 and facility_id = $3 and served_on = $4 and need = $5 and desired_method = $6
       and method = $7 and conditions = $8::text[] and clinician = $9 and clinician_reason = $10 and agreed = $11
       and quantity = $12 and note = $13`,
    [
      ...[wish.residentId, wish.key, facilityId, wish.servedOn, wish.need, wish.desiredMethod, wish.method],
      ...[wish.conditions, wish.clinician, wish.clinicianReason, wish.agreed, wish.quantity, wish.note],
    ],
  );
  return rows[0] !== undefined && (rows[0].lot === wish.lot || (await isIssued(tx, facilityId, wish.key)));
}

/** What is handed out leaves the book of the place, where it keeps one: the lots are then the book's, not what was typed. */
async function handOut(tx: Tx, ctx: Desk, { residentId, key, method, quantity, servedOn }: Wish): Promise<void> {
  if (quantity === 0) return;
  const lots = await issueStock(tx, ctx, { serviceId: key, item: method, quantity, servedOn });
  if (!lots) return;
  await tx.client.query('update contraceptive_services set lot = $3 where resident_id = $1 and id = $2', [
    residentId,
    key,
    [...new Set(lots)].join(' '),
  ]);
}

/** Who was served has been asked how it goes, and what comes after a birth or a loss, by whosever book is open here. */
async function answerOpen(tx: Tx, { actor, clock }: Desk, { residentId, books }: SheetScope): Promise<void> {
  await tx.client.query(
    `update planning_follow_ups set state = 'done', outcome = 'served', ended_at = $3, worker_id = $4, worker_name = $5
     where resident_id = $1 and ($2::text[] is null or facility_id = any($2))
       and kind in ('method', 'postpartum', 'after-loss', 'advice') and state in ('open', 'lost')`,
    [residentId, books, clock.now(), actor.accountId, actor.name],
  );
}
