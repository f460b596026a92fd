import { derivedId } from '#db/seed/random.ts';
import { book } from '../booking/book.ts';
import { cancel } from '../booking/cancel.ts';
import { addDays, type Clock, regionDay, systemClock } from '../kernel/clock.ts';
import { type ContextOf, systemContext } from '../kernel/context.ts';
import { addSession } from '../schedules/add-session.ts';
import { joinWaitlist } from '../waitlist/join-waitlist.ts';
import { serveSession } from '../waitlist/serve-session.ts';
import { type Base, facilityId, staffOf, withDemo } from './demo-house.ts';

const capacity = 6;

/**
 * Two full clinics of the coming days, each day anew: in one the sample account 陈晓燕 stands third in line, in the
 * other a number came back and is kept for her father, unless it is night. False where this day has them already.
 */
export const openDemoWaitlists = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-waitlists' }, async (base) => {
    const [first, second] = await openClinics(base);
    if (!first || !second) return false;
    const { self, father, others } = await findPeople(base, first.date);
    const [bookers, waiters] = [others.slice(0, capacity), others.slice(capacity)];
    for (const clinic of [first, second]) await fill(base, clinic.sessionId, bookers);
    for (const person of [waiters[0], waiters[1], self, waiters[2]]) await wait(base, first.sessionId, person);
    for (const person of [father, waiters[3], waiters[4]]) await wait(base, second.sessionId, person);
    await giveBack(base, second.sessionId, bookers[2] ?? '');
    return true;
  });

type Clinic = { sessionId: string; date: string };

/** A morning and an afternoon, in two departments, so that nobody meets a rule of one doctor a day. */
async function openClinics(base: Base): Promise<Clinic[]> {
  const today = regionDay(base.clock.now());
  const clinics = [0, 1].map((n) => ({
    sessionId: derivedId(`demo waitlist ${today} ${n}`),
    date: addDays(today, 3 + n),
  }));
  const known = await base.db.pool.query('select 1 from sessions where facility_id = $1 and id = any($2::uuid[])', [
    facilityId,
    clinics.map((clinic) => clinic.sessionId),
  ]);
  if (known.rowCount) return [];
  const { rows: departments } = await base.db.pool.query<{ id: string }>(
    'select id from departments where facility_id = $1 order by catalog_code limit 2',
    [facilityId],
  );
  if (departments.length < 2) return [];
  const ctx: ContextOf<'staff'> = { ...base, channel: 'desk', actor: await staffOf(base, 'scheduler') };
  for (const [n, { sessionId, date }] of clinics.entries()) {
    await addSession(ctx, {
      ...{ id: sessionId, date, departmentId: departments[n]?.id ?? '', practitionerId: null, numberType: 'ordinary' },
      ...(n === 0
        ? { halfDay: 'am', startsAt: '09:00', endsAt: '11:00' }
        : { halfDay: 'pm', startsAt: '14:30', endsAt: '16:30' }),
      ...{ feeFen: 600, capacity, quotas: {}, reason: '演示：约满的班次' },
    });
  }
  return clinics;
}

/** The sample account, her father, and people of the county who have nothing on these days. */
async function findPeople({ db }: Base, from: string): Promise<{ self: string; father: string; others: string[] }> {
  const { rows: own } = await db.pool.query<{ id: string }>(
    `select resident_id as id from accounts where sample_rank is not null and display_name = '陈晓燕'`,
  );
  const self = own[0]?.id ?? '';
  const { rows: parents } = await db.pool.query<{ id: string }>(
    `select member_id as id from family_links where resident_id = $1 and relation = 'parent' and ended_at is null`,
    [self],
  );
  const { rows } = await db.pool.query<{ id: string }>(
    `select r.id from residents r where r.sample
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
       and not exists (select 1 from resident_bookings b where b.resident_id = r.id and b.active = 1 and b.date >= $1)
     order by r.region_code not like '510121%', r.id desc limit $2`,
    [from, capacity + 5],
  );
  return { self, father: parents[0]?.id ?? '', others: rows.map((row) => row.id) };
}

const residentOf = (base: Base, residentId: string): ContextOf<'resident'> => ({
  ...base,
  actor: { kind: 'resident', accountId: 'demo', residentId, name: '' },
});

async function fill(base: Base, sessionId: string, people: string[]): Promise<void> {
  for (const residentId of people) {
    const key = derivedId(`demo waitlist ${sessionId} ${residentId}`);
    await book(residentOf(base, residentId), { key, facilityId, sessionId, residentId });
  }
}

async function wait(base: Base, sessionId: string, residentId: string | undefined): Promise<void> {
  if (residentId) await joinWaitlist(residentOf(base, residentId), { facilityId, sessionId, residentId });
}

/** One of those who booked gives the number back, and the list is served at once. */
async function giveBack(base: Base, sessionId: string, residentId: string): Promise<void> {
  const { rows } = await base.db.pool.query<{ id: string }>(
    `select id from appointments where facility_id = $1 and session_id = $2 and resident_id = $3`,
    [facilityId, sessionId, residentId],
  );
  if (!rows[0]) return;
  await cancel(residentOf(base, residentId), { facilityId, appointmentId: rows[0].id, reason: '' });
  await serveSession(systemContext(base, 'demo-waitlists'), { facilityId, sessionId });
}
