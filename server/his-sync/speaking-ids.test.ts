import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleIdNumber } from '#db/seed/sample-id-numbers.ts';
import { takeRecord } from '../fhir-api/take-record.ts';
import { residentActor, staffActor, testContext } from '../kernel/test-context.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { pullRecords } from './pull-records.ts';
import { findKept } from './refresh/apply-chart.ts';
import { refreshHospital } from './refresh/refresh-hospital.ts';
import { findInTables } from './testing/find-in-tables.ts';
import { type House, openHouse, type TestHospital } from './testing/hospital-house.ts';
import { openPaperHospital } from './testing/paper-hospital.ts';
import { paperPatient, paperResult } from './testing/paper-records.ts';

// A hospital that calls its patients by the number of their card, and their visits too.
const number = sampleIdNumber('1980-05-17', 'male', 350);
const old = `${number.slice(0, 6)}${number.slice(8, 17)}`;
const visitId = `ENC-${number}-1`;
const callerOf = createCaller(appRouter);

let house: House;
let paper: Awaited<ReturnType<typeof openPaperHospital>>;
const hospital = () => house.hospitals[0] as TestHospital;
const pull = () => pullRecords(house.services, hospital().facilityId);
const manager = () => callerOf(testContext(house.db, staffActor(hospital().facilityId, 'manager')));
const result = (id: string, change: object = {}) =>
  paperResult(id, number, { encounter: { reference: `Encounter/${visitId}` }, ...change });
const hidden = (id: string) => house.services.sealing.speakingIds.hide(id);
const entry = async (id: string) => {
  const { rows } = await house.db.pool.query(
    `select resident_id as "residentId", deleted, source_patient as patient, encounter_id is not null as visited
     from record_entries where facility_id = $1 and source_id = $2`,
    [hospital().facilityId, hidden(id)],
  );
  return rows[0];
};
const sweep = () =>
  house.db.pool.query(`update his_cursors set swept_at = '2020-01-01' where facility_id = $1`, [hospital().facilityId]);

const tablesWith = (...texts: string[]) => findInTables(house.db, texts);

beforeAll(async () => {
  house = await openHouse([{}]);
  paper = await openPaperHospital();
  const at = [hospital().facilityId, paper.base];
  await house.db.pool.query('update his_endpoints set base_url = $2 where facility_id = $1', at);
  const words = { text: { status: 'generated', div: `<div>${number}</div>` }, address: [{ text: `某路 ${old} 号` }] };
  paper.write(paperPatient(number, 350, { ...words, contact: [{ name: { text: `母亲 ${number}` } }] }));
  paper.write({
    ...{ resourceType: 'Encounter', id: visitId, status: 'finished', class: { code: 'AMB' } },
    ...{ subject: { reference: `Patient/${number}` }, reasonCode: [{ text: `复诊，证件 ${number}` }] },
    period: { start: '2026-11-02T08:00:00+08:00', end: '2026-11-02T09:00:00+08:00' },
  });
  paper.write(result(`${number}-kept`, { code: { text: `血糖 ${number.slice(0, 10)}\n${number.slice(10)}` } }));
  paper.write(result(`${number}-gone`));
  paper.write(result(`${number}-odd`, { status: 'no such state', note: [{ text: number }] }));
  paper.write(paperResult('stranger', sampleIdNumber('1980-05-17', 'male', 351)));
  await pull();
});
afterAll(async () => {
  paper.close();
  await house.close();
});

describe('a hospital that calls people by their numbers', () => {
  it('has them placed, with their visits and results together', async () => {
    const residentId = house.services.sealing.residentId(number);
    const kept = { residentId, deleted: false, patient: hidden(number) };
    expect(await entry(visitId)).toMatchObject(kept);
    expect(await entry(`${number}-kept`)).toMatchObject({ ...kept, visited: true });
    const { types } = await manager().hisSync.intake.own();
    expect(types.find((one) => one.type === 'Observation')).toMatchObject({ kept: 2, waiting: 2, told: 4 });
    expect(await pull()).toMatchObject({ state: 'done', written: 0 });
  });

  it('leaves no number in any table, but sealed', async () => {
    expect(await tablesWith(number, old, sampleIdNumber('1980-05-17', 'male', 351))).toEqual([]);
    const { rows } = await house.db.pool.query<{ sealed: string }>(
      'select id_sealed as sealed from source_patients where facility_id = $1',
      [hospital().facilityId],
    );
    expect(rows.map((row) => house.services.sealing.open(row.sealed))).toEqual([number]);
  });

  it('would be found out if one stood anywhere', async () => {
    await house.db.pool.query(`update his_rejects set reason = reason || $1`, [number]);
    expect(await tablesWith(number)).toEqual(['public.his_rejects']);
    await house.db.pool.query(`update his_rejects set reason = replace(reason, $1, '')`, [number]);
  });

  it('is asked by its own ids: what a page slipped over stays, what is gone becomes a tombstone', async () => {
    paper.remove('Observation', `${number}-gone`, 'deleted');
    paper.remove('Observation', `${number}-kept`, 'hidden');
    await sweep();
    await pull();
    expect(paper.asked.filter((one) => one.endsWith(`/Observation/${number}-kept`))).toHaveLength(1);
    expect(await entry(`${number}-kept`)).toMatchObject({ deleted: false });
    expect(await entry(`${number}-gone`)).toMatchObject({ deleted: true });
  });
});

describe('what waits', () => {
  const reason = 'Observation.status: not a code of its list';
  const waiting = () => manager().hisSync.intake.ownWaiting({ resourceType: 'Observation', reason });

  it('is shown to the hospital by an id that it finds again, which is no number', async () => {
    const { items } = await waiting();
    expect(items).toMatchObject([
      { resourceId: hidden(`${number}-odd`), shownId: expect.stringMatching(/\*{10}.*-odd$/) },
    ]);
    expect(JSON.stringify(items)).not.toContain(number);
  });

  it('is read again one by one, and patients from their hospital', async () => {
    const [item] = (await waiting()).items;
    const wish = { resourceType: 'Observation', reason, resourceId: item?.resourceId ?? '' };
    expect(await manager().hisSync.intake.rerunOwn(wish)).toEqual({ read: 0, waiting: 1, left: 0 });
    const stranger = { resourceType: 'Observation', reason: 'patient: not known here' };
    paper.write(paperPatient(sampleIdNumber('1980-05-17', 'male', 351), 351, { birthDate: 'never' }));
    await pull();
    const [patients] = (await manager().hisSync.intake.own()).waiting.filter((one) => one.type === 'Patient');
    paper.write(paperPatient(sampleIdNumber('1980-05-17', 'male', 351), 351));
    const done = await manager().hisSync.intake.rerunOwn({ resourceType: 'Patient', reason: patients?.reason ?? '' });
    expect(done).toMatchObject({ read: 1, waiting: 0 });
    expect(paper.asked.at(-1)).toMatch(/\/Patient\/\d{17}[\dX]$/);
    expect(await manager().hisSync.intake.rerunOwn(stranger)).toMatchObject({ read: 1, waiting: 0 });
  });
});

it('news of one person are asked for by the number and kept without it', async () => {
  const residentId = house.services.sealing.residentId(number);
  paper.write(result(`${number}-news`));
  const kept = await findKept(house.services, residentId);
  const done = await refreshHospital(house.services, hospital().facilityId, [hidden(number)], kept);
  expect(done).toMatchObject({ state: 'done', news: 1 });
  expect(paper.asked.some((one) => one.includes(`patient=${number}`) || one.includes(`Patient/${number}`))).toBe(true);
  expect(await entry(`${number}-news`)).toMatchObject({ residentId, deleted: false });
  expect(await tablesWith(number)).toEqual([]);
});

describe('the person', () => {
  const residentId = () => house.services.sealing.residentId(number);
  const self = () =>
    testContext(house.db, residentActor({ residentId: residentId(), accountId: randomUUID(), name: '王小明' }));

  it('reads the record, and nobody a number', async () => {
    const visits = JSON.stringify(await callerOf(self()).records.visits({ residentId: residentId() }));
    expect(visits).toContain('复诊');
    expect(visits).not.toContain(number);
  });

  it.each(['everything', 'summary'] as const)('carries away %s, whose parts point at one another', async (form) => {
    await house.db.pool.query(
      `insert into residents (id, name, sex, birth_date) values ($1, '王小明', 'male', '1980-05-17') on conflict do nothing`,
      [residentId()],
    );
    let file = '';
    for await (const piece of await takeRecord(self(), form, { residentId: residentId(), topics: [] })) file += piece;
    expect(file).toContain('血糖');
    expect([number, old].filter((one) => file.includes(one))).toEqual([]);
    if (form === 'everything') expect(file).toMatch(/"encounter":\{"reference":"urn:uuid:/);
  });
});

it('what goes wrong is told and logged without a number', async () => {
  paper.write(paperPatient(number, 350, { birthDate: 'never' }));
  await pull();
  const waiting = (await manager().hisSync.intake.own()).waiting.find((one) => one.type === 'Patient');
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  paper.close();
  paper.hangUp();
  const staff = testContext(house.db, staffActor(hospital().facilityId, 'manager'), { log });
  const wish = { resourceType: 'Patient', reason: waiting?.reason ?? '' };
  const failed = await callerOf(staff)
    .hisSync.intake.rerunOwn(wish)
    .catch((error) => error);
  expect(failed).toMatchObject({ cause: { refusal: { rule: 'intake-hospital-silent' } } });
  const refreshed = await refreshHospital(
    { ...house.services, log },
    hospital().facilityId,
    [hidden(number)],
    new Map(),
  );
  expect(refreshed).toMatchObject({ state: 'failed' });
  log.info({ patient: number }, 'control');
  const told = [...logged, JSON.stringify(failed), String(failed.stack), JSON.stringify(refreshed)];
  expect(told.filter((one) => one.includes(number) && !one.includes('control'))).toEqual([]);
  expect(told.filter((one) => one.includes(number))).toHaveLength(1);
  expect(await tablesWith(number, old)).toEqual([]);
});
