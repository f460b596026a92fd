import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { Fault, invalid, refused } from '../kernel/errors.ts';
import { changeSession } from './change-session.ts';
import { requireKeeper } from './policy.ts';
import type { Substituted, substituteInput } from './schema/substitute.ts';

type Wish = z.infer<typeof substituteInput>;
type Clinic = Pick<Substituted['clinics'][number], 'sessionId' | 'departmentName' | 'date' | 'halfDay'>;

/**
 * 替诊 for every clinic of a doctor in these days (A34), each by the rules of a single change and by itself: where the
 * substitute's grade or time does not fit, that clinic stays as it was and says why. Repeating it finds what is left.
 */
export async function substituteSessions(ctx: ContextOf<'staff'>, wish: Wish): Promise<Substituted> {
  requireKeeper(ctx, ctx.actor.facilityId);
  if (wish.from > wish.to) throw invalid('stoppage-days', { from: wish.from, to: wish.to });
  if (wish.practitionerId === wish.substituteId) throw invalid('same-doctor');
  const found = await listClinics(ctx, wish);
  if (found.length === 0) throw refused('no-clinic-to-change');
  const clinics: Substituted['clinics'] = [];
  for (const clinic of found) clinics.push(await substituteOne(ctx, wish, clinic));
  return {
    clinics,
    changed: clinics.filter(({ rule }) => rule === null).length,
    told: clinics.reduce((sum, { told }) => sum + told, 0),
  };
}

async function substituteOne(ctx: ContextOf<'staff'>, wish: Wish, clinic: Clinic) {
  const change = { sessionId: clinic.sessionId, practitionerId: wish.substituteId, reason: wish.reason };
  try {
    const { told } = await changeSession(ctx, change);
    return { ...clinic, told, rule: null, params: {} };
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'busy') throw error;
    return { ...clinic, told: 0, rule: error.refusal.rule, params: error.refusal.params ?? {} };
  }
}

/** The doctor's clinics that are not over; those of the hospital's own system come too, and say so. */
async function listClinics(ctx: ContextOf<'staff'>, wish: Wish): Promise<Clinic[]> {
  const { rows } = await ctx.db.pool.query<Clinic>(
    `select s.id as "sessionId", d.name as "departmentName", s.date, s.half_day as "halfDay"
     from sessions s join departments d on d.id = s.department_id
     where s.facility_id = $1 and s.practitioner_id = $2 and s.date between $3 and $4 and s.ends_at > $5
       and s.status in ('published', 'halted') order by s.starts_at, s.id limit 100`,
    [ctx.actor.facilityId, wish.practitionerId, wish.from, wish.to, ctx.clock.now()],
  );
  return rows;
}
