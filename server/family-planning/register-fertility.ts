import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { fertilityRuleOn, judgeDeclaration, validUntil as lastDay } from './eligibility/fertility.ts';
import { enrol } from './enrol-person.ts';
import { holdSay, openSheet } from './open-sheet.ts';
import type { declaration, declared, declareInput, registerInput } from './schema/registration.ts';

type Declaration = z.infer<typeof declaration>;
type Declared = z.infer<typeof declared>;
type Place = { facilityId: string; regionPath: string; channel: 'online' | 'desk' };

/** A worker writes down what the person declares at the desk. While one registration is valid there is no second. */
export async function registerFertility(
  ctx: ContextOf<'staff'>,
  { residentId, ...wish }: z.infer<typeof registerInput>,
): Promise<Declared> {
  const scope = await openSheet(ctx, residentId);
  const { regionPath } = scope.place;
  const at: Place = { facilityId: ctx.actor.facilityId, regionPath, channel: 'desk' };
  return transact(ctx.db, async (tx) => {
    await holdSay(tx, scope);
    return insertRegistration(tx, ctx, residentId, wish, at);
  });
}

/**
 * The person declares online, to a centre of their choice, which serves them from then on. Nobody approves it: it is valid
 * at once, for the years of the rule of the day. While one is valid there is no second.
 */
export async function declareFertility(
  ctx: ContextOf<'resident'>,
  { facilityId, ...wish }: z.infer<typeof declareInput>,
): Promise<Declared> {
  const { residentId, accountId } = ctx.actor;
  if (!residentId) throw refused('register-first');
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ regionPath: string }>(
      `select region_path as "regionPath" from facilities where id = $1 and kind in ('township_centre', 'village_clinic')`,
      [facilityId],
    );
    if (!rows[0]) throw notFound('facility');
    const { regionPath } = rows[0];
    await enrol(tx, ctx, residentId, { facilityId, regionPath, said: 'online', migrant: false, accountId });
    return insertRegistration(tx, ctx, residentId, wish, { facilityId, regionPath, channel: 'online' });
  });
}

async function insertRegistration(
  tx: Tx,
  ctx: ContextOf<'staff'> | ContextOf<'resident'>,
  residentId: string,
  wish: Declaration,
  place: Place,
): Promise<Declared> {
  const now = ctx.clock.now();
  const today = regionDay(now);
  const rule = fertilityRuleOn(today);
  if (!rule) throw refused('fertility-no-rule');
  const asked = judgeDeclaration(rule, wish);
  if (asked) throw refused(asked, { params: { most: rule.childrenMost ?? 0 } });
  const validUntil = lastDay(rule, today);
  await closeOver(tx, residentId, today, now);
  const id = ctx.ids.next();
  const { facilityId, regionPath, channel } = place;
  const { rowCount } = await tx.client.query(
    `insert into fertility_registrations (resident_id, id, facility_id, region_path, channel, rule, child_order, married,
       registered_on, valid_until, registered_at, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (resident_id) where closed_at is null do nothing`,
    [
      ...[residentId, id, facilityId, regionPath, channel, rule.from, wish.childOrder],
      ...[rule.asksMarriage ? (wish.married ?? null) : null, today, validUntil, now, ctx.actor.accountId],
    ],
  );
  if (rowCount === 0) throw await alreadyValid(tx, residentId);
  const entry = { action: 'family-planning.register', subjectType: 'fertility-registration', subjectId: id };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: { channel, rule: rule.from } });
  return { id, validUntil };
}

/** One whose years have run out makes room for the next. */
async function closeOver(tx: Tx, residentId: string, today: string, now: Date): Promise<void> {
  await tx.client.query(
    `update fertility_registrations set closed_at = $3, closed_as = 'expired'
     where resident_id = $1 and closed_at is null and valid_until < $2`,
    [residentId, today, now],
  );
}

async function alreadyValid(tx: Tx, residentId: string) {
  const { rows } = await tx.client.query<{ until: string }>(
    `select valid_until::text as until from fertility_registrations where resident_id = $1 and closed_at is null`,
    [residentId],
  );
  return conflict('planning-registered', { params: { until: rows[0]?.until ?? '' } });
}
