import { describe, expect, it } from 'vitest';
import type { RedFlagRule } from '../understand/schema.ts';
import { isFound, passes, replay, type StoredCase } from './replay.ts';
import type { RuleSet } from './rule-set.ts';
import type { Outcome } from './schema.ts';
import { redFlag } from './testing/guide-house.ts';

const flag = (id: string, term: string, kind: RedFlagRule['kind'] = 'emergency') =>
  redFlag(id, term, { kind }).content as RedFlagRule;
const set = (...redFlags: RedFlagRule[]): RuleSet => ({ redFlags, adviceRules: [], settings: [] });
const stored = (text: string, expects: Outcome): StoredCase => ({ id: text, text, facts: {}, expects, label: null });
const cases = [
  stored('我看见紫色的龙', 'emergency'),
  stored('我看见蓝色的猫', 'none'),
  stored('我听见铜锣声', 'crisis'),
];
const run = (before: RuleSet, after: RuleSet) => replay(cases, { before, after, setBefore: 'a', setAfter: 'b' });

describe('a replay', () => {
  it('stops a change that loses an alarm, and names the case', async () => {
    const view = await run(set(flag('dragon', '紫色的龙')), set());
    expect(view).toMatchObject({ blocked: true, cases: 3, emergencies: 2, missed: 2 });
    expect(view.lost).toMatchObject([{ caseId: '我看见紫色的龙', before: 'emergency', after: 'none' }]);
  });
  it('counts what is newly found and newly raised without stopping', async () => {
    const view = await run(set(), set(flag('dragon', '紫色的龙'), flag('cat', '蓝色的猫')));
    expect(view.blocked).toBe(false);
    expect(view.found.map(({ caseId }) => caseId)).toEqual(['我看见紫色的龙']);
    expect(view.raised.map(({ caseId }) => caseId)).toEqual(['我看见蓝色的猫']);
    expect(view.failed.map(({ caseId }) => caseId)).toEqual(['我看见蓝色的猫', '我听见铜锣声']);
    expect((await run(set(flag('cat', '蓝色的猫')), set())).quieted).toHaveLength(1);
  });
  it('takes an emergency that becomes a crisis for lost, and a crisis that becomes an emergency for found', async () => {
    const lost = await run(set(flag('dragon', '紫色的龙')), set(flag('dragon', '紫色的龙', 'crisis')));
    expect(lost.lost).toHaveLength(1);
    const kept = await run(set(flag('gong', '铜锣声', 'crisis')), set(flag('gong', '铜锣声')));
    expect(kept.lost).toEqual([]);
  });
  it('sees another first department', async () => {
    const rule = redFlag('skin', '紫色的龙');
    const advice = {
      ...{ ...rule.content, kind: undefined, effects: [{ label: '口腔科' as const, weight: 8 }] },
      patterns: [{ all: [['蓝色的猫']] }],
    };
    const view = await run(set(), { ...set(), adviceRules: [advice] });
    expect(view.departments).toMatchObject([{ caseId: '我看见蓝色的猫', after: '口腔科' }]);
  });
});

describe('a case', () => {
  it('passes when the outcome is right and, where one is named, the department is among the first three', () => {
    const eye = { ...stored('x', 'none'), label: '眼科' };
    expect(passes(eye, { outcome: 'none', labels: ['骨科', '眼科', '儿科'] })).toBe(true);
    expect(passes(eye, { outcome: 'none', labels: ['骨科', '儿科', '口腔科'] })).toBe(false);
    expect(passes(eye, { outcome: 'fever', labels: ['眼科'] })).toBe(false);
  });
  it('of an emergency is found by 120 alone', () => {
    expect(isFound({ expects: 'emergency' }, { outcome: 'crisis', labels: [] })).toBe(false);
    expect(isFound({ expects: 'crisis' }, { outcome: 'emergency', labels: [] })).toBe(true);
  });
});
