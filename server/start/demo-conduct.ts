import { derivedId } from '#db/seed/random.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { appealStrike } from '../conduct/appeal-strike.ts';
import { judgeVisits } from '../conduct/jobs.ts';
import { addDays, type Clock, regionDay, regionInstant, systemClock } from '../kernel/clock.ts';
import { systemContext } from '../kernel/context.ts';
import { markRead } from '../notices/queries.ts';
import { checkInAtDesk } from '../queues/check-in.ts';
import { addSession } from '../schedules/add-session.ts';
import { type Base, facilityId, findDepartment, staffOf, withDemo } from './demo-house.ts';

type Clinic = { daysAgo: number; department: number; startsAt: string; endsAt: string; halfDay: 'am' | 'pm' };

/** Days ago, and the place of the department in the list of the hospital. */
const clinics: [Clinic, Clinic] = [
  { daysAgo: 12, department: 0, startsAt: '08:30', endsAt: '11:30', halfDay: 'am' },
  { daysAgo: 5, department: 1, startsAt: '14:00', endsAt: '17:00', halfDay: 'pm' },
];

/**
 * Two visits that 林志强, of the sample account's family, did not keep, with their evidence; about one of them an
 * appeal is under way. Once in the life of a demo: later starts find them.
 */
export const openDemoConduct = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-conduct' }, async (base) => {
    const known = await base.db.pool.query('select 1 from missed_visits where facility_id = $1 limit 1', [facilityId]);
    const people = await findFamily(base);
    if (known.rowCount || !people) return false;
    const missed: string[] = [];
    const other = await findOther(base);
    for (const clinic of clinics) missed.push(await missVisit(base, { patient: people.patient, other }, clinic));
    const account = {
      ...base,
      actor: { kind: 'resident', accountId: 'demo', residentId: people.holder, name: '' },
    } as const;
    await appealStrike(account, {
      ...{ residentId: people.patient, appointmentId: missed[0] ?? '' },
      reason: '那天早上在路上出了交通事故，人在急诊，有当天的急诊病历可以提供。',
    });
    return true;
  });

type People = { patient: string; other: string };

/** One clinic of the past, lived through again: booked, read about, missed by one and kept by another, then judged. */
export async function missVisit(base: Base, { patient, other }: People, clinic: Clinic): Promise<string> {
  const date = addDays(regionDay(base.clock.now()), -clinic.daysAgo);
  const at = (day: string, time: string): Base => ({ ...base, clock: { now: () => regionInstant(day, time) } });
  const eve = at(addDays(date, -1), '10:00');
  const sessionId = derivedId(`demo conduct ${date} ${patient}`);
  const { startsAt, endsAt, halfDay } = clinic;
  await addSession(
    { ...eve, channel: 'desk', actor: await staffOf(base, 'scheduler') },
    {
      ...{ id: sessionId, date, departmentId: await findDepartment(base, clinic.department, 2), practitionerId: null },
      ...{ numberType: 'ordinary', startsAt, endsAt, halfDay, feeFen: 600, capacity: 10, quotas: {} },
      reason: '演示：过去的门诊',
    },
  );
  const bookFor = (residentId: string) => bookOne(eve, sessionId, residentId);
  const [appointmentId, kept] = [await bookFor(patient), await bookFor(other)];
  await markRead(systemContext(at(addDays(date, -1), '12:30'), 'demo'), [patient], null);
  const desk = { ...at(date, startsAt), channel: 'desk', actor: await staffOf(base, 'desk') } as const;
  await checkInAtDesk(desk, { facilityId, appointmentId: kept });
  await judgeVisits(systemContext(at(date, '20:00'), 'conduct-judge'));
  return appointmentId;
}

async function bookOne(base: Base, sessionId: string, residentId: string): Promise<string> {
  const key = derivedId(`demo conduct ${sessionId} ${residentId}`);
  const today = regionDay(base.clock.now());
  const wish = { residentId, accountId: 'demo', key, bodyHash: key, facilityId, sessionId, today };
  const rest = { windowStart: null, pools: ['public'], replaces: null };
  const made = await makeBooking(systemContext(base, 'demo-conduct'), { ...wish, ...rest });
  return made.appointmentId;
}

/** The sample account 陈晓燕 and her husband. */
async function findFamily({ db }: Base): Promise<{ holder: string; patient: string } | null> {
  const { rows } = await db.pool.query<{ holder: string; patient: string }>(
    `select l.resident_id as holder, l.member_id as patient from family_links l join residents r on r.id = l.member_id
     where r.name = '林志强' and r.sample and l.relation = 'spouse' and l.ended_at is null limit 1`,
  );
  return rows[0] ?? null;
}

/** Somebody who has nothing since the first of the clinics. */
export async function findOther({ db, clock }: Base): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select r.id from residents r where r.sample
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
       and not exists (select 1 from resident_bookings b where b.resident_id = r.id and b.active = 1 and b.date >= $1)
     order by r.region_code not like '510121%', r.id limit 1`,
    [addDays(regionDay(clock.now()), -clinics[0].daysAgo)],
  );
  if (!rows[0]) throw new Error('the demo has nobody besides');
  return rows[0].id;
}
