import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interceptedDatabase } from '../testing/model/intercept.ts';
import { checkPublicFile } from './check-public-file.ts';
import { performDraw } from './perform-draw.ts';
import { getPublicFile } from './queries/public.ts';
import { type DrawHouse, drawHouse, dyingAfter } from './testing/draw-house.ts';

let house: DrawHouse;
beforeAll(async () => {
  house = await drawHouse();
});
afterAll(() => house.db.close());

type Key = { facilityId: string; sessionId: string };

/** One draw with one result, whatever happened on the way. */
async function expectOneDraw(key: Key, people: { residentId: string }[]): Promise<void> {
  const entries = await house.entries(key.sessionId);
  expect(entries.map((entry) => [entry.place, entry.status, entry.ticket])).toEqual([
    [1, 'won', 1],
    [2, 'won', 2],
    [3, 'lost', null],
    [4, 'lost', null],
  ]);
  const { rows: appointments } = await house.db.pool.query<{ id: string }>(
    'select id from appointments where session_id = $1 order by ticket_number',
    [key.sessionId],
  );
  expect(appointments.map((row) => row.id)).toEqual(entries.slice(0, 2).map((entry) => entry.appointmentId));
  for (const { residentId } of people) {
    const won = entries.find((entry) => entry.residentId === residentId)?.status === 'won';
    expect(await house.notices(residentId)).toEqual(['draw-entered', won ? 'booked' : 'draw-lost']);
  }
  const { rows: audits } = await house.db.pool.query<{ action: string }>(
    `select action from audit_events where subject_id = $1 and action in ('draws.close', 'draws.finish') order by id`,
    [key.sessionId],
  );
  expect(audits.map((row) => row.action)).toEqual(['draws.close', 'draws.finish']);
  const { rows: seats } = await house.db.pool.query(
    'select 1 from resident_draws where session_id = $1 and waiting = 1',
    [key.sessionId],
  );
  expect(seats).toEqual([]);
  expect(await house.ledger(key.sessionId)).toEqual({ booked: 2 });
  expect(checkPublicFile(await getPublicFile(house.system(), key)).filter(({ fault }) => fault)).toEqual([]);
}

describe('the draw takes place exactly once', () => {
  it('though the worker dies at any one of its statements', async () => {
    let deaths = 0;
    // every statement of a whole draw, one after the other, until a run gets through unharmed
    for (let statement = 0; ; statement += 1) {
      const { key } = await house.drawn({ capacity: 2 });
      const people = await house.entrants(key.sessionId, 4);
      house.at(130);
      const mortal = dyingAfter(house.db, statement);
      const outcome = await performDraw(house.system(mortal.db), key).then(
        () => 'done',
        () => 'died',
      );
      expect(outcome).toBe(mortal.died() ? 'died' : 'done');
      await performDraw(house.system(), key);
      await performDraw(house.system(), key);
      await expectOneDraw(key, people);
      if (outcome === 'done') break;
      deaths += 1;
    }
    // close, two bookings and the end: a change that makes fewer statements fatal than there are would show here
    expect(deaths).toBeGreaterThan(40);
  }, 400_000);

  it('though two workers do it at the same moment, and one of them dies', async () => {
    for (const statement of [9, 17, 25]) {
      const { key } = await house.drawn({ capacity: 2 });
      const people = await house.entrants(key.sessionId, 4);
      house.at(130);
      await Promise.allSettled([
        performDraw(house.system(), key),
        performDraw(house.system(dyingAfter(house.db, statement).db), key),
        performDraw(house.system(), key),
      ]);
      await performDraw(house.system(), key);
      await expectOneDraw(key, people);
    }
  }, 120_000);

  it('and neither waits for the other for ever, whose list was read late by one and is being finished by the other', async () => {
    const { key } = await house.drawn({ capacity: 2 });
    const people = await house.entrants(key.sessionId, 4);
    house.at(130);
    const finishing = Promise.withResolvers<void>();
    const late = Promise.withResolvers<void>();
    const slow = interceptedDatabase(house.db, async ({ name = '', text, values = [] }, send) => {
      const answer = await send({ ...(name ? { name } : {}), text, values });
      if (name === 'lock-draw-update' && (answer as { rows: { status: string }[] }).rows[0]?.status === 'closed') {
        finishing.resolve();
        await late.promise;
      }
      return answer;
    });
    const first = performDraw(house.system(slow), key);
    await finishing.promise;
    const second = performDraw(house.system(), key);
    await someoneWaits();
    late.resolve();
    await Promise.all([first, second]);
    await expectOneDraw(key, people);
  }, 60_000);
});

/** Until a statement of this database waits for a lock that another holds. */
async function someoneWaits(): Promise<void> {
  const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await house.db.pool.query(text)).rowCount === 0);
}
