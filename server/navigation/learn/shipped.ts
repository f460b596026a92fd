import { adviceRules } from '../understand/rules/advice.ts';
import { redFlags } from '../understand/rules/red-flags.ts';
import type { RuleSet } from './rule-set.ts';
import type { SettingRule } from './schema.ts';

const validFrom = '2026-11-23';

/** Numbers that the guide gives out, dated like rules because they change. */
const settings: readonly SettingRule[] = [
  {
    id: 'crisis-hotline',
    name: { zh: '心理援助热线', en: 'Mental-health crisis hotline' },
    reason: { zh: '情绪危机时先打的电话，全天有人接听。', en: 'The first number to call in a mental-health crisis.' },
    source: '国家卫生健康委：12356 全国统一心理援助热线（示例，投入使用前核对）',
    validFrom,
    value: '12356',
  },
  {
    id: 'emergency-phone',
    name: { zh: '急救电话', en: 'Ambulance' },
    reason: { zh: '可能危及生命时打的电话。', en: 'The number to call when a life may be in danger.' },
    source: '院前医疗急救管理办法（120）',
    validFrom,
    value: '120',
  },
];

/** The rules that come with the program, reviewed with its code: version 1 of each in the database. */
export const shippedRules: RuleSet = { redFlags, adviceRules, settings };
