import { openDatabase } from '#db/client.ts';
import { derivedId } from '#db/seed/random.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { type Clock, regionDay, regionInstant, regionTime, systemClock } from '../kernel/clock.ts';
import type { Context, ContextOf, StaffRole } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
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
/** So many minutes ago the clinic began. */
const begunMinutes = 50;

/**
 * A clinic that is under way whenever the demo starts, also at night and on Sundays: some were seen, one did not
 * answer, one is inside, the others wait, among them a sample account. A later start finds it, or opens the
 * next one once it is over; only in the last minutes of a day there is none.
 */
export async function openDemoDay(url: string, secret: string, clock: Clock = systemClock): Promise<boolean> {
  const db = openDatabase({ url, name: 'huimin-demo-day', max: 4, timeoutMs: 60_000 });
  const base: Base = {
    ...{ db, clock, ids: systemIds, sealing: createSealing(secret), log: createLog('seed') },
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

type At = (minutesAgo: number) => Base;

async function openDay(base: Base): Promise<boolean> {
  const now = base.clock.now();
  const date = regionDay(now);
  const { rows: earlier } = await base.db.pool.query<{ endsAt: Date }>(
    `select ends_at as "endsAt" from sessions where facility_id = $1 and id = any($2::uuid[])`,
    [facilityId, [0, 1, 2, 3].map((n) => sessionIdOf(date, n))],
  );
  const times = timesOf(now, date);
  if (earlier.some(({ endsAt }) => endsAt > now) || earlier.length > 3 || !times) return false;
  const [scheduler, desk, doctor, departmentId] = await Promise.all([
    staffOf(base, 'scheduler'),
    staffOf(base, 'desk'),
    staffOf(base, 'doctor'),
    findDepartment(base, earlier.length),
  ]);
  const at: At = (minutesAgo) => ({
    ...base,
    clock: { now: () => new Date(now.getTime() - minutesAgo * times.pace) },
  });
  const id = sessionIdOf(date, earlier.length);
  const plan = {
    departmentId,
    practitionerId: null,
    halfDay: halfDayOf(times.startsAt),
    numberType: 'ordinary',
  } as const;
  const size = { feeFen: 600, capacity: 30, quotas: { desk: 2 }, reason: '演示：今天的门诊' };
  const { startsAt, endsAt } = times;
  await addSession({ ...at(29), actor: scheduler }, { ...plan, ...size, id, date, startsAt, endsAt });
  const ids = await bookAll(at(28), doctor.accountId, id, date);
  for (const [i, appointmentId] of ids.slice(0, patients - 2).entries())
    await checkInAtDesk({ ...at(27 - i), actor: desk }, { facilityId, appointmentId });
  await leaveRoom({ ...base, actor: doctor });
  await see(at, doctor, id);
  await makeScreens({ ...base, actor: desk });
  return true;
}

const sessionIdOf = (date: string, n: number) => derivedId(`demo day ${date} ${n}`);

/** Began fifty minutes ago and lasts four hours more, inside the day; just after midnight everything went faster. */
function timesOf(now: Date, date: string): { startsAt: string; endsAt: string; pace: number } | null {
  const pace = Math.min(minute, (now.getTime() - regionInstant(date, '00:00').getTime()) / begunMinutes);
  const ends = new Date(now.getTime() + 240 * minute);
  const endsAt = regionDay(ends) === date ? regionTime(ends) : '23:59';
  // booking closes half an hour before the end, and the last booking was made 28 minutes ago
  if (regionInstant(date, endsAt).getTime() - 30 * minute <= now.getTime() - 28 * pace) return null;
  return { startsAt: regionTime(new Date(now.getTime() - begunMinutes * pace)), endsAt, pace };
}

/** Whoever was with the doctor when the demo last ran has gone home. */
async function leaveRoom(ctx: Staff): Promise<void> {
  const { rows } = await ctx.db.pool.query<{ appointmentId: string; status: string }>(
    `select e.appointment_id as "appointmentId", e.status from queue_entries e join queue_stations q
       on q.facility_id = e.facility_id and q.id = e.station_id
     where e.facility_id = $1 and q.account_id = $2 and q.closed_at is null and e.status in ('called', 'in-room')`,
    [facilityId, ctx.actor.accountId],
  );
  for (const { appointmentId, status } of rows) {
    if (status === 'called') await actOnEntry(ctx, { appointmentId, act: 'enter' });
    await actOnEntry(ctx, { appointmentId, act: 'done' });
  }
}

/** One screen and one check-in machine, which later days keep. */
async function makeScreens(ctx: Staff): Promise<void> {
  const { rowCount } = await ctx.db.pool.query(
    'select 1 from queue_screens where facility_id = $1 and ended_at is null limit 1',
    [facilityId],
  );
  if (rowCount) return;
  const screen = { kind: 'screen', title: '门诊候诊区', departmentId: null, room: null, shows: 'name' } as const;
  await makeScreen(ctx, screen);
  await makeScreen(ctx, { ...screen, kind: 'kiosk', title: '门诊大厅签到机' });
}

const halfDayOf = (time: string) => (time < '12:00' ? 'am' : time < '18:00' ? 'pm' : 'evening');

/** Two are seen, one is called three times in vain, one goes for tests, one is inside. */
async function see(at: At, doctor: Staff['actor'], sessionId: string): Promise<void> {
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

/** The sample account stands in the middle; a refusal, such as a second visit to a department today, is one less. */
async function bookAll(base: Base, accountId: string, sessionId: string, today: string): Promise<string[]> {
  const { rows: accounts } = await base.db.pool.query<{ id: string }>(
    `select resident_id as id from accounts where sample_rank is not null and display_name = '周素珍'`,
  );
  const { rows: others } = await base.db.pool.query<{ id: string }>(
    `select r.id from residents r where r.sample and not (r.id = any($1::uuid[]))
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
       and not exists (select 1 from resident_bookings b where b.resident_id = r.id and b.active = 1 and b.date = $3)
     order by r.region_code not like '510121%', r.region_code not like '5101%', r.id limit $2`,
    [accounts.map((row) => row.id), patients, today],
  );
  const people = others.map((row) => row.id).slice(0, patients - accounts.length);
  people.splice(6, 0, ...accounts.map((row) => row.id));
  const ids: string[] = [];
  for (const residentId of people) {
    const key = derivedId(`demo day ${sessionId} ${residentId}`);
    const wish = { residentId, accountId, key, bodyHash: key, facilityId, sessionId, today };
    const rest = { windowStart: null, pools: ['public'], replaces: null };
    const ctx: Context = { ...base, actor: { kind: 'system', job: 'demo-day' } };
    const made = await makeBooking(ctx, { ...wish, ...rest }).catch((error) => {
      if (error instanceof Fault) return null;
      throw error;
    });
    if (made) ids.push(made.appointmentId);
  }
  return ids;
}

/** Another department each time, as nobody sees the same one twice a day. */
async function findDepartment({ db }: Base, n: number): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from departments where facility_id = $1 order by catalog_code limit 4',
    [facilityId],
  );
  const department = rows[n % rows.length];
  if (!department) throw new Error(`the demo has no department at ${facilityId}`);
  return department.id;
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
