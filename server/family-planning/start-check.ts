import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, invalid } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { identifyResident } from '../residents/identify-resident.ts';
import { findPeople } from '../residents/queries.ts';
import { getCheckRule } from './check-rule.ts';
import { enrol } from './enrol-person.ts';
import { holdSay, openSheet, type SheetScope } from './open-sheet.ts';
import type { startCheckInput, startedCheck } from './schema/check.ts';
import type { Part } from './schema/items.ts';

type Desk = ContextOf<'staff'>;
type Known = { id: string; sex: string };

/**
 * Opens the free check before a planned pregnancy, for one or for both of a couple: each has a row of their own, and the
 * partner is served by this facility too. One open check a person: the next is free once this pregnancy is over or given up.
 */
export async function startCheck(
  ctx: Desk,
  { residentId, partner }: z.infer<typeof startCheckInput>,
): Promise<z.infer<typeof startedCheck>> {
  const scope = await openSheet(ctx, residentId);
  return transact(ctx.db, async (tx) => {
    await holdSay(tx, scope);
    const first = (await findPeople(tx.client, [residentId])).get(residentId);
    const second = partner ? await identifyResident(tx, ctx, partner) : null;
    const part = partOf(first);
    if (second && (second.id === residentId || partOf(second) === part)) throw invalid('planning-couple');
    if (!second && part === 'man') throw invalid('planning-couple');
    const { facilityId, accountId } = ctx.actor;
    const { regionPath } = scope.place;
    const { migrant } = scope.enrolment;
    if (second) await enrol(tx, ctx, second.id, { facilityId, regionPath, said: 'in-person', migrant, accountId });
    const coupleId = ctx.ids.next();
    const own = await open(tx, ctx, scope, { residentId, partnerId: second?.id ?? null, part, coupleId });
    if (second) {
      const other = part === 'woman' ? 'man' : 'woman';
      await open(tx, ctx, scope, { residentId: second.id, partnerId: residentId, part: other, coupleId });
    }
    const entry = { action: 'family-planning.start-check', subjectType: 'preconception-check', subjectId: own };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { couple: second !== null } });
    return { checkId: own, partnerId: second?.id ?? null };
  });
}

const partOf = (person: Pick<Known, 'sex'> | undefined): Part => (person?.sex === 'male' ? 'man' : 'woman');

type Side = { residentId: string; partnerId: string | null; part: Part; coupleId: string };

async function open(tx: Tx, ctx: Desk, { place, enrolment }: SheetScope, side: Side): Promise<string> {
  const id = ctx.ids.next();
  const today = regionDay(ctx.clock.now());
  const { rowCount } = await askAs(tx, ctx, { asked: side.residentId }, () =>
    tx.client.query(
      `insert into preconception_checks (resident_id, id, facility_id, region_path, couple_id, part, partner_id, rule, migrant,
         started_on, started_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (resident_id) where closed_at is null do nothing`,
      [
        ...[side.residentId, id, ctx.actor.facilityId, place.regionPath, side.coupleId, side.part, side.partnerId],
        ...[getCheckRule(today).from, enrolment.migrant, today, ctx.actor.accountId],
      ],
    ),
  );
  if (rowCount === 0) throw conflict('planning-check-open');
  return id;
}
