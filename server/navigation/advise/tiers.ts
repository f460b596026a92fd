import type { Bilingual, Facts } from '../understand/schema.ts';
import type { Sureness } from './rules.ts';

export type Told = { words: string; facts: Facts; first: string; sureness: Sureness };
export type TierAdvice = { advice: 'township' | 'hospital'; rule: string; reason: Bilingual; source: string };

/** 基层首诊、双向转诊、急慢分治、上下联动: where the tiers of care come from. */
const tiersOfCare = '国办发〔2015〕70号《关于推进分级诊疗制度建设的指导意见》';
const basicList = '国家卫生健康委《乡镇卫生院服务能力标准（2022版）》常见病多发病';

const chronic =
  /高血压|血压高|糖尿病|血糖高|冠心病|慢阻肺|支气管炎|脑梗后遗症|中风后|高血脂|hypertension|high blood pressure|diabetes/i;
const steady = /复查|复诊|开药|拿药|取药|配药|续方|续药|量血压|测血糖|随访|稳定|refill|follow.?up|check.?up/i;

/** Departments whose diagnosis needs machines or hands that a township centre lacks. */
const needsHospital = new Set([
  '03.05',
  '03.06',
  '03.08',
  '04.02',
  '04.04',
  '04.05',
  '04.08',
  '05',
  '10',
  '12',
  '15',
  '19',
]);
/** Departments whose common complaints a township centre sees every day. */
const everyday = new Set(['03.01', '03.02', '03.07', '11', '13', '16', '50']);
const shortDays = 14;
const youngest = 36;
const oldest = 65 * 12;

type Rule = TierAdvice & { when: (told: Told) => boolean };

/** Asked in this order; the first that fits is the advice (E6). */
const rules: readonly Rule[] = [
  {
    rule: 'pregnant-or-infant',
    advice: 'hospital',
    reason: {
      zh: '孕妇和一岁以内的婴儿情况变化快，建议直接到有产科或儿科的医院。',
      en: 'Pregnancy and infancy change fast: go straight to a hospital with obstetrics or paediatrics.',
    },
    source: tiersOfCare,
    when: ({ facts }) => facts.pregnant === true || (facts.ageMonths !== undefined && facts.ageMonths < 12),
  },
  {
    rule: 'stable-chronic',
    advice: 'township',
    reason: {
      zh: '慢性病病情稳定时，复查和开药在社区卫生服务中心或乡镇卫生院就可以，离家近、自付少；有变化再转上级医院。',
      en: 'A long-term illness that is stable can be checked and refilled at the township centre: nearer and cheaper. It refers you on if something changes.',
    },
    source: tiersOfCare,
    when: ({ words }) => chronic.test(words) && steady.test(words),
  },
  {
    rule: 'needs-specialist',
    advice: 'hospital',
    reason: {
      zh: '这一类问题多半要专科检查，基层通常做不了，可以直接到县级或以上医院。',
      en: 'This usually needs a specialist’s examination that a township centre cannot do: a county hospital or above is right.',
    },
    source: tiersOfCare,
    when: ({ first, sureness }) => needsHospital.has(first) && sureness !== 'unsure',
  },
  {
    rule: 'common-and-short',
    advice: 'township',
    reason: {
      zh: '时间不长的常见不舒服，可以先在社区卫生服务中心或乡镇卫生院看，多数当天能解决；需要时由医生转诊，自付更少。',
      en: 'A common complaint of a few days can be seen at the township centre first, mostly the same day; with its referral the hospital costs you less.',
    },
    source: basicList,
    when: ({ first, facts }) =>
      everyday.has(first) &&
      facts.days !== undefined &&
      facts.days <= shortDays &&
      (facts.ageMonths === undefined || (facts.ageMonths >= youngest && facts.ageMonths < oldest)),
  },
  {
    rule: 'not-sure',
    advice: 'township',
    reason: {
      zh: '只凭描述还分不清，先请附近的全科医生看，比直接挂错科更省时间和钱。',
      en: 'Words alone do not settle it: a general practitioner near you costs less time and money than the wrong clinic.',
    },
    source: tiersOfCare,
    when: ({ sureness }) => sureness === 'unsure',
  },
];

const otherwise: TierAdvice = {
  rule: 'hospital-first-visit',
  advice: 'hospital',
  reason: {
    zh: '第一次看这个问题，县级医院一般就能看；需要更专门的检查时再转到市里。',
    en: 'For a first visit a county hospital will usually do; it refers you to the city when more is needed.',
  },
  source: tiersOfCare,
};

/** Where to begin. Pure: what was told in, a dated rule with its source out. */
export function tierOf(told: Told): TierAdvice {
  const { when: _, ...found } = rules.find((rule) => rule.when(told)) ?? { ...otherwise, when: () => true };
  return found;
}
