import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFinding } from './add-finding.ts';
import { answerFinding } from './answer-finding.ts';
import { escalateFindings, followItems } from './follow-reviews.ts';
import { getItem } from './item-queries.ts';
import { judgeFinding } from './judge-finding.ts';
import { listQuality } from './quality-queries.ts';
import { getHospital, getOneReview } from './queries.ts';
import { rereadItem } from './reread-item.ts';
import { returnFindings } from './return-findings.ts';
import { now, type ReviewHouse, reviewHouse } from './testing/review-house.ts';
import { listOwn, listWork } from './work-queries.ts';

let house: ReviewHouse;
let facilityId = '';
let days = 0;
beforeAll(async () => {
  house = await reviewHouse();
  facilityId = house.inCounty.facilityId;
});
afterAll(() => house.db.close());

const dayMs = 86_400_000;
const later = (n: number) => new Date(now.getTime() + n * dayMs);

/** A visit of a day of its own with a department and a diagnosis missing, drawn alone. */
async function drawOne() {
  days += 1;
  const at = new Date(Date.parse('2026-06-01T02:00:00Z') + days * dayMs);
  const sourceId = `faulty-${days}`;
  const facts = { visitKind: 'outpatient' };
  await house.write(facilityId, house.person, { sourceId, facts, startsAt: at, endsAt: at });
  const day = at.toISOString().slice(0, 10);
  const id = await house.plan({ periodFrom: day, periodTo: day });
  const { items } = await getHospital(house.official(), { id, facilityId });
  const itemId = items[0]?.id ?? '';
  const { findings } = await getItem(house.official(), { facilityId, id: itemId });
  const of = (rule: string) => ({ facilityId, id: findings.find((one) => one.rule === rule)?.id ?? '' });
  return { id, itemId, sourceId, at, facts, findings, of };
}
type Drawn = Awaited<ReturnType<typeof drawOne>>;
const stateOf = async ({ itemId }: Drawn, rule: string) =>
  (await getItem(house.official(), { facilityId, id: itemId })).findings.find((one) => one.rule === rule);
const judge = (which: { facilityId: string; id: string }, move: 'confirm', comment = '') =>
  judgeFinding(house.official(), { ...which, move, comment });
const sendBack = (id: string, ctx = house.official()) =>
  returnFindings(ctx, { id, facilityId, dueDay: '2026-12-01', comment: '' });
/** Confirmed and with its hospital. */
async function returned() {
  const drawn = await drawOne();
  await judge(drawn.of('no-diagnosis'), 'confirm');
  await sendBack(drawn.id);
  return drawn;
}

describe('a finding', () => {
  it('is proposed by a check, confirmed, returned, answered and closed; each step is a row with who and when', async () => {
    const drawn = await drawOne();
    expect(drawn.findings.map(({ rule, state, foundBy }) => [rule, state, foundBy])).toEqual([
      ['no-diagnosis', 'proposed', 'check'],
      ['no-department', 'proposed', 'check'],
    ]);
    const finding = drawn.of('no-diagnosis');
    await judge(finding, 'confirm');
    await judgeFinding(house.official(), {
      ...drawn.of('no-department'),
      move: 'dismiss',
      comment: '全科门诊不分科室',
    });
    expect(await sendBack(drawn.id)).toEqual({ count: 1 });
    await expect(sendBack(drawn.id)).rejects.toThrow('review-nothing-confirmed');
    const own = await listOwn(house.manager(), { shelf: 'open' });
    expect(own.findings).toMatchObject([
      { id: finding.id, sourceId: drawn.sourceId, overdue: false, kind: 'outpatient' },
    ]);
    await answerFinding(house.manager(), { id: finding.id, comment: '已在系统里补录诊断' });
    expect(await house.count('graphile_worker.jobs where key = $1', [`review-item:${drawn.itemId}`])).toBe(1);
    expect((await listWork(house.official(), { shelf: 'answered' })).findings.map((one) => one.id)).toContain(
      finding.id,
    );
    await judgeFinding(house.official(), { ...finding, move: 'accept', comment: '' });
    const closed = await stateOf(drawn, 'no-diagnosis');
    expect(closed).toMatchObject({ state: 'closed', dueAt: null });
    expect(closed?.steps.map(({ move, byKind }) => `${move} ${byKind}`)).toEqual([
      ...['propose rule', 'confirm official', 'return official', 'answer facility', 'accept official'],
    ]);
    for (const action of ['confirm', 'answer', 'accept'])
      expect(
        await house.count('audit_events where action = $1 and subject_id = $2', [`reviews.${action}`, finding.id]),
      ).toBe(1);
    expect((await getOneReview(house.official(), { id: drawn.id })).standing).toMatchObject({
      closed: 1,
      dismissed: 1,
    });
  });

  it('goes only where the table leads, with words where words are due, and of two at once one step', async () => {
    const drawn = await drawOne();
    const finding = drawn.of('no-diagnosis');
    const accept = judgeFinding(house.official(), { ...finding, move: 'accept', comment: '' });
    await expect(accept).rejects.toThrow('finding-moved');
    const dismiss = judgeFinding(house.official(), { ...finding, move: 'dismiss', comment: '' });
    await expect(dismiss).rejects.toThrow('finding-words');
    await expect(answerFinding(house.manager(), { id: finding.id, comment: '还没有退回' })).rejects.toThrow(
      'finding-moved',
    );
    const both = await Promise.allSettled([judge(finding, 'confirm'), judge(finding, 'confirm')]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const due = (dueDay: string) => returnFindings(house.official(), { id: drawn.id, facilityId, dueDay, comment: '' });
    await expect(due('2026-11-24')).rejects.toThrow('review-due');
    await expect(due('2027-06-01')).rejects.toThrow('review-due');
  });

  it('may come back to the hospital with more time, and be taken back', async () => {
    const drawn = await returned();
    const finding = drawn.of('no-diagnosis');
    await answerFinding(house.manager(), { id: finding.id, comment: '没有问题' });
    await judgeFinding(house.official(), {
      ...finding,
      move: 'return-again',
      comment: '仍然没有诊断',
      dueDay: '2026-12-20',
    });
    expect(await stateOf(drawn, 'no-diagnosis')).toMatchObject({
      state: 'returned',
      dueAt: new Date('2026-12-20T16:00:00Z'),
    });
    await judgeFinding(house.official(), { ...finding, move: 'withdraw', comment: '核实为体检，不需要诊断' });
    expect(await stateOf(drawn, 'no-diagnosis')).toMatchObject({ state: 'dismissed' });
  });

  it('is added by an official about a line, and stands confirmed', async () => {
    const drawn = await drawOne();
    const wish = {
      facilityId,
      id: drawn.itemId,
      rule: 'other',
      severity: 'serious',
      comment: '主诉与诊断不符',
    } as const;
    await addFinding(house.official(), { ...wish, line: 0 });
    expect(await stateOf(drawn, 'other')).toMatchObject({
      state: 'confirmed',
      foundBy: 'official',
      severity: 'serious',
    });
    await expect(addFinding(house.official(), { ...wish, line: 7 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what the hospital mends', () => {
  it('shows itself beside the finding, with what the check says now; nothing new changes nothing', async () => {
    const drawn = await returned();
    expect(await rereadItem(house.job(), facilityId, drawn.itemId)).toBe(false);
    const again = { sourceId: drawn.sourceId, startsAt: drawn.at, endsAt: drawn.at, version: '2', updated: now };
    await house.write(facilityId, house.person, { ...again, facts: { ...drawn.facts, reason: '感冒' } }, now);
    expect(await followItems(house.job(later(1)))).toBe(1);
    expect(await followItems(house.job(later(1)))).toBe(0);
    const item = await getItem(house.official(), { facilityId, id: drawn.itemId });
    expect([item.sheet?.lines[0]?.version, item.later?.lines[0]?.version]).toEqual([1, 2]);
    expect(item.findings.map(({ rule, mended }) => [rule, mended])).toEqual([
      ['no-diagnosis', 'yes'],
      ['no-department', 'no'],
    ]);
    const { findings } = await listOwn(house.manager(), { shelf: 'open' });
    expect(findings.find((one) => one.id === drawn.of('no-diagnosis').id)?.newerAt).toEqual(later(1));
  });
});

describe('a hospital that is late', () => {
  it('is marked once, reported to the office above, and may still answer', async () => {
    const drawn = await returned();
    const finding = drawn.of('no-diagnosis');
    const above = house.official(house.cityPath, later(9));
    const accept = { ...finding, move: 'withdraw', comment: '由上级撤回' } as const;
    await expect(judgeFinding(above, accept)).rejects.toThrow('review-other-office');
    expect(await escalateFindings(house.job(later(3)))).toBe(0);
    expect(await escalateFindings(house.job(later(9)))).toBeGreaterThan(0);
    expect(await escalateFindings(house.job(later(9)))).toBe(0);
    const { findings, counts } = await listWork(above, { shelf: 'overdue' });
    expect(findings.map((one) => one.id)).toContain(finding.id);
    expect(counts.overdue).toBe(findings.length);
    await answerFinding(house.manager(), { id: finding.id, comment: '补录较晚，现已补全' });
    await expect(judgeFinding(above, accept)).resolves.toEqual({ state: 'dismissed' });
  });
});

describe('nobody else', () => {
  it('reads or decides: other offices, other hospitals', async () => {
    const drawn = await returned();
    const finding = drawn.of('no-diagnosis');
    const { official, manager, elsewhere, inCity } = house;
    const stranger = official(elsewhere.regionPath);
    const ask = { facilityId, id: drawn.itemId };
    await expect(getItem(stranger, ask)).rejects.toMatchObject({ code: 'not-found' });
    await expect(judgeFinding(stranger, { ...finding, move: 'withdraw', comment: '不归我管' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(sendBack(drawn.id, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(sendBack(drawn.id, official(house.cityPath))).rejects.toThrow('review-other-office');
    const wish = { ...ask, rule: 'other', severity: 'minor', line: null, comment: '不归我管' } as const;
    await expect(addFinding(stranger, wish)).rejects.toMatchObject({ code: 'not-found' });
    const neighbour = manager(inCity.facilityId);
    expect((await listOwn(neighbour, { shelf: 'open' })).findings).toEqual([]);
    await expect(answerFinding(neighbour, { id: finding.id, comment: '不是本院的' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await listWork(stranger, { shelf: 'overdue' })).counts).toEqual({ answered: 0, overdue: 0 });
  });
});

describe('quality by hospital', () => {
  it('tells of the area alone what is open and what is done, the worst first', async () => {
    const { hospitals, total } = await listQuality(house.official(), { page: 1 });
    expect(hospitals.map((one) => one.facilityId)).toEqual([facilityId]);
    expect(total).toBe(1);
    expect(hospitals[0]).toMatchObject({ received: days, waiting: 0, perThousand: 0, sampled: days });
    expect(hospitals[0]?.open).toBeGreaterThan(0);
    expect((await listQuality(house.official(house.elsewhere.regionPath), { page: 1 })).hospitals).toEqual([]);
  });
});
