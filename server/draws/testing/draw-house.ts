import type { Database } from '#db/client.ts';
import { mintResident, mintSession, type SessionWishes } from '#db/testing/mint.ts';
import { bookingHouse } from '../../booking/testing/booking-house.ts';
import { addDays, regionDay, regionInstant } from '../../kernel/clock.ts';
import { residentActor, staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { enterDraw } from '../enter-draw.ts';
import { markSession } from '../mark-session.ts';
import { performDraw } from '../perform-draw.ts';

const minute = 60_000;

/** A hospital with a clock of its own: sessions to be drawn, and people who enter them. */
export async function drawHouse() {
  const house = await bookingHouse();
  const { db, facility, facilityId } = house;
  const start = Date.now();
  let now = start;
  const clock = { now: () => new Date(now) };
  const at = (minutes: number) => {
    now = start + minutes * minute;
  };
  const staff = (...roles: Parameters<typeof house.staff>) =>
    testContext(db, staffActor(facilityId, ...roles), { clock });
  const system = (over: Database = db) => testContext(over, systemActor('draws-perform'), { clock, channel: 'system' });
  return {
    ...{ ...house, clock, at, staff, system },
    /** A session five days ahead, marked before its release in an hour; requests are taken for another hour. */
    async drawn(wishes: SessionWishes = {}) {
      at(0);
      const startsAt = regionInstant(addDays(regionDay(new Date(start)), 5), '09:00');
      const releaseAt = new Date(start + 60 * minute);
      const session = await mintSession(db, facility, { capacity: 3, startsAt, releaseAt, ...wishes });
      const { sessionId } = session;
      await markSession(staff('scheduler'), { sessionId, minutes: 60, reason: '号源紧张' });
      return { ...session, key: { facilityId, sessionId } };
    },
    /** People with a request each; the clock stands in the time of requests. */
    async entrants(sessionId: string, count: number, channels: ('web' | 'desk' | 'phone' | 'grassroots')[] = ['web']) {
      at(70);
      const people = [];
      for (let i = 0; i < count; i += 1) {
        const person = await mintResident(db);
        const ctx = testContext(db, residentActor(person), { clock });
        const channel = channels[i % channels.length] ?? 'web';
        const wish = { facilityId, sessionId, residentId: person.residentId, accountId: person.accountId, channel };
        people.push({ ...person, ctx, ...(await enterDraw(ctx, wish)) });
      }
      return people;
    },
    async perform(key: { facilityId: string; sessionId: string }) {
      at(130);
      await performDraw(system(), key);
    },
    async entries(sessionId: string) {
      const { rows } = await db.pool.query<EntryRow>(
        `select id, resident_id as "residentId", status, place, ticket_number as ticket, later, reason, appointment_id as "appointmentId"
         from draw_entries where session_id = $1 order by place nulls last, id`,
        [sessionId],
      );
      return rows;
    },
    async audits(sessionId: string): Promise<string[]> {
      const { rows } = await db.pool.query<{ action: string }>(
        `select action from audit_events where subject_id = $1 and action like 'draws.%' order by id`,
        [sessionId],
      );
      return rows.map((row) => row.action);
    },
    async notices(residentId: string): Promise<string[]> {
      const { rows } = await db.pool.query<{ kind: string }>(
        'select kind from notices where resident_id = $1 order by id',
        [residentId],
      );
      return rows.map((row) => row.kind);
    },
  };
}
export type DrawHouse = Awaited<ReturnType<typeof drawHouse>>;

type EntryRow = {
  id: string;
  residentId: string;
  status: string;
  place: number | null;
  ticket: number | null;
  later: boolean;
  reason: string | null;
  appointmentId: string | null;
};

/** The database as a process sees it that dies at its `last` statement: that one and all later ones fail. */
export function dyingAfter(db: Database, last: number): { db: Database; died: () => boolean } {
  let left = last;
  const strike = () => {
    left -= 1;
    if (left < 0) throw new Error('Connection terminated: the process was killed');
  };
  type Queries = { query: (...args: unknown[]) => Promise<unknown> };
  const mortal = <T extends Queries>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        if (name === 'query') {
          return async (...args: unknown[]) => {
            strike();
            return object.query(...args);
          };
        }
        if (name === 'connect') {
          return async () =>
            mortal((await (object as unknown as { connect: () => Promise<Queries> }).connect()) as Queries);
        }
        const value = Reflect.get(object, name, object);
        return typeof value === 'function' ? value.bind(object) : value;
      },
    });
  return {
    db: { ...db, pool: mortal(db.pool as unknown as Queries) as unknown as Database['pool'] },
    died: () => left < 0,
  };
}
