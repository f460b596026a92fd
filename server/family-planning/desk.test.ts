import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { enrolPerson } from './enrol-person.ts';
import { getEligibility } from './judge-service.ts';
import { listDesk } from './list-queries.ts';
import { noteFollowUp } from './note-follow-up.ts';
import { recordService } from './record-service.ts';
import { declareFertility, registerFertility } from './register-fertility.ts';
import { getSheet } from './sheet-queries.ts';
import { takeBack } from './take-back.ts';
import { at, type PlanningHouse, planningHouse, today } from './testing/planning-house.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

let house: PlanningHouse;
beforeAll(async () => {
  house = await planningHouse();
});
afterAll(() => house.db.close());

const later = (day: string, facilityId = house.centre.facilityId) =>
  testContext(house.db, staffActor(facilityId, 'family_planner'), at(day));
const service = (residentId: string, wish: object = {}) => ({
  ...{ residentId, key: randomUUID(), servedOn: today, need: 'start' as const, desiredMethod: 'condom' as const },
  ...{ conditions: [], method: 'condom' as const, agreed: 'spoken' as const, clinician: '', clinicianReason: '' },
  ...{ quantity: 0, lot: '', note: '', ...wish },
});

describe('whom a facility serves', () => {
  it('is who says so; the sheet is for nobody else, and each look is on the person’s own list', async () => {
    const one = await house.person();
    const { residentId } = one;
    await expect(getSheet(house.worker(), { residentId })).rejects.toMatchObject({ code: 'not-found' });
    const wish = { name: one.name, idNumber: one.idNumber, said: 'in-person' as const, migrant: true };
    const [first, second] = await Promise.all([enrolPerson(house.worker(), wish), enrolPerson(house.worker(), wish)]);
    expect([first.fresh, second.fresh].sort()).toEqual([false, true]);
    expect((await getSheet(house.worker(), { residentId })).enrolment).toMatchObject({
      said: 'in-person',
      migrant: true,
    });
    for (const ctx of [house.worker(house.other.facilityId), house.worker(house.village.facilityId)])
      await expect(getSheet(ctx, { residentId })).rejects.toMatchObject({ code: 'not-found' });
    for (const role of ['doctor', 'manager', 'desk', 'privacy_officer'] as const)
      await expect(
        getSheet(testContext(house.db, staffActor(house.centre.facilityId, role)), { residentId }),
      ).rejects.toThrow('role-needed');
    expect(await house.count(`access_events where resident_id = $1 and what = 'family-planning'`, [residentId])).toBe(
      1,
    );
    expect(await house.audits('family-planning.enrol')).toBeGreaterThan(0);
  });

  it('needs a card whose name and number fit', async () => {
    const one = await house.person();
    const wish = { name: '别人', idNumber: one.idNumber, said: 'in-person' as const, migrant: false };
    await expect(enrolPerson(house.worker(), wish)).rejects.toThrow('id-name-mismatch');
    expect(await house.count('planning_enrolments where resident_id = $1', [one.residentId])).toBe(0);
  });

  it('ends when the person takes it back, or keeps the worker out: no sheet, no list, no question more', async () => {
    const one = await house.served();
    const { residentId } = one;
    await recordService(house.worker(), service(residentId));
    await takeBack(one.me, house.centre.facilityId);
    await takeBack(one.me, house.centre.facilityId);
    await expect(getSheet(house.worker(), { residentId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(recordService(house.worker(), service(residentId))).rejects.toMatchObject({ code: 'not-found' });
    expect(await house.count(`planning_follow_ups where resident_id = $1 and state = 'open'`, [residentId])).toBe(0);
    expect(await house.audits('family-planning.take-back')).toBe(1);

    const two = await house.served();
    await recordService(house.worker(), service(two.residentId));
    const ctx = later('2027-03-01');
    await house.db.pool.query(
      `insert into denials (resident_id, id, kind, subject, worker_id, created_at, created_by) values ($1, $2, 'worker', $3::uuid::text, $3::uuid, now(), $2)`,
      [two.residentId, randomUUID(), ctx.actor.accountId],
    );
    await expect(getSheet(ctx, { residentId: two.residentId })).rejects.toThrow('record-closed');
    const seen = async (by: typeof ctx) =>
      (await listDesk(by, { shelf: 'overdue' })).rows.map((row) => row.residentId).includes(two.residentId);
    expect([await seen(ctx), await seen(later('2027-03-01'))]).toEqual([false, true]);
  });

  it('is seen by the centre above a village, and by no other', async () => {
    const inVillage = house.worker(house.village.facilityId);
    const { residentId } = await house.served('female', inVillage);
    await recordService(inVillage, service(residentId));
    expect((await getSheet(house.worker(), { residentId })).services).toHaveLength(1);
    const shown = async (facilityId: string) =>
      (await listDesk(later(today, facilityId), { shelf: 'people' })).rows.map((row) => row.residentId);
    expect(await shown(house.centre.facilityId)).toContain(residentId);
    expect(await shown(house.other.facilityId)).not.toContain(residentId);
  });
});

describe('a fertility registration', () => {
  it('is valid at once, one at a time; withdrawn or run out it makes room', async () => {
    const one = await house.served();
    const wish = { residentId: one.residentId, childOrder: 2 };
    const { validUntil } = await registerFertility(house.worker(), wish);
    expect(validUntil).toBe('2031-11-23');
    const online = { facilityId: house.other.facilityId, childOrder: 2 };
    await expect(declareFertility(one.me, online)).rejects.toMatchObject({
      refusal: { rule: 'planning-registered', params: { until: validUntil } },
    });
    const afterwards = { ...one.me, ...at('2031-11-24') };
    const second = await declareFertility(afterwards, online);
    await withdrawRegistration(afterwards, second.id);
    await withdrawRegistration(afterwards, second.id);
    await expect(withdrawRegistration((await house.person()).me, second.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    const sheet = await getSheet(later('2031-11-25', house.other.facilityId), { residentId: one.residentId });
    expect(sheet.registrations.map((each) => each.state)).toEqual(['withdrawn']);
    expect(await house.audits('family-planning.withdraw')).toBe(1);
  });

  it('declared twice at the same moment is one', async () => {
    const one = await house.person();
    const wish = { facilityId: house.centre.facilityId, childOrder: 1 };
    const tries = await Promise.allSettled([declareFertility(one.me, wish), declareFertility(one.me, wish)]);
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await house.count('fertility_registrations where resident_id = $1', [one.residentId])).toBe(1);
  });
});

describe('a contraceptive service', () => {
  it('keeps what the table said, is one however often it is saved, and sets the next visit', async () => {
    const { residentId } = await house.served();
    const wish = service(residentId, { quantity: 30, lot: 'A1' });
    const answers = await Promise.all([recordService(house.worker(), wish), recordService(house.worker(), wish)]);
    expect(answers.map((one) => one.nextOn)).toEqual(['2027-02-22', '2027-02-22']);
    const sheet = await getSheet(house.worker(), { residentId });
    expect(sheet.services).toMatchObject([{ method: 'condom', quantity: 30, eligibilityTable: 'who-5-2019' }]);
    expect(sheet.followUps).toHaveLength(1);
    expect(await house.audits('family-planning.service')).toBeGreaterThan(0);
    await recordService(later('2027-02-20'), service(residentId, { servedOn: '2027-02-20', need: 'continue' }));
    const states = (await getSheet(later('2027-02-20'), { residentId })).followUps.map((one) => one.state);
    expect(states).toEqual(['open', 'done']);
  });

  it('of the same key and other content is refused, and nothing of it is written', async () => {
    const { residentId } = await house.served();
    const wish = service(residentId, { quantity: 30, lot: 'A1' });
    await recordService(house.worker(), wish);
    const others = [{ quantity: 10 }, { lot: 'A2' }, { note: '改' }, { method: 'awareness', quantity: 0 }] as const;
    for (const other of others)
      await expect(recordService(house.worker(), { ...wish, ...other })).rejects.toMatchObject({
        ...{ code: 'conflict', refusal: { rule: 'planning-service-saved' } },
      });
    await recordService(house.worker(), wish);
    const { services } = await getSheet(house.worker(), { residentId });
    expect(services).toMatchObject([{ method: 'condom', quantity: 30, lot: 'A1', note: '' }]);
  });

  it('at the centre answers what a village below it was to ask', async () => {
    const inVillage = house.worker(house.village.facilityId);
    const { residentId } = await house.served('female', inVillage);
    await recordService(inVillage, service(residentId));
    await recordService(later('2027-02-20'), service(residentId, { servedOn: '2027-02-20', need: 'continue' }));
    const asked = (await getSheet(later('2027-02-20'), { residentId })).followUps;
    expect(asked.map((one) => [one.facilityId, one.state])).toEqual([
      [house.centre.facilityId, 'open'],
      [house.village.facilityId, 'done'],
    ]);
  });

  it('is never refused by the table: where it warns, a clinician and a reason are asked for', async () => {
    const { residentId } = await house.served();
    const asked = { residentId, conditions: ['smoker-35-heavy'], need: 'start' as const, on: today };
    const { methods } = await getEligibility(house.worker(), asked);
    expect(methods.find((one) => one.method === 'combined-pill')).toMatchObject({ category: 4 });
    const wish = service(residentId, { method: 'combined-pill', conditions: ['smoker-35-heavy'] });
    await expect(recordService(house.worker(), wish)).rejects.toThrow('planning-clinician-needed');
    await expect(recordService(house.worker(), { ...wish, clinician: '游光明' })).rejects.toThrow(
      'planning-reason-needed',
    );
    await recordService(house.worker(), { ...wish, clinician: '游光明', clinicianReason: '已戒烟两年' });
    const [kept] = (await getSheet(house.worker(), { residentId })).services;
    expect(kept).toMatchObject({ category: 4, clinician: '游光明', clinicianReason: '已戒烟两年' });
    await expect(recordService(house.worker(), service(residentId, { conditions: ['varicocele'] }))).rejects.toThrow(
      'planning-condition',
    );
    const iud = service(residentId, { method: 'copper-iud', quantity: 1, agreed: 'written' });
    await expect(recordService(house.worker(), iud)).rejects.toThrow('planning-quantity');
    const him = await house.served('male');
    const hers = service(him.residentId, { method: 'implant', agreed: 'written' });
    await expect(recordService(house.worker(), hers)).rejects.toThrow('planning-method');
    const tomorrow = service(residentId, { servedOn: '2026-11-25' });
    await expect(recordService(house.worker(), tomorrow)).rejects.toThrow('planning-day-ahead');
  });

  it('of another facility shows by the person’s word alone', async () => {
    const one = await house.served();
    const { residentId } = one;
    const there = house.worker(house.other.facilityId);
    await enrolPerson(there, { name: one.name, idNumber: one.idNumber, said: 'in-person', migrant: false });
    await recordService(there, service(residentId));
    const before = await getSheet(house.worker(), { residentId });
    expect([before.ownOnly, before.services.length]).toEqual([true, 0]);
    const say = (given: boolean) =>
      house.db.pool.query(
        `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
         values ($1, $2, 'treatment', 'family_planning', $3, 1, clock_timestamp(), $2)`,
        [residentId, randomUUID(), given],
      );
    await say(true);
    expect((await getSheet(house.worker(), { residentId })).services).toHaveLength(1);
    await say(false);
    expect((await getSheet(house.worker(), { residentId })).services).toHaveLength(0);
  });
});

describe('a follow-up', () => {
  it('that nobody answers is overdue, then lost, and found again', async () => {
    const { residentId } = await house.served();
    await recordService(house.worker(), service(residentId));
    const ctx = later('2027-03-01');
    const shelf = async (name: 'due' | 'overdue' | 'lost') =>
      (await listDesk(ctx, { shelf: name })).rows.find((row) => row.residentId === residentId);
    const followUpId = (await shelf('overdue'))?.followUp?.id ?? '';
    const which = { residentId, followUpId };
    await expect(noteFollowUp(ctx, { ...which, act: 'lost', note: '电话停机' })).rejects.toThrow(
      'planning-too-few-tries',
    );
    for (let n = 0; n < 3; n += 1) await noteFollowUp(ctx, { ...which, act: 'tried', note: '' });
    await expect(noteFollowUp(ctx, { ...which, act: 'found' })).rejects.toThrow('planning-follow-up-open');
    await noteFollowUp(ctx, { ...which, act: 'lost', note: '电话停机' });
    for (const act of ['tried', 'lost'] as const)
      await expect(noteFollowUp(ctx, { ...which, act, note: '再次登记' })).rejects.toThrow('planning-follow-up-lost');
    expect([await shelf('overdue'), (await shelf('lost'))?.followUp?.tries]).toEqual([undefined, 3]);
    await noteFollowUp(ctx, { ...which, act: 'found' });
    expect((await shelf('overdue'))?.followUp?.tries).toBe(0);
    await expect(
      noteFollowUp(house.worker(house.other.facilityId), { ...which, act: 'tried', note: '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('comes page by page, with the count of each shelf', async () => {
    const facilityId = house.other.facilityId;
    const { residentId } = await house.served('female', house.worker(facilityId));
    for (let n = 0; n < 34; n += 1)
      await house.db.pool.query(
        `insert into planning_follow_ups (resident_id, id, facility_id, region_path, kind, subject_id, due_from, due_on)
         values ($1, $2, $3, $4, 'method', $2, '2026-01-01', $5::date + $6::int)`,
        [residentId, randomUUID(), facilityId, house.other.regionPath, '2026-05-01', Math.floor(n / 3)],
      );
    const first = await listDesk(later(today, facilityId), { shelf: 'overdue' });
    const second = await listDesk(later(today, facilityId), { shelf: 'overdue', cursor: first.next });
    const keys = [...first.rows, ...second.rows].map((row) => row.key);
    expect([first.rows.length, new Set(keys).size, second.next]).toEqual([30, 34, null]);
    expect(first.counts.overdue).toBe(34);
  });

  it('and people go on behind a cursor of their own shelf, and no other text is one', async () => {
    const { list } = createCaller(appRouter)(house.worker()).familyPlanning.desk;
    await house.db.pool.query(
      `insert into planning_enrolments (resident_id, id, facility_id, region_path, said, started_at, started_by)
       select gen_random_uuid(), gen_random_uuid(), $1, $2, 'in-person', '2026-11-01T00:00:00.123Z', gen_random_uuid()
       from generate_series(1, 70)`,
      [house.centre.facilityId, house.centre.regionPath],
    );
    const seen: string[] = [];
    let at: string | null | undefined;
    do {
      const { rows, next } = await list({ shelf: 'people', cursor: at });
      seen.push(...rows.map((row) => row.key));
      at = next;
    } while (at);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await list({ shelf: 'people' })).counts.people);
    const [day, instant] = [`2026-05-01~${randomUUID()}`, `2026-05-01T00:00:00.000Z~${randomUUID()}`];
    await list({ shelf: 'due', cursor: day });
    for (const cursor of [instant, 'x', `2026-02-30~${randomUUID()}`, `0000-01-01~${randomUUID()}`, '2026-05-01~x'])
      await expect(list({ shelf: 'due', cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    for (const cursor of [day, 'x', `0000-01-01T00:00:00Z~${randomUUID()}`])
      await expect(list({ shelf: 'people', cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
