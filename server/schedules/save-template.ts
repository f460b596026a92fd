import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { checkPlan, checkStaffing, lockPlan } from './check-plan.ts';
import type { Queryable } from './find-rules.ts';
import { requireKeeper } from './policy.ts';
import { getTemplate } from './queries/templates.ts';
import type { saveTemplateInput, templateView } from './schema/console.ts';

type Wish = z.infer<typeof saveTemplateInput>;

/**
 * Makes or changes a weekly template of the actor's facility. Days already published keep what they were
 * published with. The client chose the id, so sending it again saves the same template.
 */
export async function saveTemplate(ctx: ContextOf<'staff'>, wish: Wish): Promise<z.infer<typeof templateView>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  checkPlan(wish);
  if (wish.validTo !== null && wish.validTo < wish.validFrom) throw refused('template-validity');
  await transact(ctx.db, async (tx) => {
    await lockPlan(tx.client, facilityId);
    await checkStaffing(tx.client, facilityId, wish, wish.validFrom);
    await checkNoOverlap(tx.client, facilityId, wish);
    const { rows } = await tx.client.query<{ fresh: boolean }>(
      `insert into session_templates as t (facility_id, id, department_id, practitioner_id, weekday, half_day, starts_at,
         ends_at, number_type, fee_fen, capacity, quotas, valid_from, valid_to, updated_at, draw_minutes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (facility_id, id) do update set practitioner_id = excluded.practitioner_id, weekday = excluded.weekday,
         half_day = excluded.half_day, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         number_type = excluded.number_type, fee_fen = excluded.fee_fen, capacity = excluded.capacity,
         draw_minutes = excluded.draw_minutes,
         quotas = excluded.quotas, valid_from = excluded.valid_from, valid_to = excluded.valid_to, updated_at = excluded.updated_at
       where t.department_id = excluded.department_id
       returning t.xmax = 0 as fresh`,
      [
        ...[facilityId, wish.id, wish.departmentId, wish.practitionerId, wish.weekday, wish.halfDay, wish.startsAt],
        ...[
          wish.endsAt,
          wish.numberType,
          wish.feeFen,
          wish.capacity,
          JSON.stringify(wish.quotas),
          wish.validFrom,
          wish.validTo,
        ],
        ...[ctx.clock.now(), wish.drawMinutes],
      ],
    );
    if (!rows[0]) throw notFound('template');
    const { id: subjectId, ...detail } = wish;
    const action = rows[0].fresh ? 'schedules.add-template' : 'schedules.change-template';
    await recordAudit(tx, ctx, { facilityId, action, subjectType: 'template', subjectId, detail });
  });
  return getTemplate(ctx, facilityId, wish.id);
}

/** The same doctor cannot have two templates at one time of one weekday. */
async function checkNoOverlap(db: Queryable, facilityId: string, wish: Wish): Promise<void> {
  if (!wish.practitionerId) return;
  const { rows } = await db.query<{ id: string; name: string }>(
    `select t.id, d.name from session_templates t join departments d on d.id = t.department_id
     where t.facility_id = $1 and t.id <> $2 and t.practitioner_id = $3 and t.weekday = $4
       and t.starts_at < $6 and t.ends_at > $5
       and t.valid_from <= coalesce($8::date, 'infinity') and coalesce(t.valid_to, 'infinity') >= $7::date limit 1`,
    [facilityId, wish.id, wish.practitionerId, wish.weekday, wish.startsAt, wish.endsAt, wish.validFrom, wish.validTo],
  );
  const other = rows[0];
  if (other) throw refused('doctor-overlap', { blocking: { kind: 'template', id: other.id, label: other.name } });
}
