import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { residentActor, testContext } from '../kernel/test-context.ts';
import { isConnectionLoss, transact } from '../kernel/transaction.ts';
import { book } from './book.ts';
import { newKey } from './testing/booking-house.ts';

const clients = 16;
/** The longest that a request may wait: a turn (10 s), a client (5 s) and a statement (5 s), with room for a busy machine. */
const longest = 25_000;

/** More than any storm can use up. */
async function manyPeople(db: Database) {
  const { rows } = await db.pool.query<{ id: string }>(
    `insert into residents (id, name, sex, birth_date) select gen_random_uuid(), '测试', 'male', '1980-01-01' from generate_series(1, 6000) returning id`,
  );
  return rows.map(({ id }) => ({ residentId: id, accountId: id, name: '测试' }));
}

type Storm = { acknowledged: string[]; slowest: number; failures: unknown[] };

type Person = Awaited<ReturnType<typeof manyPeople>>[number];
const bookOne = async (db: Database, person: Person, session: { facilityId: string; sessionId: string }) => {
  const { facilityId, sessionId } = session;
  const wish = { key: newKey(), facilityId, sessionId, residentId: person.residentId };
  return (await book(testContext(db, residentActor(person)), wish)).id;
};

/** Books without pause while the server is killed and restarted `kills` times; every booking that was answered is noted. */
async function stormOf(
  server: OwnPostgres,
  db: Database,
  kills: number,
  act?: (person: Person) => Promise<string>,
): Promise<Storm> {
  const facility = await mintFacility(db);
  const sessions = await Promise.all(Array.from({ length: 20 }, () => mintSession(db, facility, { capacity: 500 })));
  const people = await manyPeople(db);
  await db.pool.query('checkpoint'); // what the storm starts from is safe, also in the control
  const storm: Storm = { acknowledged: [], slowest: 0, failures: [] };
  let over = false;
  const clerk = async () => {
    while (!over) {
      const person = people.pop();
      const session = sessions[people.length % sessions.length];
      if (!person || !session) return;
      const began = Date.now();
      try {
        storm.acknowledged.push(await (act ? act(person) : bookOne(db, person, session)));
      } catch (error) {
        storm.failures.push(error);
        await pause(100);
      }
      storm.slowest = Math.max(storm.slowest, Date.now() - began);
    }
  };
  const clerks = Array.from({ length: 24 }, clerk);
  for (let kill = 0; kill < kills; kill += 1) {
    const before = storm.acknowledged.length;
    while (storm.acknowledged.length < before + 25 && people.length > 0) await pause(5);
    server.crash();
    await server.restart();
  }
  await pause(300);
  over = true;
  await Promise.all(clerks);
  return storm;
}

const missingFrom = async (db: Database, ids: string[]): Promise<number> => {
  const { rows } = await db.pool.query(
    'select count(*) as n from unnest($1::uuid[]) id where not exists (select 1 from appointments a where a.id = id)',
    [ids],
  );
  return rows[0].n;
};
/** All clients of the pool can be held at once, so none was lost. */
async function wholePool(db: Database): Promise<number> {
  const held = await Promise.allSettled(Array.from({ length: clients }, () => db.pool.connect()));
  for (const one of held) if (one.status === 'fulfilled') one.value.release();
  return held.filter((one) => one.status === 'fulfilled').length;
}

describe('killing Postgres during bookings', () => {
  let server: OwnPostgres;
  let db: Database;
  beforeAll(async () => {
    server = await startOwnPostgres();
    db = openDatabase({ url: server.url, name: 'kill', max: clients });
  });
  afterAll(async () => {
    await db.pool.end();
    await server.stop();
  });

  it('keeps every acknowledged booking, leaves no request hanging and the pool whole', async () => {
    const storm = await stormOf(server, db, 3);
    expect(storm.failures.filter((error) => !isConnectionLoss(error))).toEqual([]);
    expect(storm.failures.length).toBeGreaterThan(0); // else nothing was hit
    expect(await missingFrom(db, storm.acknowledged)).toBe(0);
    expect(storm.slowest).toBeLessThan(longest);
    expect(await wholePool(db)).toBe(clients);
    const { rows } = await db.pool.query(`select count(*) as n from tickets t where t.status = 'booked' and not exists (
      select 1 from appointments a where a.facility_id = t.facility_id and a.session_id = t.session_id and a.ticket_number = t.number)`);
    expect(rows[0].n).toBe(0);
  }, 120_000);

  it('control: a transaction helper that forgets a client when rollback fails loses clients', async () => {
    const leaky = openDatabase({ url: server.url, name: 'leaky', max: clients });
    const forgetful = async () => {
      const client = await leaky.pool.connect();
      await client.query('begin');
      try {
        await client.query('select pg_sleep(5)');
        await client.query('commit');
      } catch {
        await client.query('rollback'); // throws on a dead connection, and the release below is never reached
      }
      client.release();
    };
    const careful = () => transact(db, (tx) => tx.client.query('select pg_sleep(5)'));
    const hit = [...Array.from({ length: 8 }, forgetful), ...Array.from({ length: 8 }, careful)].map((p) =>
      p.catch(() => {}),
    );
    await pause(500);
    server.crash();
    await server.restart();
    await Promise.all(hit);
    expect(await wholePool(leaky)).toBe(clients - 8);
    expect(await wholePool(db)).toBe(clients);
  }, 60_000);

  it('control: answering before the commit loses what was acknowledged', async () => {
    const hasty = async () => {
      const id = randomUUID();
      const client = await db.pool.connect();
      const insert = `insert into residents (id, name, sex, birth_date) values ($1, '抢答', 'male', '1980-01-01')`;
      try {
        await client.query('begin');
        await client.query(insert, [id]);
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
      const commitLater = pause(50).then(() => client.query('commit'));
      commitLater.then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
      return id;
    };
    const storm = await stormOf(server, db, 2, hasty);
    const { rows } = await db.pool.query('select count(*) as n from residents where id = any($1::uuid[])', [
      storm.acknowledged,
    ]);
    expect(rows[0].n).toBeLessThan(storm.acknowledged.length);
  }, 60_000);
});
