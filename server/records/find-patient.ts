import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { expectClinician } from '../consents/policy.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { invalid, notFound } from '../kernel/errors.ts';
import { readIdNumber } from '../kernel/national-id.ts';
import { transact } from '../kernel/transaction.ts';
import type { findPatientInput, patientInput } from './schema/staff.ts';

const bare = (name: string) => name.replace(/[\s·•・.]/g, '').toLowerCase();

/**
 * The patient whose card lies on the desk: name and number must both fit, so that neither can be tried out alone, and
 * every attempt leaves an audit row. It opens nothing and enters nobody.
 */
export async function findPatient(
  ctx: ContextOf<'staff'>,
  { name, idNumber }: z.infer<typeof findPatientInput>,
): Promise<z.infer<typeof patientInput>> {
  expectClinician(ctx.actor);
  const facts = readIdNumber(idNumber, regionDay(ctx.clock.now()));
  if (!facts.ok) throw invalid(`id-${facts.fault}`);
  const residentId = ctx.sealing.residentId(facts.idNumber);
  const names = await namesOf(ctx, residentId);
  const found = names.some((known) => bare(known) === bare(name));
  // committed also where nothing was found: trying names out must be seen
  await transact(ctx.db, async (tx) => {
    const { facilityId } = ctx.actor;
    const entry = { action: 'records.find-patient', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { found } });
  });
  if (!found) throw notFound('patient');
  return { residentId };
}

/** The registered name and those under which hospitals know the same number; each in a statement of its own axis. */
async function namesOf({ db }: ContextOf<'staff'>, residentId: string): Promise<string[]> {
  const { rows: own } = await db.pool.query<{ name: string }>('select name from residents where id = $1', [residentId]);
  const { rows: told } = await db.pool.query<{ name: string }>(
    'select distinct name from source_patients where resident_id = $1 limit 20',
    [residentId],
  );
  return [...own, ...told].map((row) => row.name);
}
