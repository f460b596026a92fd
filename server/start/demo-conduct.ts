import { openDatabase } from '#db/client.ts';
import { derivedId } from '#db/seed/random.ts';
import { systemContext } from '../booking/jobs.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { appealStrike } from '../conduct/appeal-strike.ts';
import { judgeVisits } from '../conduct/jobs.ts';
import { addDays, type Clock, regionDay, regionInstant, systemClock } from '../kernel/clock.ts';
import type { Context, ContextOf, StaffRole } from '../kernel/context.ts';
import { systemIds } from '../kernel/ids.ts';
import { createLog } from '../kernel/log.ts';
import { createSealing } from '../kernel/sealing.ts';
import { markRead } from '../notices/queries.ts';
import { checkInAtDesk } from '../queues/check-in.ts';
import { addSession } from '../schedules/add-session.ts';

type Base = Omit<Context, 'actor'>;
const facilityId = 'H0053';

/** Days ago, and the place of the department in the list of the hospital. */
const clinics = [
  { daysAgo: 12, department: 0, startsAt: '08:30', endsAt: '11:30', halfDay: 'am' },
  { daysAgo: 5, department: 1, startsAt: '14:00', endsAt: '17:00', halfDay: 'pm' },
] as const;

/**
 * Two visits that 林志强, of the sample account's family, did not keep, with their evidence; about one of them an
 * appeal is under way. Once in the life of a demo: later starts find them.
 */
export async function openDemoConduct(url: string, secret: string, clock: Clock = systemClock): Promise<boolean> {
  const db = openDatabase({ url, name: 'huimin-demo-conduct', max: 4, timeoutMs: 60_000 });
  const base: Base = {
    ...{ db, clock, ids: systemIds, sealing: createSealing(secret), log: createLog('seed') },
    sms: async () => ({ ok: true }),
    demo: true,
    ...{ requestId: 'demo-conduct', channel: 'web', internal: false, sidHash: null },
  };
  try {
    const known = await db.pool.query('select 1 from missed_visits where facility_id = $1 limit 1', [facilityId]);
    const people = await findPeople(base);
    if (known.rowCount || !people) return false;
    const missed: string[] = [];
    for (const clinic of clinics) missed.push(await missOne(base, clinic, people));
    const account = {
      ...base,
      actor: { kind: 'resident', accountId: 'demo', residentId: people.holder, name: '' },
    } as const;
    await appealStrike(account, {
      ...{ residentId: people.patient, appointmentId: missed[0] ?? '' },
      reason: '那天早上在路上出了交通事故，人在急诊，有当天的急诊病历可以提供。',
    });
    return true;
  } finally {
    await db.pool.end();
  }
}

type People = { holder: string; patient: string; other: string };

/** One clinic of the past, lived through again: booked, read about, missed by one and kept by another, then judged. */
async function missOne(base: Base, clinic: (typeof clinics)[number], people: People): Promise<string> {
  const date = addDays(regionDay(base.clock.now()), -clinic.daysAgo);
  const at = (day: string, time: string): Base => ({ ...base, clock: { now: () => regionInstant(day, time) } });
  const eve = at(addDays(date, -1), '10:00');
  const sessionId = derivedId(`demo conduct ${date}`);
  const { startsAt, endsAt, halfDay } = clinic;
  await addSession(
    { ...eve, channel: 'desk', actor: await staffOf(base, 'scheduler') },
    {
      ...{ id: sessionId, date, departmentId: await findDepartment(base, clinic.department), practitionerId: null },
      ...{ numberType: 'ordinary', startsAt, endsAt, halfDay, feeFen: 600, capacity: 10, quotas: {} },
      reason: '演示：过去的门诊',
    },
  );
  const bookFor = (residentId: string) => bookOne(eve, sessionId, residentId);
  const [appointmentId, kept] = [await bookFor(people.patient), await bookFor(people.other)];
  await markRead(at(addDays(date, -1), '12:30'), [people.patient], null);
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

/** The sample account 陈晓燕, her husband, and somebody who has nothing since the first of the clinics. */
async function findPeople({ db, clock }: Base): Promise<People | null> {
  const { rows } = await db.pool.query<{ holder: string; patient: string }>(
    `select l.resident_id as holder, l.member_id as patient from family_links l join residents r on r.id = l.member_id
     where r.name = '林志强' and r.sample and l.relation = 'spouse' and l.ended_at is null limit 1`,
  );
  const { rows: others } = await db.pool.query<{ id: string }>(
    `select r.id from residents r where r.sample
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
       and not exists (select 1 from resident_bookings b where b.resident_id = r.id and b.active = 1 and b.date >= $1)
     order by r.region_code not like '510121%', r.id limit 1`,
    [addDays(regionDay(clock.now()), -clinics[0].daysAgo)],
  );
  return rows[0] && others[0] ? { ...rows[0], other: others[0].id } : null;
}

async function findDepartment({ db }: Base, n: number): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from departments where facility_id = $1 order by catalog_code limit 2',
    [facilityId],
  );
  const department = rows[n % rows.length];
  if (!department) throw new Error(`the demo has no department at ${facilityId}`);
  return department.id;
}

async function staffOf({ db }: Base, role: StaffRole): Promise<ContextOf<'staff'>['actor']> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    'select id, display_name as name from accounts where login = $1',
    [`${role}.${facilityId.toLowerCase()}`],
  );
  const account = rows[0];
  if (!account) throw new Error(`the demo has no ${role} at ${facilityId}`);
  return { kind: 'staff', accountId: account.id, facilityId, roles: [role], name: account.name };
}
