import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { addDays, regionDay } from '../../kernel/clock.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { requireArea } from '../policy.ts';
import type { declareOutbreakInput, ownOutbreaksOutput } from '../schema/outbreaks.ts';
import { listOwnOutbreaks } from './queries.ts';
import { outbreakDaysMost } from './rules.ts';

/**
 * From its first day on, people with fever in the area are told this rule before any clinic (E18, A44). One live
 * or coming notice a disease and area: a second declaration of the same is refused.
 */
export async function declareOutbreak(
  ctx: ContextOf<'official'>,
  wish: z.infer<typeof declareOutbreakInput>,
): Promise<z.infer<typeof ownOutbreaksOutput>> {
  const { rows } = await ctx.db.pool.query<{ path: string }>('select path from regions where code = $1', [
    wish.regionCode,
  ]);
  const path = rows[0]?.path;
  if (!path) throw notFound('region');
  requireArea(ctx.actor, path, 'region');
  const today = regionDay(ctx.clock.now());
  if (wish.validTo < today) throw refused('outbreak-past', { params: { today } });
  if (wish.validTo > addDays(wish.validFrom, outbreakDaysMost))
    throw refused('outbreak-too-long', { params: { limit: outbreakDaysMost } });
  await transact(ctx.db, async (tx) => {
    // two officials at once: the second waits here and then finds the first one's notice
    await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `outbreak ${wish.regionCode} ${wish.disease}`,
    ]);
    const known = await tx.client.query(
      'select 1 from outbreak_notices where region_code = $1 and disease = $2 and ended_at is null and valid_to >= $3',
      [wish.regionCode, wish.disease, today],
    );
    if (known.rowCount !== 0) throw refused('outbreak-known');
    const id = ctx.ids.next();
    await tx.client.query(
      `insert into outbreak_notices (id, region_code, region_path, disease, action, advice_zh, advice_en, phone, valid_from, valid_to,
         created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, wish.regionCode, path, wish.disease, wish.action, wish.adviceZh, wish.adviceEn, wish.phone],
        ...[wish.validFrom, wish.validTo, actorId(ctx.actor), ctx.clock.now()],
      ],
    );
    const { regionCode, disease, action, validFrom, validTo } = wish;
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'navigation.declare-outbreak',
      subjectType: 'outbreak',
      subjectId: id,
      detail: { regionCode, disease, action, validFrom, validTo },
    });
  });
  return listOwnOutbreaks(ctx);
}
