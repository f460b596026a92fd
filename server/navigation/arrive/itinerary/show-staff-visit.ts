import type { z } from 'zod';
import { recordAccess } from '../../../access/record-access.ts';
import { regionDay } from '../../../kernel/clock.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { findPeople } from '../../../residents/queries.ts';
import type { staffVisit } from '../../schema/itinerary.ts';
import { findMap } from '../find-map.ts';
import { expectGuide } from '../policy.ts';
import { listPreparations } from '../preparation/find-preparation.ts';
import { knownTests } from '../preparation/known-tests.ts';
import { preparationForTest } from '../preparation/preparation-rules.ts';
import { plain } from '../show-here.ts';
import { findSteps } from './find-steps.ts';
import { canGuide, itineraryOf } from './itinerary-rules.ts';

type View = z.infer<typeof staffVisit>;
type Row = Omit<View, 'residentName' | 'steps' | 'tests' | 'places' | 'change'> & {
  residentId: string;
  departmentId: string;
};

/** A patient's itinerary for the staff of the facility that the visit is at; the reading leaves an access row. */
export async function showStaffVisit(ctx: ContextOf<'staff'>, appointmentId: string): Promise<View> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'see-visit');
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'staff-visit',
    text: `select a.facility_id as "facilityId", a.id as "appointmentId", a.status, a.resident_id as "residentId",
             d.id as "departmentId", d.name as "departmentName", s.date, t.window_start as "windowStart",
             t.window_end as "windowEnd", a.ticket_number as "ticketNumber"
           from appointments a
           join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           join departments d on d.id = s.department_id
           where a.facility_id = $1 and a.id = $2`,
    values: [facilityId, appointmentId],
  });
  const visit = rows[0];
  const person = visit && (await findPeople(ctx.db.pool, [visit.residentId])).get(visit.residentId);
  if (!visit || !person) throw notFound('appointment');
  const [full, stored, preparations] = await Promise.all([
    findMap(ctx, facilityId),
    findSteps(ctx, facilityId, appointmentId),
    listPreparations(ctx, facilityId),
  ]);
  await recordAccess(ctx, [visit.residentId], 'itinerary', 'clinic-day');
  const map = plain(full);
  return {
    ...visit,
    residentName: person.name,
    steps: itineraryOf(visit, stored, { map, preparations, queue: null, stepFree: false }),
    tests: knownTests.map(({ code, name }) => ({ code, name, preparation: preparationForTest(preparations, code) })),
    places: map.places.filter((place) => place.kind !== 'lift'),
    change: canGuide(visit, regionDay(ctx.clock.now())),
  };
}
