import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#db/testing/test-database.ts';
import type { ActorOf, StaffRole } from '../../kernel/context.ts';
import { ago, canary, type Facilities, now, type Place } from './stage.ts';

type Hire = (place: Place, role: StaffRole, name?: string) => ActorOf<'staff'>;

/** Workers where the person said so, said so too, took it back, and one whom the person keeps out by name. */
export const plannersOf = (hire: Hire) => ({
  plannerOwn: hire('own', 'family_planner'),
  plannerOther: hire('other', 'family_planner'),
  plannerThird: hire('third', 'family_planner'),
  plannerBlocked: hire('own', 'family_planner', '唐·拒'),
});

/** Family planning of one person: where they said so, each with a service whose lot is a canary, and where it is over. */
export async function servePlanning(db: TestDatabase, residentId: string, facilities: Facilities): Promise<void> {
  for (const place of ['own', 'other', 'third'] as const) {
    const { facilityId, regionPath } = facilities[place];
    const where = [residentId, randomUUID(), facilityId, regionPath];
    await db.pool.query(
      `insert into planning_enrolments (resident_id, id, facility_id, region_path, said, started_at, started_by, ended_at)
       values ($1, $2, $3, $4, 'in-person', $5, $2, $6)`,
      [...where, ago(place === 'third' ? 1 : 2), place === 'third' ? now : null],
    );
    await db.pool.query(
      `insert into contraceptive_services (resident_id, id, facility_id, region_path, served_on, noted_at, worker_id, worker_name,
         need, desired_method, method, eligibility_table, advice, agreed, quantity, lot)
       values ($1, $2, $3, $4, $5::timestamptz::date, $5, $2, '', 'start', 'condom', 'condom', 'who-5-2019', 'accept', 'spoken', 1, $6)`,
      [...where, now, canary('P', 'planning', place)],
    );
  }
}
