import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { planningJobs } from '../family-planning/jobs.ts';
import { listDesk } from '../family-planning/list-queries.ts';
import { inventCard } from '../family-planning/testing/planning-house.ts';
import { createSealing } from '../kernel/sealing.ts';
import { staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { openDemoPlanning } from './demo-planning.ts';
import { openDemoPrompts } from './demo-prompts.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await fillHospital(db, 0);
  const places = [
    ['T510121109', '三溪镇卫生院', 'township_centre', '510121109000', '510121000000/510121109000/'],
    ['V510121109219', '金河村卫生室', 'village_clinic', '510121109219', '510121000000/510121109000/510121109219/'],
  ];
  for (const [id, name, kind, code, path] of places) {
    await db.pool.query('insert into regions (code, level, name, path) values ($1, 4, $2, $3)', [code, name, path]);
    await db.pool.query(
      'insert into facilities (id, name, kind, level, region_code, region_path) values ($1, $2, $3, 1, $4, $5)',
      [id, name, kind, code, path],
    );
  }
  const sealing = createSealing(secret);
  for (let n = 1; n <= 10; n += 1) {
    const idNumber = inventCard('1995-03-04', 'female', n);
    await db.pool.query(
      `insert into residents (id, name, sex, birth_date, region_code, sample, id_sealed)
       values ($1, $2, 'female', '1995-03-04', '510121109219', true, $3)`,
      [sealing.residentId(idNumber), `居民${n}`, sealing.seal(idNumber)],
    );
  }
});
afterAll(() => db.close());

it('the demo’s centre has questions that are due, late and lost, once', async () => {
  expect(await openDemoPlanning(db.url, secret)).toBe(true);
  expect(await openDemoPlanning(db.url, secret)).toBe(false);
  const { rows: left } = await db.pool.query('select item, on_hand as n from contraceptive_batches order by item');
  expect(left).toEqual([
    { item: 'condom', n: 28 },
    { item: 'emergency-pill', n: 12 },
    { item: 'injectable', n: 20 },
  ]);
  const worker = testContext(db, { ...staffActor('T510121109', 'family_planner'), accountId: randomUUID() });
  const { counts, rows } = await listDesk(worker, { shelf: 'overdue' });
  expect(counts).toEqual({ due: 3, overdue: 2, lost: 1, people: 10 });
  expect(rows.map((row) => row.followUp?.kind).sort()).toEqual(['method', 'postpartum']);
});

it('a hospital has told of births: of one whom the centre serves, and of one who has said nothing', async () => {
  expect(await openDemoPrompts(db.url, secret)).toBe(false);
  await db.pool.query(
    `insert into facilities (id, name, kind, level, region_code, region_path)
     values ('H8801', '试妇幼保健院', 'hospital', 2, '510121109000', '510121000000/510121109000/')`,
  );
  expect(await openDemoPrompts(db.url, secret)).toBe(true);
  const { rows } = await db.pool.query<{ payload: { residentIds: string[] } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'planning-prompts'`,
  );
  const services = testContext(db, systemActor());
  for (const { payload } of rows) await planningJobs['planning-prompts'](payload, services);
  const worker = testContext(db, staffActor('T510121109', 'family_planner'));
  const { rows: due, waiting } = await listDesk(worker, { shelf: 'due' });
  expect([due.filter((row) => row.followUp?.kind === 'advice').length, waiting]).toEqual([1, 1]);
  expect(await openDemoPrompts(db.url, secret)).toBe(false);
});
