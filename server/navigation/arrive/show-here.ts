import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { hereInput, hereOutput, PlaceKind } from '../schema/places.ts';
import { findMap, toPlaceView, trustOf } from './find-map.ts';
import { findRoute } from './route.ts';

/** Nobody asks for the way to a lift or a landmark; those are on the way. */
const passed: readonly PlaceKind[] = ['lift', 'landmark'];

/** What a landmark's code says to anyone who scans it: where one is, where one may go, and the way there. */
export async function showHere(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: z.infer<typeof hereInput>,
): Promise<z.infer<typeof hereOutput>> {
  const [map, facilities] = await Promise.all([
    findMap(ctx, input.facilityId),
    ctx.db.pool.query<{ id: string; name: string }>({
      name: 'facility-name',
      text: 'select id, name from facilities where id = $1',
      values: [input.facilityId],
    }),
  ]);
  const facility = facilities.rows[0];
  const here = map.places.find((place) => place.id === input.placeId);
  if (!facility || !here) throw notFound('place');
  const destinations = map.places.filter((place) => place.id !== here.id && !passed.includes(place.kind));
  const to = map.places.find((place) => place.id === input.toId) ?? null;
  const route = to ? findRoute(plain(map), here.id, to.id, input.stepFree) : null;
  return {
    ...{ facility, here: toPlaceView(here), destinations: destinations.map(toPlaceView) },
    ...{ to: to && toPlaceView(to), route },
    ...trustOf(map, regionDay(ctx.clock.now())),
  };
}

/** The map as visitors get it. */
export const plain = (map: Awaited<ReturnType<typeof findMap>>) => ({
  places: map.places.map(toPlaceView),
  ways: map.ways,
});
