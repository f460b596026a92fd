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
  {
    id: 'chest-and-head-to-cardiology',
    name: { zh: '头痛头晕又胸痛，先量血压', en: 'Headache or dizziness with chest pain: blood pressure first' },
    reason: {
      zh: '头痛、头晕和胸痛胸闷一起出现，先查心脏和血压。',
      en: 'Headache or dizziness together with chest pain: heart and blood pressure first.',
    },
    source: '中国高血压防治指南（2024 年修订版）',
    validFrom,
    patterns: [when(['头痛 头晕', '胸痛 胸闷'], { none: '咳痰 咳嗽 发热' })],
    effects: [{ label: '心血管内科', weight: 1.2 }],
  },
  {
    id: 'headache-with-vision-to-neurology',
    name: { zh: '头痛又看不清', en: 'Headache with disturbed sight' },
    reason: {
      zh: '头痛同时看东西模糊，先看神经内科。',
      en: 'Headache together with disturbed sight: neurology first.',
    },
    source: '中国偏头痛诊断与治疗指南（2022）',
    validFrom,
    patterns: [
      when(['头痛 偏头痛', '视力模糊 看东西模糊 看不清 怕光'], { none: '眼睛痛 眼痛 眼睛红 糖尿病 多饮多尿' }),
    ],
    effects: [{ label: '神经内科', weight: 1.2 }],
  },
  {
    id: 'cold-to-respiratory',
    name: { zh: '感冒样的不舒服', en: 'A cold with cough or fever' },
    reason: {
      zh: '流涕、喷嚏加上咳嗽或发热，先看呼吸内科。',
      en: 'A running nose with cough or fever: respiratory medicine first.',
    },
    source: '普通感冒规范诊治的专家共识',
    validFrom,
    patterns: [
      when(['流鼻涕 打喷嚏 鼻塞', '咳嗽 发热 寒战 肌肉酸痛'], { ageMonths: { min: 168 }, none: '过敏性鼻炎 鼻窦炎' }),
    ],
    effects: [{ label: '呼吸内科', weight: 1.2 }],
  },
  {
    id: 'fever-and-rash-to-infection',
    name: { zh: '发热又出疹', en: 'Fever with a rash' },
    reason: {
      zh: '发热同时出疹，先排除传染病。',
      en: 'Fever together with a rash: an infectious disease is ruled out first.',
    },
    source: '发热待查诊治专家共识',
    validFrom,
    patterns: [when(['发热 高热', '皮疹 红疹 疹子 红点'], { ageMonths: { min: 168 } })],
    effects: [{ label: '感染科', weight: 1.2 }],
  },
];
