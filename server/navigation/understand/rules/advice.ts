import type { AdviceRule } from '../schema.ts';
import { when } from './write-rule.ts';

const validFrom = '2026-11-23';

/** Advice that must not be left to a model: who the person is decides the door. Version 1 in the database. */
export const adviceRules: readonly AdviceRule[] = [
  {
    id: 'child-to-paediatrics',
    name: { zh: '儿童先看儿科', en: 'Children see a paediatrician' },
    reason: { zh: '14 岁以下一般先看儿科。', en: 'Under 14, paediatrics is usually the first door.' },
    source: '医疗机构诊疗科目名录（儿科）',
    validFrom,
    patterns: [when(['孩子 宝宝 儿子 女儿 小儿 婴 儿童 幼儿'], { ageMonths: { max: 168 } })],
    effects: [{ label: '儿科', weight: 3 }],
  },
];
