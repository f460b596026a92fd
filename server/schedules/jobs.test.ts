import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/client.ts';
import { sessionTemplates } from '#db/schema/schedules.ts';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { regionDay, regionInstant } from '../kernel/clock.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { interceptedDatabase, lineOf } from '../testing/model/intercept.ts';
import { scheduleJobs } from './jobs.ts';

let db: TestDatabase;
let facilities: MintedFacility[];
// five in the morning, so that today's clinics are still to come; a horizon of 14 days and one ahead, today with them
const now = regionInstant(regionDay(new Date()), '05:00');
const days = 16;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
/** Three facilities with four clinics of `capacity` a day. */
const openFacilities = async (capacity: number) => {
  facilities = await Promise.all([mintFacility(db), mintFacility(db), mintFacility(db)]);
  const plan = { halfDay: 'am' as const, startsAt: '08:00', endsAt: '12:00', numberType: 'ordinary' as const };
  const clinics = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [1, 2, 3, 4].map(() => weekday));
  const templates = facilities.flatMap(({ facilityId, departmentId }) =>
    clinics.map((weekday) => ({ ...plan, id: randomUUID(), facilityId, departmentId, weekday, capacity })),
  );
  const rest = { feeFen: 1000, validFrom: regionDay(now) };
  await db.orm.insert(sessionTemplates).values(templates.map((one) => ({ ...one, ...rest })));
};
beforeEach(() => db.pool.query('delete from session_templates'));

/** One run in a process that has `own` for its database: how it ended, and the line it logged. */
async function run(own: Database) {
  const lines: object[] = [];
  const log = { info: (line: object) => lines.push(line), error: () => {} };
  const services = testContext(own, systemActor(), { clock: { now: () => now }, log: log as never });
  const ended = await scheduleJobs['schedules-publish']({}, services).then(
    () => 'well',
    (error: Error) => error.message,
  );
  expect(lines).toHaveLength(1);
  return { ended, line: lines[0] as { sessions: number } };
}

/** What is there, and what the audit rows say was laid out. */
async function laidOut() {
  const { rows } = await db.pool.query<{ sessions: number; numbers: number; told: number; steps: number }>(
    `select count(*) as sessions, sum(released)::int as numbers,
       (select sum((detail ->> 'sessions')::int)::int from audit_events where facility_id = any($1) and action = 'schedules.publish') as told,
       (select count(*) from audit_events where facility_id = any($1) and action = 'schedules.publish') as steps
     from sessions where facility_id = any($1)`,
    [facilities.map((one) => one.facilityId)],
  );
  return rows[0];
}

/** Its process is killed at the `nth` insertion of numbers: the connection ends in the transaction, and nothing follows. */
function killedAt(nth: number): Database {
  let seen = 0;
  return interceptedDatabase(db, async (statement, send, client) => {
    if (seen >= nth) throw new Error('Connection terminated');
    const answer = await send(statement);
    if (!statement.text.includes('insert into tickets')) return answer;
    seen += 1;
    if (seen < nth || !client) return answer;
    lineOf(client).connection.stream.destroy();
    throw new Error('Connection terminated');
  });
}

it('a run that is killed leaves what it did, and the next one does the rest and says just that', async () => {
  await openFacilities(250);
  const killed = await run(killedAt(12));
  expect(killed.ended).toBe('publishing weekly plans: 2 of 3 failed');
  // two days make a transaction: eight for the first facility, three for the second, and one that never was
  expect(killed.line).toEqual({ of: 3, facilities: 1, published: 2, sessions: 11 * 2 * 4 });
  expect(await laidOut()).toMatchObject({ sessions: killed.line.sessions, told: killed.line.sessions, steps: 11 });

  const all = 3 * days * 4;
  const next = await run(db);
  expect(next).toEqual({
    ended: 'well',
    line: { of: 3, facilities: 3, published: 2, sessions: all - killed.line.sessions },
  });
  expect(await laidOut()).toEqual({ sessions: all, numbers: all * 250, told: all, steps: 3 * 8 });
  expect((await run(db)).line).toEqual({ of: 3, facilities: 3, published: 0, sessions: 0 });
});

it('two runs at once lay out every day once, and between them say so', async () => {
  await openFacilities(2);
  const [one, other] = await Promise.all([run(db), run(db)]);
  const all = 3 * days * 4;
  expect(await laidOut()).toMatchObject({ sessions: all, numbers: all * 2, told: all });
  expect(one.line.sessions + other.line.sessions).toBe(all);
});

it('where nothing is left to add it looks, and takes no lock', async () => {
  await openFacilities(2);
  await run(db);
  const sent: string[] = [];
  const watched = interceptedDatabase(db, (statement, send, client) => {
    if (client) sent.push(statement.text);
    return send(statement);
  });
  expect((await run(watched)).ended).toBe('well');
  expect(sent).toEqual([]);
});
