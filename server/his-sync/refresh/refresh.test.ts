import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { residentActor, staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { appRouter } from '../../root.ts';
import { createCaller } from '../../trpc.ts';
import { pullRecords } from '../pull-records.ts';
import { clientOf } from '../registry.ts';
import { type House, openHouse, type TestHospital } from '../testing/hospital-house.ts';
import { paperResult } from '../testing/paper-records.ts';
import { samplePeople } from '../testing/people.ts';
import { readChart } from './read-chart.ts';
import { refreshRecord } from './refresh-record.ts';

const callerOf = createCaller(appRouter);

let house: House;
let residentId: string;
/** The id of the person at each hospital. */
let patients: Map<string, string>;

const at = (i: number) => house.hospitals[i] as TestHospital;
const minutesOn = (minutes: number) => ({ clock: { now: () => new Date(Date.now() + minutes * 60_000) } });
const person = () => residentActor({ residentId, accountId: randomUUID(), name: '测试' });
const own = (later = 0) => callerOf(testContext(house.db, person(), minutesOn(later)));
const state = () => own().hisSync.refresh.state({ residentId });
const count = async (text: string, values: unknown[]): Promise<number> =>
  (await house.db.pool.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)).rows[0]?.n ?? 0;

const news = (i: number, id: string, change: object = {}) => ({
  ...paperResult(id, patients.get(at(i).facilityId) ?? '', change),
});
const waitAtMost = (i: number, ms: number) =>
  house.db.pool.query('update his_endpoints set timeout_ms = $2 where facility_id = $1', [at(i).facilityId, ms]);
const requestsOf = async (i: number) =>
  ((await house.control(at(i), { health: {} })) as unknown as { log: { requests: number } }).log.requests;

beforeAll(async () => {
  const wishes = [{}, { personality: { noEverything: true, noTotal: true } }, {}];
  const patient = wishes.map((one) => ({ ...one, timeoutMs: 15_000 }));
  house = await openHouse(patient, null, samplePeople(70));
  for (const hospital of house.hospitals) await pullRecords(house.services, hospital.facilityId);
  // one in seven has been to a third hospital
  const { rows } = await house.db.pool.query<{ residentId: string; patients: Record<string, string> }>(
    `select resident_id as "residentId", json_object_agg(facility_id, source_id) as patients from source_patients
     group by 1 having count(*) = 3 and count(distinct facility_id) = 3 order by 1 limit 1`,
  );
  if (!rows[0]) throw new Error('nobody has been to all three');
  residentId = rows[0].residentId;
  patients = new Map(Object.entries(rows[0].patients));
});
afterAll(() => house.close());
beforeEach(() => house.db.pool.query('truncate record_refreshes, record_refresh_hospitals'));

it.each([0, 1])('hospital %i tells of a patient all that its regular reading brought', async (i) => {
  const client = clientOf(house.services, await house.endpoint(at(i)));
  const patient = patients.get(at(i).facilityId) ?? '';
  const told = (await readChart(client, patient)).map((one) => `${one.resourceType} ${one.id}`);
  const { rows } = await house.db.pool.query<{ key: string }>(
    `select type || ' ' || source_id as key from record_entries where facility_id = $1 and source_patient = $2`,
    [at(i).facilityId, patient],
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(told.toSorted()).toEqual(rows.map((row) => row.key).toSorted());
});

describe('a person who has news at three hospitals, one of which hangs', () => {
  it('gets it from the others at once, and the silent one is named', async () => {
    expect(patients.size).toBe(3);
    for (const i of [0, 1, 2]) await house.control(at(i), { write: [news(i, `news-${i}`)] });
    await house.control(at(2), { health: { hang: true } });
    await waitAtMost(2, 300);
    await own().hisSync.refresh.ask({ residentId });
    expect(await state()).toMatchObject({ running: true, nextAt: expect.any(Date) });
    await house.work();
    const { hospitals, running } = await state();
    expect(running).toBe(false);
    const told = new Map(hospitals.map((one) => [one.facilityId, one]));
    expect(told.get(at(0).facilityId)).toMatchObject({ state: 'done', news: 1, trouble: null });
    expect(told.get(at(1).facilityId)).toMatchObject({ state: 'done', news: 1, trouble: null });
    expect(told.get(at(2).facilityId)).toMatchObject({ state: 'failed', news: 0, trouble: 'slow' });
    expect(await count('record_entries where resident_id = $1 and source_id like $2', [residentId, 'news-%'])).toBe(2);
    expect(await house.health(at(2))).toMatchObject({ failures: 1 });
    await house.control(at(2), { health: null });
    await waitAtMost(2, 15_000);
    await house.forgive(at(2));
  });

  it('finds nothing new the second time, and the regular reading finds nothing left of it', async () => {
    await own().hisSync.refresh.ask({ residentId });
    await house.work();
    const sums = (await state()).hospitals.map(({ state: how, news: some }) => [how, some]);
    expect(sums.toSorted((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      ['done', 0],
      ['done', 0],
      ['done', 1],
    ]);
    for (const hospital of house.hospitals)
      expect(await pullRecords(house.services, hospital.facilityId)).toMatchObject({ state: 'done', written: 0 });
  });

  it('a new version replaces the old one, which stays in the history', async () => {
    await house.control(at(0), { write: [news(0, 'news-0', { status: 'amended' })] });
    await own().hisSync.refresh.ask({ residentId });
    await house.work();
    const { rows } = await house.db.pool.query(
      `select e.status, e.version, (select count(*)::int from record_history h where h.id = e.id) as before
       from record_entries e where resident_id = $1 and source_id = 'news-0'`,
      [residentId],
    );
    expect(rows).toEqual([{ status: 'amended', version: 2, before: 1 }]);
  });

  it.each([0, 1])('what hospital %i has deleted is withdrawn', async (i) => {
    await house.control(at(i), { withdraw: { type: 'Observation', id: `news-${i}` } });
    await own().hisSync.refresh.ask({ residentId });
    await house.work();
    const { rows } = await house.db.pool.query(
      'select deleted, body from record_entries where resident_id = $1 and source_id = $2',
      [residentId, `news-${i}`],
    );
    expect(rows).toEqual([{ deleted: true, body: null }]);
  });

  it('what cannot be read waits in the queue with its reason', async () => {
    await house.control(at(0), { write: [news(0, 'odd', { status: 'no such state' })] });
    await own().hisSync.refresh.ask({ residentId });
    await house.work();
    const { rows } = await house.db.pool.query<{ reason: string }>(
      `select reason from his_rejects where facility_id = $1 and resource_id = 'odd' and settled_at is null`,
      [at(0).facilityId],
    );
    expect(rows[0]?.reason).toMatch(/status/);
  });

  it('a hospital whose breaker is open is not asked, and said to rest', async () => {
    await house.db.pool.query(
      `update his_endpoints set failures = 3, next_try_at = now() - interval '1 second' where facility_id = $1`,
      [at(1).facilityId],
    );
    const before = await requestsOf(1);
    await own().hisSync.refresh.ask({ residentId });
    await house.work();
    expect((await state()).hospitals.find((one) => one.facilityId === at(1).facilityId)).toMatchObject({
      ...{ state: 'failed', trouble: 'resting' },
    });
    expect(await requestsOf(1)).toBe(before);
    await house.forgive(at(1));
  });
});

describe('asking', () => {
  const audits = () => count(`audit_events where action = 'records.refresh' and subject_id = $1`, [residentId]);
  const jobs = () => count(`graphile_worker.jobs where task_identifier = 'his-refresh'`, []);

  it('twice at one moment begins one refresh', async () => {
    const before = await audits();
    await Promise.all([1, 2, 3].map(() => own().hisSync.refresh.ask({ residentId })));
    expect(await audits()).toBe(before + 1);
    expect(await jobs()).toBe(1);
    await house.work();
    expect(await jobs()).toBe(0);
  });

  it('again too soon is refused with the time; two minutes later it is done', async () => {
    await own().hisSync.refresh.ask({ residentId });
    await house.work();
    const { nextAt } = await state();
    await expect(own(1).hisSync.refresh.ask({ residentId })).rejects.toMatchObject({
      cause: { code: 'refused', refusal: { rule: 'refresh-too-soon', nextAt } },
    });
    await own(3).hisSync.refresh.ask({ residentId });
    await house.work();
  });

  it('where nobody has seen the person is refused', async () => {
    const stranger = residentActor({ residentId: randomUUID(), accountId: randomUUID(), name: '无' });
    const caller = callerOf(testContext(house.db, stranger));
    await expect(caller.hisSync.refresh.ask({ residentId: stranger.residentId })).rejects.toMatchObject({
      cause: { refusal: { rule: 'refresh-no-hospital' } },
    });
  });

  it('about somebody else is not found, neither asking nor looking', async () => {
    const other = residentActor({ residentId: randomUUID(), accountId: randomUUID(), name: '乙' });
    const { ask, state: look } = callerOf(testContext(house.db, other)).hisSync.refresh;
    for (const call of [ask, look])
      await expect(call({ residentId })).rejects.toMatchObject({ cause: { code: 'not-found' } });
    expect(await count('record_refreshes where resident_id = $1', [residentId])).toBe(0);
  });

  it('of a doctor needs a ground, and leaves a look that the person sees', async () => {
    const doctorAt = (facilityId: string) => callerOf(testContext(house.db, staffActor(facilityId, 'doctor')));
    const far = doctorAt('H-NOWHERE').hisSync.refresh;
    await expect(far.askOfPatient({ residentId })).rejects.toMatchObject({
      cause: { refusal: { rule: 'glass-needed' } },
    });
    await expect(far.stateOfPatient({ residentId })).rejects.toMatchObject({
      cause: { refusal: { rule: 'glass-needed' } },
    });
    await house.control(at(0), { write: [visitToday(0)] });
    await pullRecords(house.services, at(0).facilityId);
    await doctorAt(at(0).facilityId).hisSync.refresh.askOfPatient({ residentId });
    expect(await count(`access_events where resident_id = $1 and what = 'record-refresh'`, [residentId])).toBe(1);
    await house.work();
  });
});

it('kin are not told of a hospital that shows them nothing, not even by its number', async () => {
  const kin = residentActor({ residentId: randomUUID(), accountId: randomUUID(), name: '亲属' });
  await house.db.pool.query(
    `insert into residents (id, name, sex, birth_date) values ($1, '甲', 'male', '1980-01-01')`,
    [residentId],
  );
  await house.db.pool.query(
    `insert into family_links (resident_id, member_id, relation, proof) values ($1, $2, 'other', 'phone_code')`,
    [kin.residentId, residentId],
  );
  await house.db.pool.query(
    `update record_entries set topic = 'mental_health' where resident_id = $1 and facility_id = $2`,
    [residentId, at(1).facilityId],
  );
  await own().hisSync.refresh.ask({ residentId });
  const shown = await callerOf(testContext(house.db, kin)).hisSync.refresh.state({ residentId });
  expect(shown.hospitals.map((one) => one.facilityId).toSorted()).toEqual(
    [at(0).facilityId, at(2).facilityId].toSorted(),
  );
  expect((await state()).hospitals).toHaveLength(3);
  await house.work();
});

const visitToday = (i: number) => ({
  ...{
    resourceType: 'Encounter',
    id: 'today',
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  },
  subject: { reference: `Patient/${patients.get(at(i).facilityId)}` },
  period: { start: new Date(Date.now() - 3_600_000).toISOString() },
});

it('cut short and begun again, only those still waiting are asked', async () => {
  await own().hisSync.refresh.ask({ residentId });
  await house.db.pool.query(
    `update record_refresh_hospitals set state = 'done', news = 7 where resident_id = $1 and facility_id = $2`,
    [residentId, at(0).facilityId],
  );
  const before = await requestsOf(0);
  await house.work();
  expect(await requestsOf(0)).toBe(before);
  const { hospitals, running } = await state();
  expect(running).toBe(false);
  expect(hospitals.find((one) => one.facilityId === at(0).facilityId)?.news).toBe(7);
});

it('a job of an earlier refresh says nothing of the present one', async () => {
  await own().hisSync.refresh.ask({ residentId });
  const services = testContext(house.db, systemActor());
  await refreshRecord(services, { residentId, refreshId: randomUUID() });
  expect((await state()).hospitals.every((one) => one.state === 'waiting')).toBe(true);
  await house.work();
});
