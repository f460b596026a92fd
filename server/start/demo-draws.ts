import { derivedId } from '#db/seed/random.ts';
import { type EntryWish, enterDraw } from '../draws/enter-draw.ts';
import { markSession } from '../draws/mark-session.ts';
import { performDraw } from '../draws/perform-draw.ts';
import { addDays, type Clock, regionDay, systemClock } from '../kernel/clock.ts';
import { type Channel, type ContextOf, systemContext } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { addSession } from '../schedules/add-session.ts';
import { type Base, facilityId, staffOf, withDemo } from './demo-house.ts';

const minute = 60_000;
const channels: Channel[] = ['web', 'web', 'wechat', 'desk', 'web', 'grassroots', 'phone'];

/** Two over-subscribed clinics: how many minutes ago they were marked, and for how long requests are taken. */
const plans = [
  { name: 'open', inDays: 6, markedAgo: 30, minutes: 2880, capacity: 8, requests: 13 },
  { name: 'done', inDays: 5, markedAgo: 180, minutes: 120, capacity: 5, requests: 16 },
] as const;
type Plan = (typeof plans)[number];

/**
 * Two clinics given by draw, each day anew: one takes requests for two days, the other was drawn an hour ago with its
 * public page to check; the sample account 陈晓燕 took part in it. False where this day has them already.
 */
export const openDemoDraws = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-draws' }, async (base) => {
    const people = await findPeople(base);
    let opened = false;
    for (const [n, plan] of plans.entries()) {
      const entrants = people.others.slice(0, plan.requests);
      // the open one is left to whoever tries the demo
      opened = (await openOne(base, plan, n, plan.name === 'done' ? [people.self, ...entrants] : entrants)) || opened;
    }
    return opened;
  });

/** The context as it was so many minutes ago. */
const ago = (base: Base, minutes: number): Base => {
  const now = new Date(base.clock.now().getTime() - minutes * minute);
  return { ...base, clock: { now: () => now } };
};

async function openOne(base: Base, plan: Plan, n: number, entrants: string[]): Promise<boolean> {
  const sessionId = derivedId(`demo draw ${regionDay(base.clock.now())} ${plan.name}`);
  const departmentId = await findDepartment(base, n);
  if (!departmentId) return false;
  const known = await base.db.pool.query('select 1 from sessions where facility_id = $1 and id = $2', [
    facilityId,
    sessionId,
  ]);
  if (known.rowCount) return false;
  const marked = ago(base, plan.markedAgo);
  const planner: ContextOf<'staff'> = { ...marked, channel: 'desk', actor: await staffOf(base, 'scheduler') };
  await addSession(planner, {
    ...{ id: sessionId, date: addDays(regionDay(base.clock.now()), plan.inDays), departmentId, practitionerId: null },
    ...{ numberType: 'special', halfDay: 'am', startsAt: '09:00', endsAt: '11:30', feeFen: 3000 },
    ...{ capacity: plan.capacity, quotas: {}, reason: '演示：抽签放号' },
  });
  await markSession(planner, { sessionId, minutes: plan.minutes, reason: '演示：想要的人比号多' });
  for (const [i, residentId] of entrants.entries()) {
    const channel = channels[i % channels.length] ?? 'web';
    await enterOne(ago(base, plan.markedAgo - 20), { facilityId, sessionId, residentId, accountId: 'demo', channel });
  }
  await performDraw(systemContext(base, 'demo-draws'), { facilityId, sessionId });
  return true;
}

/** A refusal (a visit of the same day) is just one request less. */
async function enterOne(base: Base, wish: EntryWish): Promise<void> {
  try {
    await enterDraw({ ...base, actor: { kind: 'system', job: 'demo-draws' } }, wish);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

async function findDepartment({ db }: Base, n: number): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from departments where facility_id = $1 order by catalog_code offset $2 limit 1',
    [facilityId, n + 2],
  );
  return rows[0]?.id ?? null;
}

/** The sample account, and people of the county before others. */
async function findPeople({ db }: Base): Promise<{ self: string; others: string[] }> {
  const { rows: own } = await db.pool.query<{ id: string }>(
    `select resident_id as id from accounts where sample_rank is not null and display_name = '陈晓燕'`,
  );
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from residents r where sample
       and not exists (select 1 from family_links l where l.resident_id = r.id or l.member_id = r.id)
     order by region_code not like '510121%', id limit 40`,
  );
  return { self: own[0]?.id ?? '', others: rows.map((row) => row.id) };
}
