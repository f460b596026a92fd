import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { understand } from '../understand/understand.ts';
import { addCase } from './add-case.ts';
import { approveRule, returnRule } from './decide-rule.ts';
import { findLiveRules } from './live-rules.ts';
import { proposeRule } from './propose-rule.ts';
import { getRule, listRules } from './queries/rules.ts';
import { rollBackRule } from './roll-back-rule.ts';
import { saveRule } from './save-rule.ts';
import { shipRules } from './ship-rules.ts';
import { mintEditor, redFlag } from './testing/guide-house.ts';
import type { Editor } from './versions.ts';

let db: TestDatabase;
let author: Editor;
let second: Editor;
let third: Editor;
beforeAll(async () => {
  db = await openTestDatabase();
  [author, second, third] = [await mintEditor(db), await mintEditor(db), await mintEditor(db)];
  await shipRules(author);
});
afterAll(() => db.close());

const names = (n: number) => `test-${n}-${randomUUID().slice(0, 8)}`;
const refusal = (rule: string) => ({ refusal: { rule } });
const flagsFor = async (text: string, at = new Date()) =>
  understand(text, {}, await findLiveRules(db, at)).flags.map(({ rule }) => rule.id);
const save = (ctx: Editor, rule = redFlag('x', 'x'), ends = false) => saveRule(ctx, { rule, ends, reason: '测试修改' });

/** A rule of its own word, approved by two. */
async function goLive(id: string, term: string) {
  await save(author, redFlag(id, term));
  await proposeRule(author, { ruleId: id, version: 1 });
  return approveRule(second, { ruleId: id, version: 1 });
}

describe('two persons', () => {
  test('a rule goes live by the second one, with steps, audit rows and the replay kept', async () => {
    const id = names(1);
    await save(author, redFlag(id, '紫云缠足'));
    expect(await flagsFor('今天紫云缠足')).toEqual([]);
    const proposed = await proposeRule(author, { ruleId: id, version: 1 });
    expect(proposed.may.decide.rule).toBe('guide-second-person');
    expect(proposed.replay).toMatchObject({ purpose: 'propose', blocked: false });
    await expect(approveRule(author, { ruleId: id, version: 1 })).rejects.toMatchObject(refusal('guide-second-person'));
    expect((await getRule(second, id)).may.decide).toEqual({ can: true, rule: null });
    const live = await approveRule(second, { ruleId: id, version: 1 });
    expect(live).toMatchObject({ liveVersion: 1, replay: { purpose: 'approve' } });
    expect(await flagsFor('今天紫云缠足')).toEqual([id]);
    expect(live.steps.map(({ toState }) => toState)).toEqual(['approved', 'proposed', 'draft']);
    const { rows } = await db.pool.query(
      `select action from audit_events where subject_type = 'guide-rule' and subject_id = $1 order by at, id`,
      [id],
    );
    expect(rows.map((row) => row.action)).toEqual([
      'navigation.draft-rule',
      'navigation.propose-rule',
      'navigation.approve-rule',
    ]);
  });

  test('whoever changed the draft last is not the second person either', async () => {
    const id = names(2);
    await save(author, redFlag(id, '青云缠足'));
    await save(second, redFlag(id, '青云缠足了'));
    await proposeRule(author, { ruleId: id, version: 1 });
    await expect(approveRule(second, { ruleId: id, version: 1 })).rejects.toMatchObject(refusal('guide-second-person'));
    expect((await approveRule(third, { ruleId: id, version: 1 })).liveVersion).toBe(1);
  });

  test('two approvals at once make one', async () => {
    const id = names(3);
    await save(author, redFlag(id, '赤云缠足'));
    await proposeRule(author, { ruleId: id, version: 1 });
    const key = { ruleId: id, version: 1 };
    const outcomes = await Promise.allSettled([approveRule(second, key), approveRule(third, key)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal('guide-not-proposed'),
    });
    const { steps } = await getRule(author, id);
    expect(steps.filter(({ toState }) => toState === 'approved')).toHaveLength(1);
  });

  test('the database refuses one person, whatever the code above says', async () => {
    const id = names(4);
    await save(author, redFlag(id, '白云缠足'));
    const one = `update guide_rules set state = 'approved', proposed_by = author_id, decided_by = author_id, live_from = now() where rule_id = $1`;
    await expect(db.pool.query(one, [id])).rejects.toMatchObject({ constraint: 'guide_rules_two_persons' });
    const nobody = `update guide_rules set state = 'approved', live_from = now() where rule_id = $1`;
    await expect(db.pool.query(nobody, [id])).rejects.toMatchObject({ constraint: 'guide_rules_two_persons' });
  });

  test('a returned version is a draft again, with the reason; a proposed one cannot be changed', async () => {
    const id = names(5);
    await save(author, redFlag(id, '黑云缠足'));
    await proposeRule(author, { ruleId: id, version: 1 });
    await expect(save(author, redFlag(id, '黑云'))).rejects.toMatchObject(refusal('guide-waits-for-second'));
    const back = await returnRule(second, { ruleId: id, version: 1, reason: '词太宽' });
    expect(back.steps[0]).toMatchObject({ toState: 'draft', reason: '词太宽' });
    expect((await save(author, redFlag(id, '黑云缠足三日'))).versions[0]).toMatchObject({ version: 1, state: 'draft' });
  });

  test('other staff may do none of it', async () => {
    const doctor = testContext(db, staffActor(author.actor.facilityId, 'doctor', 'manager'));
    await expect(save(doctor, redFlag(names(6), '灰云'))).rejects.toMatchObject(refusal('role-needed'));
    await expect(approveRule(doctor, { ruleId: 'x', version: 1 })).rejects.toMatchObject(refusal('role-needed'));
    await expect(listRules(doctor)).rejects.toMatchObject(refusal('role-needed'));
  });
});

describe('the stored cases', () => {
  const emergency = (text: string) => ({
    id: randomUUID(),
    text,
    facts: {},
    expects: 'emergency' as const,
    label: null,
  });

  test('a change that loses a stored emergency is refused when proposed, and the replay is kept', async () => {
    const id = names(7);
    await goLive(id, '金石击胸');
    await addCase(author, { ...emergency('昨夜金石击胸'), reason: '新规则的样例' });
    await save(author, redFlag(id, '金石击头'));
    await expect(proposeRule(author, { ruleId: id, version: 2 })).rejects.toMatchObject({
      refusal: { rule: 'guide-loses-emergency', params: { count: 1, first: '昨夜金石击胸' } },
    });
    const { versions, replay } = await getRule(author, id);
    expect(versions[0]).toMatchObject({ version: 2, state: 'draft' });
    expect(replay).toMatchObject({ blocked: true, lost: [{ text: '昨夜金石击胸' }] });
    await save(author, redFlag(id, '金石击胸'), true);
    await expect(proposeRule(author, { ruleId: id, version: 2 })).rejects.toMatchObject(
      refusal('guide-loses-emergency'),
    );
  });

  test('a case added while a change waits stops the approval', async () => {
    const id = names(8);
    await goLive(id, '铁索绕颈');
    await save(author, redFlag(id, '铁索绕臂'));
    await proposeRule(author, { ruleId: id, version: 2 });
    await addCase(second, { ...emergency('忽觉铁索绕颈'), reason: '会诊后补充' });
    await expect(approveRule(second, { ruleId: id, version: 2 })).rejects.toMatchObject(
      refusal('guide-loses-emergency'),
    );
    expect(await flagsFor('铁索绕颈')).toEqual([id]);
    expect((await getRule(author, id)).versions[0]?.state).toBe('proposed');
  });

  test('two changes that each keep an alarm, but not both, cannot both go live', async () => {
    const [a, b] = [names(9), names(10)];
    await goLive(a, '双月并出');
    await goLive(b, '双月并出');
    await addCase(author, { ...emergency('夜见双月并出'), reason: '两条规则都应发现' });
    for (const id of [a, b]) {
      await save(author, redFlag(id, `${id}单月`));
      await proposeRule(author, { ruleId: id, version: 2 });
    }
    const outcomes = await Promise.allSettled([
      approveRule(second, { ruleId: a, version: 2 }),
      approveRule(third, { ruleId: b, version: 2 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await flagsFor('夜见双月并出')).toHaveLength(1);
  });
});

describe('time', () => {
  test('an approved version applies from its day on, and a later change of another rule is tried against it', async () => {
    const id = names(11);
    await save(author, redFlag(id, '霜天裂骨', { validFrom: '2030-05-01' }));
    await proposeRule(author, { ruleId: id, version: 1 });
    const coming = await approveRule(second, { ruleId: id, version: 1 });
    expect(coming.liveVersion).toBeNull();
    expect(await flagsFor('霜天裂骨', new Date('2030-04-30T23:59:00+08:00'))).toEqual([]);
    expect(await flagsFor('霜天裂骨', new Date('2030-05-01T00:00:00+08:00'))).toEqual([id]);
    expect((await findLiveRules(db, new Date('2030-04-30T00:00:00Z'))).version).not.toBe(
      (await findLiveRules(db, new Date('2030-05-02T00:00:00Z'))).version,
    );
  });

  test('nothing applies backwards: a day that is gone means from the approval on', async () => {
    const id = names(12);
    const live = await goLive(id, '玄霜入骨');
    const since = live.versions[0]?.liveFrom?.getTime() ?? 0;
    expect(since).toBeGreaterThan(Date.now() - 60_000);
    expect(await flagsFor('玄霜入骨', new Date(since - 1))).toEqual([]);
  });
});

describe('rolling back', () => {
  test('brings the version before back at once, in one step by one person', async () => {
    const id = names(13);
    await goLive(id, '海水倒灌');
    await save(author, redFlag(id, '江水倒灌'));
    await proposeRule(author, { ruleId: id, version: 2 });
    await approveRule(second, { ruleId: id, version: 2 });
    expect([await flagsFor('海水倒灌'), await flagsFor('江水倒灌')]).toEqual([[], [id]]);
    const back = await rollBackRule(author, { ruleId: id, version: 2, reason: '误报太多' });
    expect(back).toMatchObject({ liveVersion: 1, replay: { purpose: 'roll-back' } });
    expect([await flagsFor('海水倒灌'), await flagsFor('江水倒灌')]).toEqual([[id], []]);
    await expect(rollBackRule(author, { ruleId: id, version: 2, reason: '再来一次' })).rejects.toMatchObject(
      refusal('guide-not-live'),
    );
    expect((await save(author, redFlag(id, '湖水倒灌'))).versions[0]?.version).toBe(3);
  });

  test('is refused when it would lose an emergency, and for what came with the program', async () => {
    const id = names(14);
    await goLive(id, '山崩于前');
    await save(author, redFlag(id, '山崩于后'));
    await proposeRule(author, { ruleId: id, version: 2 });
    await approveRule(second, { ruleId: id, version: 2 });
    await addCase(author, {
      ...{ id: randomUUID(), text: '忽见山崩于后', facts: {}, expects: 'emergency', label: null, reason: '新版才发现' },
    });
    await expect(rollBackRule(author, { ruleId: id, version: 2, reason: '试着撤回' })).rejects.toMatchObject(
      refusal('guide-loses-emergency'),
    );
    const shipped = (await listRules(author)).rules.find(({ kind }) => kind === 'setting')?.ruleId ?? '';
    await expect(rollBackRule(author, { ruleId: shipped, version: 1, reason: '试着撤回' })).rejects.toMatchObject(
      refusal('guide-first-version'),
    );
  });
});
