import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { getAppointment } from '../../../booking/queries.ts';
import { regionDay } from '../../../kernel/clock.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { findQueuePlace } from '../../../queues/queries/place.ts';
import type { VisitPlan, visitInput } from '../../schema/itinerary.ts';
import { findMap, trustOf } from '../find-map.ts';
import { findPreparation, listPreparations } from '../preparation/find-preparation.ts';
import { findRoute } from '../route.ts';
import { plain } from '../show-here.ts';
import { findSteps } from './find-steps.ts';
import { entranceOf, itineraryOf } from './itinerary-rules.ts';

/** One's own visit, or a family member's, as its day goes; another's is not found. */
export async function showVisit(ctx: ContextOf<'resident'>, input: z.infer<typeof visitInput>): Promise<VisitPlan> {
  const { facilityId, appointmentId, stepFree } = input;
  const visit = await getAppointment(ctx, facilityId, appointmentId);
  const now = ctx.clock.now();
  const [full, stored, preparations, preparation, queue] = await Promise.all([
    findMap(ctx, facilityId),
    findSteps(ctx, facilityId, appointmentId),
    listPreparations(ctx, facilityId),
    findPreparation(ctx, { departmentId: visit.departmentId, numberType: visit.numberType as 'ordinary' }),
    findQueuePlace(ctx, facilityId, appointmentId),
  ]);
  const map = plain(full);
  const room = map.places.find((place) => place.departmentId === visit.departmentId) ?? null;
  const entrance = entranceOf(map, room);
  const trust = trustOf(full, regionDay(now));
  const plan = {
    ...visit,
    appointmentId,
    ...{ today: visit.date === regionDay(now), preparation, entrance, room, ...trust, queue },
    route: entrance && room ? findRoute(map, entrance.id, room.id, stepFree) : null,
    steps: itineraryOf(visit, stored, { map, preparations, queue, stepFree }),
  };
  return { ...plan, version: versionOf(plan), asOf: now };
}

/** The same as long as the page would show the same. */
const versionOf = ({ status, today, steps, queue }: Pick<VisitPlan, 'status' | 'today' | 'steps' | 'queue'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([status, today, steps.map((s) => [s.id, s.state, s.place?.id]), queue && { ...queue, asOf: 0 }]),
    )
    .digest('base64url')
    .slice(0, 12);
