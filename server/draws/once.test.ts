import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { lockWaiters, pausing } from '../testing/model/intercept.ts';
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
    const slow = pausing(house.db, ({ name }, rows) => name === 'lock-draw-update' && rows[0]?.status === 'closed');
    const first = performDraw(house.system(slow.db), key);
    await slow.reached;
    const second = performDraw(house.system(), key);
    await lockWaiters(house.db, 1);
    slow.go();
    await Promise.all([first, second]);
    await expectOneDraw(key, people);
  }, 60_000);

  it('and ends, where no worker came back before the clinic was over', async () => {
    const { key } = await house.drawn({ capacity: 2 });
    const people = await house.entrants(key.sessionId, 4);
    house.at(130);
    const closed = dyingAfter(house.db, 14);
    await expect(performDraw(house.system(closed.db), key)).rejects.toThrow('killed');
    house.at(8 * 24 * 60);
    await performDraw(house.system(), key);
    const entries = await house.entries(key.sessionId);
    expect(entries.map(({ place, status, reason }) => [place, status, reason])).toEqual(
      [1, 2, 3, 4].map((place) => [place, 'lost', 'stopped']),
    );
    for (const { residentId } of people) expect(await house.notices(residentId)).toEqual(['draw-entered', 'draw-void']);
    expect(await house.ledger(key.sessionId)).toEqual({ free: 2 });
  });

  it('though a number was given by one worker since the other looked, and its hospital has not confirmed it yet', async () => {
    const strict = await drawHouse();
    try {
      const { db, facilityId } = strict;
      await db.pool.query(`update facilities set authority = 'confirmed' where id = $1`, [facilityId]);
      const endpoint = { facilityId, baseUrl: 'http://127.0.0.1:9/fhir', authKind: 'none' as const, enabled: false };
      await db.orm.insert(hisEndpoints).values(endpoint);
      const { key, sessionId } = await strict.drawn({ capacity: 2 });
      await strict.entrants(sessionId, 4);
      strict.at(130);
      const late = pausing(db, ({ text }) => text.startsWith('select t.number, t.window_start'));
      const second = performDraw(strict.system(late.db), key);
      await late.reached;
      let looks = 0;
      const busy = pausing(db, ({ text }) => /from draw_entries.* order by place/s.test(text) && ++looks === 2);
      const first = performDraw(strict.system(busy.db), key);
      await busy.reached;
      late.go();
      await second;
      busy.go();
      await first;
      const results = (await strict.entries(sessionId)).map(({ status, ticket }) => [status, ticket]);
      expect(results).toEqual([
        ['won', 1],
        ['won', 2],
        ['lost', null],
        ['lost', null],
      ]);
      expect(await strict.ledger(sessionId)).toEqual({ held: 2 });
    } finally {
      await strict.db.close();
    }
  }, 60_000);
});
