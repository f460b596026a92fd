import type { z } from 'zod';
import { findGround } from '../consents/find-ground.ts';
import { findRights } from '../consents/find-rights.ts';
import { expectClinician } from '../consents/policy.ts';
import { accessRulesOn, openingFor } from '../consents/rules.ts';
import { findArea } from '../consents/serves-area.ts';
import { readAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type * as schema from './schema/staff.ts';

type Ctx = ContextOf<'staff'>;

/** Whose number this is; only of the own facility. Opens nothing by itself. */
export async function getPatientOf(
  ctx: Ctx,
  { appointmentId }: z.infer<typeof schema.ofAppointmentInput>,
): Promise<z.infer<typeof schema.patientInput>> {
  expectClinician(ctx.actor);
  const { rows } = await ctx.db.pool.query<{ residentId: string }>({
    name: 'patient-of-appointment',
    text: 'select resident_id as "residentId" from appointments where facility_id = $1 and id = $2',
    values: [ctx.actor.facilityId, appointmentId],
  });
  if (!rows[0]) throw notFound('appointment');
  return rows[0];
}

/** On what this clinician may open the record now, or which rule closes it. The same for somebody who does not exist. */
export async function getGround(
  ctx: Ctx,
  { residentId }: z.infer<typeof schema.patientInput>,
): Promise<z.infer<typeof schema.groundOutput>> {
  expectClinician(ctx.actor);
  const { accountId, facilityId, name } = ctx.actor;
  const [ground, rights, area] = await Promise.all([
    findGround(ctx, residentId),
    readAs(ctx, { asked: residentId }, (db) => findRights(db, residentId)),
    findArea(ctx),
  ]);
  const reader = { as: 'staff', basis: ground?.basis ?? null, accountId, facilityId, name } as const;
  const verdict = openingFor(reader, rights);
  const rule = 'rule' in verdict ? verdict.rule : null;
  const closed = rule === 'record-closed' || rule === 'glass-needed' ? rule : null;
  const { encounterDays, glassHours, areaDays } = accessRulesOn(regionDay(ctx.clock.now()));
  const open = closed ? null : ground;
  const days = { encounterDays, glassHours, areaDays: area ? areaDays : null };
  return { closed, basis: open?.basis ?? null, until: open?.until ?? null, ...days };
}
