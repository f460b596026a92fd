import { derivedId } from '#db/seed/random.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { type Clock, regionDay, regionInstant, regionTime, systemClock } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { actOnEntry } from '../queues/act-on-entry.ts';
import { callNext } from '../queues/call-next.ts';
import { checkInAtDesk } from '../queues/check-in.ts';
import { makeScreen } from '../queues/keep-screens.ts';
import { openStation } from '../queues/open-station.ts';
import { addSession } from '../schedules/add-session.ts';
import { type Base, facilityId, findDepartment, staffOf, withDemo } from './demo-house.ts';

type Staff = ContextOf<'staff'>;

const patients = 10;
const minute = 60_000;
/** So many minutes ago the clinic began. */
const begunMinutes = 50;

/** So many in a day, each in a department of its own, as nobody sees the same one twice. */
const mostADay = 4;

/**
 * A clinic that is under way whenever the demo starts, also at night and on Sundays: some were seen, one did not
 * answer, one is inside, the others wait, among them a sample account. A later start finds it, or opens the
 * next one once it is over; only in the last minutes of a day there is none.
 */
export const openDemoDay = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-day', channel: 'desk' }, async (base) => {
    const earlier = await listEarlier(base);
    if (earlier.some(({ endsAt }) => endsAt > base.clock.now())) return false;
    return (await openClinic(base)) !== null;
  });

type At = (minutesAgo: number) => Base;

/** The clinics of this day, the first one first. */
async function listEarlier({ db, clock }: Base): Promise<{ endsAt: Date }[]> {
  const date = regionDay(clock.now());
  const ids = Array.from({ length: mostADay }, (_, n) => sessionIdOf(date, n));
  const { rows } = await db.pool.query<{ endsAt: Date }>(
    'select ends_at as "endsAt" from sessions where facility_id = $1 and id = any($2::uuid[])',
    [facilityId, ids],
  );
  return rows;
}

/**
 * The next clinic of the day with its people, in the same doctor's room; null in the last minutes, or after four. A
 * guest stands in the line in the place of the sample account.
 */
export async function openClinic(base: Base, guest?: string): Promise<{ sessionId: string } | null> {
  const now = base.clock.now();
  const date = regionDay(now);
  const { length: n } = await listEarlier(base);
  const times = timesOf(now, date);
  if (n >= mostADay || !times) return null;
  const [scheduler, desk, doctor, departmentId] = await Promise.all([
    staffOf(base, 'scheduler'),
    staffOf(base, 'desk'),
    staffOf(base, 'doctor'),
    findDepartment(base, n, mostADay),
  ]);
  const at: At = (minutesAgo) => ({
    ...base,
    clock: { now: () => new Date(now.getTime() - minutesAgo * times.pace) },
  });
  const id = sessionIdOf(date, n);
  const plan = {
    departmentId,
    practitionerId: null,
    halfDay: halfDayOf(times.startsAt),
    numberType: 'ordinary',
  } as const;
  const size = { feeFen: 600, capacity: 30, quotas: { desk: 2 }, reason: '演示：今天的门诊' };
  const { startsAt, endsAt } = times;
  await addSession({ ...at(29), actor: scheduler }, { ...plan, ...size, id, date, startsAt, endsAt });
  const ids = await bookAll(at(28), doctor.accountId, { sessionId: id, today: date, guest });
  for (const [i, appointmentId] of ids.slice(0, patients - 2).entries())
    await checkInAtDesk({ ...at(27 - i), actor: desk }, { facilityId, appointmentId });
  await leaveRoom({ ...base, actor: doctor });
  await see(at, doctor, id);
  await makeScreens({ ...base, actor: desk });
  return { sessionId: id };
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

type Bookings = { sessionId: string; today: string; guest: string | undefined };

/** Who is known by name stands in the middle; a refusal, such as a second visit to a department today, is one less. */
async function bookAll(base: Base, accountId: string, { sessionId, today, guest }: Bookings): Promise<string[]> {
  const known = guest ?? (await findSampleAccount(base));
  const { rows: others } = await base.db.pool.query<{ id: string }>(
    `select r.id from residents r where r.sample and r.id is distinct from $1
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
       and not exists (select 1 from resident_bookings b where b.resident_id = r.id and b.active = 1 and b.date = $3)
     order by r.region_code not like '510121%', r.region_code not like '5101%', r.id limit $2`,
    [known, patients, today],
  );
  const people = others.map((row) => row.id).slice(0, patients - (known ? 1 : 0));
  // a guest is the next one, the sample account can watch the line for a while
  if (known) people.splice(guest ? 5 : 6, 0, known);
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

async function findSampleAccount({ db }: Base): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select resident_id as id from accounts where sample_rank is not null and display_name = '周素珍'`,
  );
  return rows[0]?.id ?? null;
}
