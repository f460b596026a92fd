import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { identifyResident } from '../residents/identify-resident.ts';
import { getPlace } from './open-sheet.ts';
import { expectPlanner } from './policy.ts';
import { lockPrompts } from './prompts/lock-prompts.ts';
import { takeUpPrompts } from './prompts/take-up-prompts.ts';
import type { enrolInput, enrolled } from './schema/desk.ts';

type Wish = z.infer<typeof enrolInput>;

/**
 * Whoever says so at the desk is served by this facility from now on: known by name and ID number, both of which must fit.
 * The person can take it back at any time. Repeating it enrols nobody twice.
 */
export async function enrolPerson(ctx: ContextOf<'staff'>, wish: Wish): Promise<z.infer<typeof enrolled>> {
  expectPlanner(ctx.actor);
  const { regionPath } = await getPlace(ctx);
  const { said, migrant } = wish;
  return transact(ctx.db, async (tx) => {
    const person = await identifyResident(tx, ctx, wish);
    const { facilityId, accountId } = ctx.actor;
    const by = { facilityId, regionPath, said, migrant, accountId };
    const fresh = await enrol(tx, ctx, person.id, by);
    return { residentId: person.id, fresh };
  });
}

type By = {
  facilityId: string;
  regionPath: string;
  said: 'online' | 'in-person' | 'by-phone';
  migrant: boolean;
  accountId: string;
};

/** Enters that this facility serves the person, unless it does already; what waited for their say is asked from now on. */
export async function enrol(
  tx: Tx,
  ctx: ContextOf<'staff'> | ContextOf<'resident'>,
  residentId: string,
  { facilityId, regionPath, said, migrant, accountId }: By,
): Promise<boolean> {
  await lockPrompts(tx, residentId);
  const { rowCount } = await tx.client.query(
    `insert into planning_enrolments (resident_id, id, facility_id, region_path, said, migrant, started_at, started_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (resident_id, facility_id) where ended_at is null do nothing`,
    [residentId, ctx.ids.next(), facilityId, regionPath, said, migrant, ctx.clock.now(), accountId],
  );
  if (rowCount === 0) return false;
  await takeUpPrompts(tx, ctx, residentId, { facilityId, regionPath });
  const entry = { action: 'family-planning.enrol', subjectType: 'resident', subjectId: residentId };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: { said } });
  return true;
}
