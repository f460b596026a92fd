import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addCase } from './add-case.ts';
import { approveRule } from './decide-rule.ts';
import { askDrop, confirmDrop, keepCase } from './drop-case.ts';
import { findLiveRules } from './live-rules.ts';
import { proposeRule } from './propose-rule.ts';
import { listCases } from './queries/cases.ts';
import { asContents } from './rule-set.ts';
import { saveRule } from './save-rule.ts';
import { shipRules } from './ship-rules.ts';
import { shippedRules } from './shipped.ts';
import { shippedCases } from './shipped-cases.ts';
import { mintEditor } from './testing/guide-house.ts';
import { tryCases, tryRule } from './try-rule.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
const refusal = (rule: string) => ({ refusal: { rule } });
const hotline = (value: string) => {
  const rule = shippedRules.settings.find(({ id }) => id === 'crisis-hotline');
  if (!rule) throw new Error('the hotline ships with the program');
  return { kind: 'setting' as const, content: { ...rule, value } };
};
const hotlineNow = async () =>
  (await findLiveRules(db, new Date())).settings.find(({ id }) => id === 'crisis-hotline')?.value;

describe('rules that come with the program', () => {
  test('apply while nothing is stored, then as version 1; storing them again changes nothing', async () => {
    const before = await findLiveRules(db, new Date());
    expect(before.origin).toBe('program');
    const [ctx, second] = [await mintEditor(db), await mintEditor(db)];
    const stored = await shipRules(ctx);
    expect(stored.rules).toBe(asContents(shippedRules).length);
    expect(stored.cases).toBe(new Set(shippedCases.map(({ text }) => text)).size);
    expect(await shipRules(ctx)).toEqual({ rules: 0, cases: 0 });
    const after = await findLiveRules(db, new Date());
    expect(after.origin).toBe('database');
    expect(after.redFlags.map(({ id }) => id).sort()).toEqual(before.redFlags.map(({ id }) => id).sort());

    // what clinicians decide stays, and a rule that the program changed meanwhile follows the program
    await saveRule(ctx, { rule: hotline('12345'), ends: false, reason: '试改号码' });
    await proposeRule(ctx, { ruleId: 'crisis-hotline', version: 2 });
    await approveRule(second, { ruleId: 'crisis-hotline', version: 2 });
    expect(await hotlineNow()).toBe('12345');
    const older = `update guide_rules set content = jsonb_set(content, '{value}', '"110"') where rule_id = 'emergency-phone'`;
    await db.pool.query(older);
    expect(await shipRules(ctx)).toEqual({ rules: 1, cases: 0 });
    expect(await hotlineNow()).toBe('12345');
    expect((await findLiveRules(db, new Date())).settings).toContainEqual(
      expect.objectContaining({ id: 'emergency-phone', value: '120' }),
    );
  });

  test('two processes that start at once store them once', async () => {
    const other = await openTestDatabase();
    const ctx = await mintEditor(other);
    const outcomes = await Promise.all([shipRules(ctx), shipRules(ctx)]);
    expect(outcomes.map(({ rules }) => rules).sort((a, b) => a - b)).toEqual([0, asContents(shippedRules).length]);
    await other.close();
  });

  test('stand in for a stored rule that cannot be read, and a number cannot be taken away', async () => {
    const ctx = await mintEditor(db);
    const id = shippedRules.redFlags[0]?.id;
    await db.pool.query(`update guide_rules set content = content - 'patterns' where rule_id = $1`, [id]);
    await shipRules(ctx); // forgets what was read, and stores the program's wording as the next version
    await db.pool.query(`update guide_rules set content = content - 'patterns' where rule_id = $1`, [id]);
    const other = { pool: Object.create(db.pool) as typeof db.pool };
    const live = await findLiveRules(other, new Date());
    expect(live.unreadable).toEqual([id]);
    expect(live.redFlags.map((rule) => rule.id)).toContain(id);
    await expect(saveRule(ctx, { rule: hotline('1'), ends: true, reason: '停用热线' })).rejects.toMatchObject(
      refusal('guide-setting-fixed'),
    );
  });
});

describe('test cases', () => {
  const wish = (text: string) => ({
    ...{ id: crypto.randomUUID(), text, facts: { ageMonths: 24 }, expects: 'none' as const, label: '儿科' },
    reason: '门诊常见说法',
  });

  test('are stored once, and leave only by two persons', async () => {
    const [author, second] = [await mintEditor(db), await mintEditor(db)];
    const sentence = wish('孩子指甲边上起倒刺');
    await addCase(author, sentence);
    await addCase(author, sentence);
    await expect(addCase(second, { ...sentence, id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'conflict',
      refusal: { rule: 'guide-case-known' },
    });
    await expect(addCase(author, { ...wish('别的'), label: '外星科' })).rejects.toMatchObject({ code: 'invalid' });
    const own = await listCases(author, { show: 'own', page: 1 });
    expect(own.cases).toMatchObject([{ text: sentence.text, label: '儿科', facts: { ageMonths: 24 } }]);

    await expect(confirmDrop(second, sentence)).rejects.toMatchObject(refusal('guide-drop-not-asked'));
    await askDrop(author, { id: sentence.id, reason: '说法过时' });
    await expect(confirmDrop(author, sentence)).rejects.toMatchObject(refusal('guide-second-person'));
    expect((await listCases(second, { show: 'asked', page: 1 })).cases).toMatchObject([
      { drop: { reason: '说法过时', mine: false } },
    ]);
    await keepCase(second, sentence);
    await askDrop(author, { id: sentence.id, reason: '说法过时' });
    await confirmDrop(second, sentence);
    expect((await listCases(author, { show: 'own', page: 1 })).total).toBe(0);
    await expect(askDrop(author, { id: sentence.id, reason: '再删一次' })).rejects.toMatchObject({ code: 'not-found' });
    const { rows } = await db.pool.query('select action from audit_events where subject_id = $1', [sentence.id]);
    expect(rows.map((row) => row.action).sort()).toEqual([
      'navigation.add-case',
      'navigation.ask-drop-case',
      'navigation.ask-drop-case',
      'navigation.drop-case',
      'navigation.keep-case',
    ]);
  });

  test('and single sentences can be tried on a change without storing anything', async () => {
    const author = await mintEditor(db);
    const rule = {
      kind: 'red-flag' as const,
      content: {
        ...(shippedRules.redFlags[0] as never as object),
        id: 'try-only',
        patterns: [{ all: [['星星掉进耳朵']] }],
      },
    } as Parameters<typeof tryRule>[1]['rule'];
    const tried = await tryRule(author, { rule, ends: false, text: '昨晚星星掉进耳朵', facts: {} });
    expect(tried.before.flags).toEqual([]);
    expect(tried.after.flags).toMatchObject([{ ruleId: 'try-only' }]);
    expect(await tryCases(author, { rule, ends: false })).toMatchObject({ blocked: false, lost: [] });
    expect((await db.pool.query(`select 1 from guide_rules where rule_id = 'try-only'`)).rowCount).toBe(0);
  });
});
