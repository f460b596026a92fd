import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { openCase } from '../cases/open-case.ts';
import { askAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { findRights } from './find-rights.ts';
import { expectClinician } from './policy.ts';
import { accessRulesOn, isAbout } from './rules.ts';
import type { breakGlassInput, brokenGlass } from './schema.ts';

type Wish = z.infer<typeof breakGlassInput>;

/**
 * A clinician without a relationship opens a record in an emergency: for some hours, with a reason, and in the same
 * transaction the person gets a message and the facility's privacy officer a case to look into. Broken twice it stays
 * open until the first time's end.
 */
export async function breakGlass(ctx: ContextOf<'staff'>, wish: Wish): Promise<z.infer<typeof brokenGlass>> {
  expectClinician(ctx.actor);
  const { actor } = ctx;
  const { residentId, cause, reason } = wish;
  const now = ctx.clock.now();
  return transact(ctx.db, async (tx) => {
    await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `glass ${residentId} ${actor.accountId}`,
    ]);
    await expectPerson(tx, residentId);
    const id = ctx.ids.next();
    const until = new Date(now.getTime() + accessRulesOn(regionDay(now)).glassHours * 3_600_000);
    const open = await askAs(tx, ctx, { asked: residentId }, async () => {
      const { denials } = await findRights(tx.client, residentId);
      if (denials.some((denial) => isAbout(denial, actor))) throw refused('record-closed');
      const before = await findOpening(tx, residentId, actor.accountId, now);
      if (before) return before;
      await tx.client.query(
        `insert into glass_openings (resident_id, id, account_id, actor_name, facility_id, cause, reason, opened_at, until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [residentId, id, actor.accountId, actor.name, actor.facilityId, cause, reason, now, until],
      );
      return null;
    });
    if (open) return { until: open };
    const { facilityId } = actor;
    const entry = { action: 'consents.break-glass', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { cause, until: until.toISOString(), openingId: id } });
    const about = { about: actor.name, aboutAt: now, question: reason };
    await openCase(tx, ctx, { residentId, kind: 'glass', subjectId: id, ...about, at: { facilityId } });
    const params = { facility: await nameOf(tx, facilityId), doctor: actor.name, until: until.toISOString() };
    await tellResident(tx, ctx, { residentId, kind: 'glass-broken', params, link: '/records/access' });
    return { until };
  });
}

/** A record may fill before its person has ever signed in. */
async function expectPerson(tx: Tx, residentId: string): Promise<void> {
  const { rows } = await tx.client.query<{ known: boolean }>(
    `select exists (select 1 from residents where id = $1)
       or exists (select 1 from record_entries where resident_id = $1) as known`,
    [residentId],
  );
  if (!rows[0]?.known) throw notFound('patient');
}

async function findOpening(tx: Tx, residentId: string, accountId: string, now: Date): Promise<Date | null> {
  const { rows } = await tx.client.query<{ until: Date | null }>(
    'select max(until) as until from glass_openings where resident_id = $1 and account_id = $2 and until > $3',
    [residentId, accountId, now],
  );
  return rows[0]?.until ?? null;
}

async function nameOf(tx: Tx, facilityId: string): Promise<string> {
  const { rows } = await tx.client.query<{ name: string }>('select name from facilities where id = $1', [facilityId]);
  return rows[0]?.name ?? '';
}
