import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, run } from 'graphile-worker';
import type { Database } from '#db/client.ts';
import { departmentCatalog } from '#db/schema/facilities.ts';
import { mintFacility } from '#db/testing/mint.ts';
import type { OwnPostgres } from '#db/testing/own-postgres.ts';
import { closeClients } from '#server/his-sync/registry.ts';
import { taskList } from '#server/jobs.ts';
import { residentActor, systemActor, testContext } from '#server/kernel/test-context.ts';
import { appRouter } from '#server/root.ts';
import { createCaller } from '#server/trpc.ts';
import { quantile, type Result } from '../result.ts';
import { inventPeople, startHospitals, subject } from './hospitals.ts';
import { control, findPerson, newsOf, type Person, register, type Stage } from './refresh-stage.ts';

const hospitals = 50;
const rounds = 5;
/** What the hospitals take for an answer: from the quickest to the slowest, evenly. */
const [quickMs, slowMs] = [300, 1500];

/**
 * One person seen at fifty hospitals, each with news, beside one seen at the slowest of them alone: from the press of
 * the button until everything is here, in turns. Then one hospital hangs, and the others must be here as soon as ever.
 */
export async function measureRefresh(own: OwnPostgres, db: Database, note: (text: string) => void): Promise<Result[]> {
  const minted = await Promise.all(Array.from({ length: hospitals }, () => mintFacility(db)));
  const facilityIds = minted.map((one) => one.facilityId);
  const codes = facilityIds.map((one) => one.toLowerCase());
  await db.orm.insert(departmentCatalog).values([subject]).onConflictDoNothing();
  const slowest = codes.at(-1) ?? '';
  const [everywhere, , alone] = inventPeople(3, codes);
  if (!everywhere || !alone) throw new Error('no people');
  const sandbox = await startHospitals(codes, [everywhere, { ...alone, seenAt: [slowest] }]);
  const services = testContext(db, systemActor('bench'));
  const stage = { db, url: sandbox.url, codes, facilityIds };
  const worker = await run({
    connectionString: own.url,
    taskList: { 'his-refresh': taskList(services)['his-refresh'] ?? (() => {}) },
    concurrency: 4,
    crontab: '',
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  });
  try {
    note(`reading ${hospitals} hospitals`);
    await register(stage);
    const many = await findPerson(db, services.sealing.residentId(everywhere.idNumber));
    const one = await findPerson(db, services.sealing.residentId(alone.idNumber));
    for (const [i, code] of codes.entries())
      await control(stage, code, {
        health: { slowMs: Math.round(quickMs + (i * (slowMs - quickMs)) / (hospitals - 1)) },
      });
    const times: Record<'many' | 'one', number[]> = { many: [], one: [] };
    for (let round = -1; round < rounds; round += 1) {
      const [manyMs, oneMs] = [await refresh(stage, many), await refresh(stage, one)];
      if (round >= 0) times.many.push(manyMs.all);
      if (round >= 0) times.one.push(oneMs.all);
    }
    note('one hospital hangs');
    await control(stage, codes[0] ?? '', { health: { hang: true } });
    const hung = await refresh(stage, many);
    const median = (list: number[]) =>
      quantile(
        list.toSorted((a, b) => a - b),
        0.5,
      );
    const [all, single] = [median(times.many), median(times.one)];
    const detail = `median of ${rounds}: ${all.toFixed(0)} ms for ${hospitals} hospitals that take ${quickMs} to ${slowMs} ms an answer ÷ ${single.toFixed(0)} ms for the slowest alone, each with 3 new entries`;
    const others = `${hung.others.toFixed(0)} ms until the other ${hospitals - 1} were here while one hung (named after ${(hung.all / 1000).toFixed(1)} s) ÷ the slowest alone`;
    return [
      { name: 'records.refresh', value: all / single, unit: '×', detail },
      { name: 'records.refresh_one_hangs', value: hung.others / single, unit: '×', detail: others },
    ];
  } finally {
    await worker.stop();
    closeClients(services);
    await sandbox.stop();
  }
}

/** Every hospital writes something new; the button is pressed; milliseconds until all were done, and all but the last. */
async function refresh(stage: Stage, person: Person): Promise<{ all: number; others: number }> {
  for (const [code, patient] of person.patients) await control(stage, code, { write: newsOf(patient) });
  await stage.db.pool.query('truncate record_refreshes, record_refresh_hospitals');
  const actor = residentActor({ residentId: person.residentId, accountId: randomUUID(), name: '测试' });
  const { ask, state } = createCaller(appRouter)(testContext(stage.db, actor)).hisSync.refresh;
  const started = performance.now();
  await ask({ residentId: person.residentId });
  let others = 0;
  for (;;) {
    const { running, hospitals: told } = await state({ residentId: person.residentId });
    const waiting = told.filter((one) => one.state === 'waiting').length;
    if (waiting <= 1 && !others) others = performance.now() - started;
    if (!running) {
      const missed = told.filter((one) => one.state === 'done' && one.news !== 3);
      if (missed.length > 0) throw new Error(`${missed.length} hospitals did not bring their three entries`);
      return { all: performance.now() - started, others };
    }
    await pause(10);
  }
}
