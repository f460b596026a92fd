import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { lockWaiters, pausing } from '../testing/model/intercept.ts';
import { gradeCheck } from './grade-check.ts';
import { noteFollowUp } from './note-follow-up.ts';
import { noteResults } from './note-results.ts';
import { recordService } from './record-service.ts';
import { registerFertility } from './register-fertility.ts';
import { getSheet } from './sheet-queries.ts';
import { startCheck } from './start-check.ts';
import { takeBack } from './take-back.ts';
import { at, type PlanningHouse, planningHouse, today, usualResults } from './testing/planning-house.ts';

let house: PlanningHouse;
beforeAll(async () => {
  house = await planningHouse();
});
afterAll(() => house.db.close());

const later = (day: string) => testContext(house.db, staffActor(house.centre.facilityId, 'family_planner'), at(day));

describe('a check before pregnancy', () => {
  it('is of a couple, each with results of their own, and leads to two follow-ups, to the end of the pregnancy', async () => {
    const [her, him] = [await house.served(), await house.person('male')];
    const partner = { name: him.name, idNumber: him.idNumber };
    const { checkId, partnerId } = await startCheck(house.worker(), { residentId: her.residentId, partner });
    expect(partnerId).toBe(him.residentId);
    await expect(startCheck(house.worker(), { residentId: her.residentId })).rejects.toThrow('planning-check-open');
    const results = usualResults('woman').map((one) => (one.code === 'glucose' ? { ...one, value: '6.80' } : one));
    const key = { residentId: her.residentId, checkId };
    await noteResults(house.worker(), { ...key, results: results.slice(0, -1) });
    await expect(gradeCheck(house.worker(), { ...key, advice: '请复查血糖' })).rejects.toMatchObject({
      refusal: { rule: 'planning-check-unfinished', params: { count: 1 } },
    });
    expect(await noteResults(house.worker(), { ...key, results })).toEqual({ noted: 1 });
    expect(await gradeCheck(house.worker(), { ...key, advice: '请复查血糖' })).toEqual({ grade: 'raised' });
    const bad = [{ code: 'glucose', value: '高' }];
    await expect(noteResults(house.worker(), { ...key, results: bad })).rejects.toThrow('planning-number');
    const [early] = (await getSheet(house.worker(), key)).followUps;
    expect(early).toMatchObject({ kind: 'early', dueOn: '2027-02-22', state: 'open' });

    const which = { residentId: her.residentId, followUpId: early?.id ?? '' };
    const found = { ...which, act: 'done' as const, outcome: 'pregnant' as const, eventOn: '2026-12-20', note: '' };
    expect(await noteFollowUp(later('2027-02-10'), found)).toEqual({ nextOn: '2027-11-07' });
    await expect(noteFollowUp(later('2027-02-10'), found)).rejects.toThrow('planning-follow-up-answered');
    const outcome = (await getSheet(later('2027-10-10'), key)).followUps.find((one) => one.state === 'open');
    const birth = { ...which, followUpId: outcome?.id ?? '', eventOn: '2027-09-25', note: '' };
    await noteFollowUp(later('2027-10-10'), { ...birth, act: 'done', outcome: 'live-birth' });
    const sheet = await getSheet(later('2027-10-10'), key);
    expect(sheet.followUps[0]).toMatchObject({ kind: 'postpartum', dueOn: '2027-11-06' });
    expect(sheet.checks).toMatchObject([
      { closedAs: 'birth', done: 19, reasons: ['glucose'], partner: { residentId: him.residentId } },
    ]);
    const his = await getSheet(later('2027-10-10'), { residentId: him.residentId });
    expect(his.checks).toMatchObject([{ closedAs: 'birth', results: [] }]);
  });

  it('keeps the value before a correction, and is weighed anew', async () => {
    const { residentId } = await house.served();
    const { checkId } = await startCheck(house.worker(), { residentId });
    await noteResults(house.worker(), { residentId, checkId, results: usualResults('woman') });
    await gradeCheck(house.worker(), { residentId, checkId, advice: '可以怀孕' });
    await noteResults(house.worker(), { residentId, checkId, results: [{ code: 'tsh', value: '9.1' }] });
    const [check] = (await getSheet(house.worker(), { residentId })).checks;
    expect(check?.grade).toBeNull();
    expect(check?.results.find((one) => one.code === 'tsh')).toMatchObject({ value: '9.1', flag: 'high', revision: 2 });
    expect(await house.count(`preconception_results where check_id = $1 and code = 'tsh'`, [checkId])).toBe(2);
    expect(await gradeCheck(house.worker(), { residentId, checkId, advice: '先看内分泌' })).toEqual({
      grade: 'raised',
    });
    expect(await house.count(`planning_follow_ups where subject_id = $1`, [checkId])).toBe(1);
  });

  it('refuses a couple that is none', async () => {
    const [her, other] = [await house.served(), await house.person('female')];
    const partner = { name: other.name, idNumber: other.idNumber };
    await expect(startCheck(house.worker(), { residentId: her.residentId, partner })).rejects.toThrow(
      'planning-couple',
    );
    const him = await house.served('male');
    await expect(startCheck(house.worker(), { residentId: him.residentId })).rejects.toThrow('planning-couple');
  });
});

type Desk = ReturnType<PlanningHouse['worker']>;
type Ids = { residentId: string; checkId: string; followUpId: string };
const serve = (ctx: Desk, { residentId }: Pick<Ids, 'residentId'>) =>
  recordService(ctx, {
    ...{ residentId, key: randomUUID(), servedOn: today, need: 'start', desiredMethod: 'condom', conditions: [] },
    ...{ method: 'condom', agreed: 'spoken', clinician: '', clinicianReason: '', quantity: 0, lot: '', note: '' },
  });
const writes: [string, (ctx: Desk, ids: Ids) => Promise<unknown>][] = [
  ['a service', serve],
  ['a registration', (ctx, { residentId }) => registerFertility(ctx, { residentId, childOrder: 1 })],
  ['a new check', (ctx, { residentId }) => startCheck(ctx, { residentId })],
  ['results', (ctx, ids) => noteResults(ctx, { ...ids, results: [{ code: 'tsh', value: '9.1' }] })],
  ['a grade', (ctx, ids) => gradeCheck(ctx, { ...ids, advice: '可以怀孕' })],
  ['an attempt', (ctx, ids) => noteFollowUp(ctx, { ...ids, act: 'tried', note: '' })],
];

describe('a say that is taken back while a worker writes', () => {
  it.each(writes)('just before: %s is not written', async (_what, write) => {
    const her = await house.served();
    const { residentId } = her;
    await serve(house.worker(), her);
    const { checkId } = await startCheck(house.worker(), { residentId });
    const followUpId = (await getSheet(house.worker(), { residentId })).followUps[0]?.id ?? '';
    const slow = pausing(house.db, ({ name }) => name === 'find-planning-enrolments');
    const written = write({ ...house.worker(), db: slow.db }, { residentId, checkId, followUpId }).catch((e) => e);
    await slow.reached;
    await takeBack(her.me, house.centre.facilityId);
    slow.go();
    expect(await written).toMatchObject({ refusal: { rule: 'planning-person-not-found' } });
    expect(await house.count(`planning_follow_ups where resident_id = $1 and state = 'open'`, [residentId])).toBe(0);
  });

  it('just after: waits for the service, and ends what it asked, at the centre above the village that has the say', async () => {
    const her = await house.served('female', house.worker(house.village.facilityId));
    const slow = pausing(house.db, ({ name }) => name === 'hold-planning-say');
    const written = serve({ ...house.worker(), db: slow.db }, her);
    await slow.reached;
    const taken = takeBack(her.me, house.village.facilityId);
    await lockWaiters(house.db, 1);
    slow.go();
    await Promise.all([written, taken]);
    const count = (text: string) => house.count(`${text} resident_id = $1`, [her.residentId]);
    expect(await count('contraceptive_services where')).toBe(1);
    expect(await count(`planning_follow_ups where state = 'void' and`)).toBe(1);
    expect(await count(`planning_follow_ups where state <> 'void' and`)).toBe(0);
  });
});
