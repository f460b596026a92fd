import { setTimeout as pause } from 'node:timers/promises';
import { run } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskList } from '../jobs.ts';
import { interceptedDatabase, pausing } from '../testing/model/intercept.ts';
import { scheduleHospitals } from './jobs.ts';
import { receiveNotice } from './receive-notice.ts';
import { ask, askAppointments, type House, openHouse, silent, type TestHospital } from './testing/hospital-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse([{}, { authority: 'confirmed' }, {}]);
});
afterAll(() => house.close());
const at = (i: number) => house.hospitals[i] as TestHospital;
const waiting = async (task: string) => {
  const { rows } = await house.db.pool.query<{ key: string; run_at: Date }>(
    'select key, run_at from graphile_worker.jobs where task_identifier = $1 and locked_at is null order by key',
    [task],
  );
  return rows;
};

/** Waits until `look` is content; the last refusal is the failure. */
async function until(look: () => Promise<void>, ms = 8000): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}

describe('the scheduler', () => {
  it("lets no hospital's notice wait while it queues the others", async () => {
    const ids = house.hospitals.map((h) => h.facilityId).sort();
    const { db, ...rest } = house.services;
    const paused = pausing(db, ({ name, values }) => name === 'enqueue' && values?.[5] === `pull:${ids.at(-1)}`);
    const scheduling = scheduleHospitals({ ...rest, db: paused.db });
    await paused.reached;
    try {
      for (const { code } of house.hospitals.filter((h) => h.facilityId !== ids.at(-1))) {
        expect(await receiveNotice(house.services, code, `Bearer notice-of-${code}`)).toBe(202);
      }
    } finally {
      paused.go();
      await scheduling;
    }
    await house.db.pool.query('delete from graphile_worker._private_jobs');
  });
  it('gives every hospital exactly one pull ahead, spread out, however often it runs', async () => {
    const schedule = taskList(house.services)['his-schedule'] as (payload: object) => Promise<void>;
    await schedule({});
    const first = await waiting('his-pull');
    expect(first.map((job) => job.key)).toEqual(house.hospitals.map((h) => `pull:${h.facilityId}`).sort());
    expect(new Set(first.map((job) => job.run_at.getTime())).size).toBe(3);
    await schedule({});
    expect(await waiting('his-pull')).toEqual(first);
  });
  it('writes nothing where all is ahead, and mends what failed', async () => {
    const queued: unknown[] = [];
    const watched = interceptedDatabase(house.db, (statement, send) => {
      if (statement.name === 'enqueue') queued.push(statement.values?.[5]);
      return send(statement);
    });
    await scheduleHospitals({ ...house.services, db: watched });
    expect(queued).toEqual([]);
    const failed = `pull:${at(1).facilityId}`;
    await house.db.pool.query('update graphile_worker._private_jobs set attempts = 3 where key = $1', [failed]);
    await scheduleHospitals({ ...house.services, db: watched });
    expect(queued).toEqual([failed]);
  });
});

describe('a notice', () => {
  const notice = (code: string, authorization?: string) => receiveNotice(house.services, code, authorization);
  it('is answered after the pull is queued for now; several are one pull', async () => {
    const key = `Bearer notice-of-${at(0).code}`;
    expect(await notice(at(0).code, key)).toBe(202);
    expect(await notice(at(0).code, key)).toBe(202);
    const jobs = (await waiting('his-pull')).filter((job) => job.key === `pull:${at(0).facilityId}`);
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.run_at.getTime()).toBeLessThanOrEqual(Date.now() + 50);
  });
  it.each([
    ['of a diagnosis', '{"resourceTypes":["Condition"]}', [false, true]],
    ['of a number', '{"resourceTypes":["Slot","Appointment"]}', [true, false]],
    ['of both', '{"resourceTypes":["Slot","Patient"]}', [true, true]],
    ['of nothing known', '{"resourceTypes":["constructor"]}', [true, true]],
    ['without words', 'what?', [true, true]],
  ])('%s hurries what it names', async (_name, body, expected) => {
    const { facilityId } = at(0);
    await house.db.pool.query("update graphile_worker._private_jobs set run_at = now() + interval '1 hour'");
    expect(await receiveNotice(house.services, at(0).code, `Bearer notice-of-${at(0).code}`, body)).toBe(202);
    const hurried = async (name: string, key: string) =>
      (await waiting(name)).some((job) => job.key === key && job.run_at.getTime() <= Date.now() + 50);
    expect([
      await hurried('his-pull', `pull:${facilityId}`),
      await hurried('his-records', `records:${facilityId}`),
    ]).toEqual(expected);
  });
  it.each<[string, () => [string, string | undefined], number]>([
    ['of an unknown hospital', () => ['h9999', 'Bearer x'], 404],
    ['that is no code at all', () => ['../x', 'Bearer x'], 404],
    ['without a key', () => [at(0).code, undefined], 401],
    ['with the key of another hospital', () => [at(0).code, `Bearer notice-of-${at(1).code}`], 401],
    ['with the key that we send ourselves', () => [at(0).code, `Bearer ${at(0).token}`], 401],
  ])('%s is refused', async (_name, given, expected) => {
    expect(await notice(...given())).toBe(expected);
  });
});

describe('the worker', () => {
  it("pulls, tells, and brings the hospital's answers back by itself", async () => {
    await house.db.pool.query('update graphile_worker._private_jobs set run_at = now()'); // what was put off above
    const runner = await run({
      connectionString: house.db.url,
      taskList: taskList(house.services),
      concurrency: 4,
      pollInterval: 100,
      noHandleSignals: true,
      logger: silent,
    });
    try {
      await runner.addJob('his-schedule', {});
      await until(async () => {
        for (const hospital of house.hospitals) expect(await house.health(hospital)).toMatchObject({ state: 'ok' });
      }, 18_000);
      const granted = await house.book(at(0));
      const confirmed = await house.book(at(1));
      expect(confirmed.made.status).toBe('held');
      await until(async () => expect(await askAppointments(at(0), granted.made.id)).toHaveLength(1));
      await until(async () => expect(await house.appointment(confirmed.made.id)).toMatchObject({ status: 'booked' }));
      const { his_id: slot } = await house.ticketOf(confirmed.made.id);
      expect((await ask(at(1), `Slot/${slot}`)).status).toBe('busy');

      const [ticket] = (await house.tickets(at(0))).filter((t) => t.session_id === granted.sessionId);
      await house.control(at(0), { stop: { schedule: ticket?.session_his, reason: '停诊' } });
      await receiveNotice(house.services, at(0).code, `Bearer notice-of-${at(0).code}`);
      await until(async () => expect(await house.appointment(granted.made.id)).toMatchObject({ status: 'cancelled' }));
      expect(await house.notices(granted.residentId)).toEqual(['booked', 'clinic-stopped']);
      await until(async () => expect((await askAppointments(at(0), granted.made.id))[0]?.status).toBe('cancelled'));
    } finally {
      await runner.stop();
    }
  }, 40_000);
});
