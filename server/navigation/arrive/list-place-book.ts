import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import type { placeBook } from '../schema/places.ts';
import { checkPlaces } from './check-places.ts';
import { findMap } from './find-map.ts';
import { expectGuide } from './policy.ts';

export type Room = { id: string; name: string; catalogCode: string; place: string };

/** The facility's departments, whose rooms a map must have. */
export async function listRooms(ctx: Pick<Context, 'db'>, facilityId: string): Promise<Room[]> {
  const { rows } = await ctx.db.pool.query<Room>({
    name: 'map-departments',
    text: `select id, name, catalog_code as "catalogCode", place from departments where facility_id = $1 order by id`,
    values: [facilityId],
  });
  return rows;
}

/** The facility's own map for those who keep it, with what is wrong with it today. */
export async function listPlaceBook(ctx: ContextOf<'staff'>): Promise<z.infer<typeof placeBook>> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'see-places');
  const [map, departments] = await Promise.all([findMap(ctx, facilityId), listRooms(ctx, facilityId)]);
  const today = regionDay(ctx.clock.now());
  return { ...map, departments, findings: checkPlaces({ ...map, departments }, today), today };
}
