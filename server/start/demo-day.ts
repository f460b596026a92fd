import { openDatabase } from '#db/client.ts';
import { derivedId } from '#db/seed/random.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { regionDay, regionTime, systemClock } from '../kernel/clock.ts';
import type { Context, ContextOf, StaffRole } from '../kernel/context.ts';
import { systemIds } from '../kernel/ids.ts';
import { createLog } from '../kernel/log.ts';
import { createSealing } from '../kernel/sealing.ts';
import { actOnEntry } from '../queues/act-on-entry.ts';
import { callNext } from '../queues/call-next.ts';
import { checkInAtDesk } from '../queues/check-in.ts';
import { makeScreen } from '../queues/keep-screens.ts';
import { openStation } from '../queues/open-station.ts';
import { addSession } from '../schedules/add-session.ts';

type Staff = ContextOf<'staff'>;
type Base = Omit<Context, 'actor'>;

const facilityId = 'H0053';
const patients = 10;
const minute = 60_000;

/**
 * A clinic that is under way whenever the demo starts: some were seen, one did not answer, one is inside, the
 * others wait, among them a sample account. Once a day; late at night there is none.
 */
export async function openDemoDay(url: string, secret: string): Promise<boolean> {
  const db = openDatabase({ url, name: 'huimin-demo-day', max: 4, timeoutMs: 60_000 });
  const base: Base = {
    ...{ db, clock: systemClock, ids: systemIds, sealing: createSealing(secret), log: createLog('seed') },
    sms: async () => ({ ok: true }),
    demo: true,
    ...{ requestId: 'demo-day', channel: 'desk', internal: false, sidHash: null },
  };
  try {
    return await openDay(base);
  } finally {
    await db.pool.end();
  }
}

async function openDay(base: Base): Promise<boolean> {
  const now = systemClock.now();
  const date = regionDay(now);
  const sessionId = derivedId(`demo day ${date}`);
  const { rows: there } = await base.db.pool.query('select 1 from sessions where facility_id = $1 and id = $2', [
    ...[facilityId, sessionId],
  ]);
  const began = new Date(now.getTime() - 50 * minute);
  const ends = new Date(now.getTime() + 240 * minute);
  const startsAt = regionDay(began) === date ? regionTime(began) : '00:01';
  const endsAt = regionDay(ends) === date ? regionTime(ends) : '23:59';
  const departmentId = await findDepartment(base);
  if (there.length > 0 || !departmentId || regionTime(now) > '23:00' || regionTime(now) < '00:30') return false;
  const at = (minutesAgo: number): Base => ({
    ...base,
    clock: { now: () => new Date(now.getTime() - minutesAgo * minute) },
  });
  const [scheduler, desk, doctor] = await Promise.all([
    staffOf(base, 'scheduler'),
    staffOf(base, 'desk'),
    staffOf(base, 'doctor'),
  ]);
  const plan = { departmentId, practitionerId: null, halfDay: halfDayOf(startsAt), numberType: 'ordinary' } as const;
  const size = { feeFen: 600, capacity: 30, quotas: { desk: 2 }, reason: '演示：今天的门诊' };
  await addSession({ ...at(29), actor: scheduler }, { ...plan, ...size, id: sessionId, date, startsAt, endsAt });
  const ids = await bookAll(at(28), doctor.accountId, sessionId, date);
  for (const [i, appointmentId] of ids.slice(0, patients - 2).entries())
    await checkInAtDesk({ ...at(27 - i), actor: desk }, { facilityId, appointmentId });
  await see(at, doctor, sessionId);
  const screen = { kind: 'screen', title: '门诊候诊区', departmentId: null, room: null, shows: 'name' } as const;
  await makeScreen({ ...base, actor: desk }, screen);
  await makeScreen({ ...base, actor: desk }, { ...screen, kind: 'kiosk', title: '门诊大厅签到机' });
  return true;
}

const halfDayOf = (time: string) => (time < '12:00' ? 'am' : time < '18:00' ? 'pm' : 'evening');

/** Two are seen, one is called three times in vain, one goes for tests, one is inside. */
async function see(at: (minutesAgo: number) => Base, doctor: Staff['actor'], sessionId: string): Promise<void> {
  const ctx = (minutesAgo: number): Staff => ({ ...at(minutesAgo), actor: doctor });
  await openStation(ctx(26), { sessionId, room: '3 诊室' });
  const call = async (minutesAgo: number) => (await callNext(ctx(minutesAgo), { finish: false }))?.appointmentId ?? '';
  for (const start of [25, 19]) {
    const appointmentId = await call(start);
    await actOnEntry(ctx(start - 1), { appointmentId, act: 'enter' });
    await actOnEntry(ctx(start - 5), { appointmentId, act: 'done' });
  }
  const absent = await call(13);
  for (const later of [12, 11]) await actOnEntry(ctx(later), { appointmentId: absent, act: 'call-again' });
  await actOnEntry(ctx(10), { appointmentId: absent, act: 'missed' });
  const tested = await call(9);
  await actOnEntry(ctx(8), { appointmentId: tested, act: 'enter' });
  await actOnEntry(ctx(4), { appointmentId: tested, act: 'tests' });
  await actOnEntry(ctx(2), { appointmentId: await call(3), act: 'enter' });
}

async function bookAll(base: Base, accountId: string, sessionId: string, today: string): Promise<string[]> {
  const { rows: accounts } = await base.db.pool.query<{ id: string }>(
    `select resident_id as id from accounts where sample_rank is not null and display_name = '周素珍'`,
  );
  const { rows: others } = await base.db.pool.query<{ id: string }>(
    `select r.id from residents r where r.sample and r.region_code like '5101%' and not (r.id = any($1::uuid[]))
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
     order by r.region_code not like '510121%', r.id limit $2`,
    [accounts.map((row) => row.id), patients],
  );
  const people = others.map((row) => row.id).slice(0, patients - accounts.length);
  people.splice(6, 0, ...accounts.map((row) => row.id));
  const ids: string[] = [];
  for (const residentId of people) {
    const key = derivedId(`demo day ${today} ${residentId}`);
    const made = await makeBooking(
      { ...base, actor: { kind: 'system', job: 'demo-day' } },
      {
        ...{ residentId, accountId, key, bodyHash: key, facilityId, sessionId, today },
        ...{ windowStart: null, pools: ['public'], replaces: null },
      },
    );
    ids.push(made.appointmentId);
  }
  return ids;
}

async function findDepartment({ db }: Base): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from departments where facility_id = $1 order by catalog_code limit 1',
    [facilityId],
  );
  return rows[0]?.id ?? null;
}

async function staffOf({ db }: Base, role: StaffRole): Promise<Staff['actor']> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    'select id, display_name as name from accounts where login = $1',
    [`${role}.${facilityId.toLowerCase()}`],
  );
  const account = rows[0];
  if (!account) throw new Error(`the demo has no ${role} at ${facilityId}`);
  return { kind: 'staff', accountId: account.id, facilityId, roles: [role], name: account.name };
}
