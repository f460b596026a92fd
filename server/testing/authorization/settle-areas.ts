import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#db/testing/test-database.ts';
import type { ActorOf, StaffRole } from '../../kernel/context.ts';
import { ago, type Facilities, type Of, type Place } from './stage.ts';

type Hire = (place: Place, role: StaffRole) => ActorOf<'staff'>;

/** Doctors of the centre around P, of the next one and of the village’s clinic, and a desk that reads no records. */
export const areaStaffOf = (hire: Hire) => ({
  ...{ areaOwn: hire('centre', 'doctor'), areaNext: hire('next', 'doctor'), areaClinic: hire('clinic', 'doctor') },
  areaDesk: hire('centre', 'desk'),
});

/**
 * P and U live in a village of the centre's area, in the county of a hospital; P2 has moved to the next area. Who came to
 * which desk, how and when: of all these only P's request at the centre is a ground, since U closed the record.
 */
export async function settleAreas(db: TestDatabase, of: Of, facilities: Facilities): Promise<void> {
  const county = facilities.third.regionPath;
  const [centre, village, next] = [`${county}c/`, `${county}c/v/`, `${county}n/`];
  const lay = async (path: string, level: number) => {
    const code = `${facilities.third.regionCode.slice(0, 9)}${path.length}${path.at(-2)?.charCodeAt(0)}`.slice(0, 12);
    await db.pool.query('insert into regions (code, level, name, path) values ($1, $2, $3, $4)', [
      ...[code, level, '某地', path],
    ]);
    return code;
  };
  const codes = { centre: await lay(centre, 4), clinic: await lay(village, 5), next: await lay(next, 4) };
  const become = (place: 'centre' | 'clinic' | 'next', kind: string, path: string) =>
    db.pool.query('update facilities set kind = $2, region_code = $3, region_path = $4 where id = $1', [
      ...[facilities[place].facilityId, kind, codes[place], path],
    ]);
  await become('centre', 'township_centre', centre);
  await become('clinic', 'village_clinic', village);
  await become('next', 'township_centre', next);
  for (const [person, code] of [
    ['P', codes.clinic] as const,
    ['U', codes.clinic] as const,
    ['P2', codes.next] as const,
  ])
    await db.pool.query('update residents set region_code = $2 where id = $1', [of(person), code]);
  const come = (person: string, place: Place, consent = 'in-person', days = 10) =>
    db.pool.query(
      `insert into proxy_bookings (facility_id, appointment_id, visit_facility_id, resident_id, account_id, consent, created_at)
       values ($1, $2, $1, $3, 'x', $4, $5)`,
      [facilities[place].facilityId, randomUUID(), of(person), consent, ago(days)],
    );
  for (const place of ['centre', 'next', 'third'] as const) await come('P', place);
  for (const person of ['P2', 'U']) await come(person, 'centre');
  await come('P', 'clinic', 'by-phone');
  await come('P', 'clinic', 'in-person', 400);
  const say = (person: string, purpose: string, given: boolean, days: number) =>
    db.pool.query(
      `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id) values ($1, $2, $3, 'general', $4, 1, $5, $2)`,
      [of(person), randomUUID(), purpose, given, ago(days)],
    );
  await say('P', 'area', true, 9);
  await say('P', 'area', false, 8);
  await say('U', 'treatment', false, 7);
}
