import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import { findOrigin } from '../find-origin.ts';
import { isWithin } from '../policy.ts';
import type {
  OutbreakView,
  outbreakRow,
  outbreaksInput,
  outbreaksOutput,
  ownOutbreaksOutput,
} from '../schema/outbreaks.ts';
import { outbreakStateOf } from './rules.ts';

type Row = Omit<OutbreakView, 'advice'> & { adviceZh: string; adviceEn: string };

const columns = `o.id, o.region_code as "regionCode", r.name as "regionName", o.disease, o.action, o.advice_zh as "adviceZh",
  o.advice_en as "adviceEn", o.phone, o.valid_from as "validFrom", o.valid_to as "validTo", o.sample`;

const toView = ({ adviceZh, adviceEn, ...row }: Row): OutbreakView => ({
  ...row,
  advice: { zh: adviceZh, en: adviceEn },
});

/**
 * Notices in force at a place, the smallest area first. Where the place is not known, those of the whole
 * province still hold.
 */
export async function listLiveOutbreaks(
  ctx: Pick<Context, 'db' | 'clock'>,
  path: string | null,
): Promise<OutbreakView[]> {
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'list-live-outbreaks',
    text: `select ${columns} from outbreak_notices o join regions r on r.code = o.region_code
           where o.ended_at is null and o.valid_from <= $2 and o.valid_to >= $2
             and (starts_with($1, o.region_path) or ($1 = '' and r.level = 1))
           order by length(o.region_path) desc, o.created_at desc limit 20`,
    values: [path ?? '', regionDay(ctx.clock.now())],
  });
  return rows.map(toView);
}

/** Banner of an area (E18); without one, of where the signed-in resident lives. */
export async function listOutbreaks(
  ctx: Pick<Context, 'db' | 'clock' | 'actor'>,
  input: z.infer<typeof outbreaksInput>,
): Promise<z.infer<typeof outbreaksOutput>> {
  const origin = await findOrigin(ctx, input.regionCode ? { regionCode: input.regionCode } : undefined);
  return { notices: await listLiveOutbreaks(ctx, origin?.path ?? null), asOf: ctx.clock.now() };
}

type OwnRow = Row & { regionPath: string; endedAt: Date | null; createdAt: Date };

/** Notices that concern the official's area: its own and those below, and what offices above have said. */
export async function listOwnOutbreaks(ctx: ContextOf<'official'>): Promise<z.infer<typeof ownOutbreaksOutput>> {
  const { actor, db, clock } = ctx;
  const today = regionDay(clock.now());
  const { rows } = await db.pool.query<OwnRow>({
    name: 'list-own-outbreaks',
    text: `select ${columns}, o.region_path as "regionPath", o.ended_at as "endedAt", o.created_at as "createdAt"
           from outbreak_notices o join regions r on r.code = o.region_code
           where starts_with(o.region_path, $1) or starts_with($1, o.region_path)
           order by o.ended_at is not null, o.valid_to desc, o.created_at desc limit 200`,
    values: [actor.regionPath],
  });
  const { rows: own } = await db.pool.query<{ code: string; name: string }>({
    name: 'find-region-name',
    text: 'select code, name from regions where code = $1',
    values: [actor.regionCode],
  });
  const notices = rows.map(
    ({ regionPath, endedAt, createdAt, ...row }): z.infer<typeof outbreakRow> => ({
      ...toView(row),
      endedAt,
      createdAt,
      state: outbreakStateOf({ ...row, endedAt }, today),
      ownArea: isWithin(regionPath, actor.regionPath),
    }),
  );
  return { notices, region: own[0] ?? { code: actor.regionCode, name: '' }, today };
}
