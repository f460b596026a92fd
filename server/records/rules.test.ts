import { expect, test } from 'vitest';
import { isNewer, topicOf } from './rules.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

test.each<[string, [string, number], [string, number], boolean]>([
  ['the same version', ['1', 0], ['1', 0], false],
  ['a higher count', ['10', 0], ['9', 0], true],
  ['a lower count with a later stamp', ['9', 9], ['10', 0], false],
  ['a higher count with an earlier stamp: the clock was set back', ['11', 0], ['10', 9], true],
  ['words, later', ['b', 1], ['a', 0], true],
  ['words, earlier', ['b', 0], ['a', 1], false],
  ['the same count, changed later', ['1', 1], ['1', 0], true],
])('%s', (_name, [version, updated], [known, knownAt], newer) => {
  expect(isNewer({ version, updated: at(updated) }, { version: known, updated: at(knownAt) })).toBe(newer);
});

test.each<[string[], string, string]>([
  [['Z34.9'], '', 'family_planning'],
  [['O80'], '', 'family_planning'],
  [['I10', 'F32.1'], '', 'mental_health'],
  [['B24'], '', 'sexual_health'],
  [['A49.9'], '', 'general'],
  [['Z40.0'], '', 'general'],
  [[], '孕产期保健', 'family_planning'],
  [[], '人绒毛膜促性腺激素', 'family_planning'],
  [[], '宫内节育器放置术', 'family_planning'],
  [[], '屈螺酮炔雌醇片', 'family_planning'],
  [[], '输精管结扎术', 'family_planning'],
  [[], '痔结扎术', 'general'],
  [[], 'Insertion of subcutaneous contraceptive', 'family_planning'],
  [[], 'HIV抗体', 'sexual_health'],
  [[], '血红蛋白', 'general'],
  [['I10'], '高血压', 'general'],
])('%j %s is %s', (icd, title, topic) => {
  expect(topicOf(icd, title)).toBe(topic);
});
