import { recordAudit } from '../../../audit/record-audit.ts';
import { addDays, regionDay } from '../../../kernel/clock.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { conflict } from '../../../kernel/errors.ts';
import { type Tx, transact, violated } from '../../../kernel/transaction.ts';
import { listRooms } from '../list-place-book.ts';
import { expectGuide } from '../policy.ts';
import { type DraftFacility, draftMap } from './draft-map.ts';
import { reviewDays, writeDrafts } from './write-drafts.ts';

/** Draws up a first map from where the departments say they are; only where there is none, so nothing is lost. */
export async function draftOwnMap(ctx: ContextOf<'staff'>): Promise<{ places: number }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  const departments = await listRooms(ctx, facilityId);
  const now = ctx.clock.now();
  const work = async (tx: Tx) => {
    const { rows } = await tx.client.query<DraftFacility>(
      'select id, level, provincial, lon, lat from facilities where id = $1',
      [facilityId],
    );
    const { rowCount } = await tx.client.query('select 1 from places where facility_id = $1 limit 1', [facilityId]);
    if (!rows[0] || rowCount) throw conflict('places-present');
    const reviewBy = addDays(regionDay(now), reviewDays);
    const drafts = [{ facilityId, map: draftMap(rows[0], departments) }];
    const places = await writeDrafts(tx, ctx.ids, drafts, { owner: ctx.actor.name, reviewBy, now });
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'navigation.draft-places', subjectType: 'facility', subjectId: facilityId },
      detail: { places },
    });
    return { places };
  };
  return transact(ctx.db, work).catch((error: unknown) => {
    throw violated(error) ? conflict('places-present') : error; // another hand was quicker
  });
}
