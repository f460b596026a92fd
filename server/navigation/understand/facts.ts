import type { Facts } from './schema.ts';

const digits = '零一二三四五六七八九';
const number = '([0-9]{1,3}(?:\\.[0-9])?|[一二两三四五六七八九十半]{1,3})';

function amountOf(written: string): number {
  if (/^[0-9.]+$/.test(written)) return Number(written);
  if (written === '半') return 0.5;
  const plain = written.replace('两', '二');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain];
  const ten = plain.includes('十') ? (tens ? digits.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? Math.max(0, digits.indexOf(ones.charAt(0))) : 0);
}

const years = new RegExp(`${number}周?岁(?!前|以前|时|的时候)`);
// only such words may stand between the child and the age: "孩子发热3天" is a duration
const named =
  '(?:宝宝|孩子|新生儿|儿子|女儿|男宝|女宝|宝|女婴|男婴)(?:男孩|女孩|今天|现在|出生|生下来|已经|刚刚|才|刚|有|都|快|，)*';
const monthsOld = new RegExp(
  `${named}${number}个?半?多?月|${number}个?半?多?月(?:大|的?宝|的?孩|的?婴|的?女儿|的?儿子|龄|了，?宝)`,
);
const daysOld = new RegExp(
  `${named}${number}天(?=$|[，。了大的])|${named}([1-9][0-9]|[一二三四五六七八九]?十[一二三四五六七八九]?)天(?=[发不])|(?:出生|生下来|生后)[^，。]{0,3}?${number}天|${number}天大?的?(?:宝宝|新生儿|婴)`,
);
const lasting = new RegExp(`${number}(天|日|周|个?星期|个?多?月|年)(?!大|的?宝|龄|前出生|龄)`);
const daysIn: Record<string, number> = {
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  个星期: 7,
  月: 30,
  个月: 30,
  多月: 30,
  个多月: 30,
  年: 365,
};

/** Age where only a word hints at it: enough to tell a child from an adult, no more. */
const hints: readonly (readonly [RegExp, number])[] = [
  [/新生儿|刚出生|未满月|没满月|早产儿|出生没几天|月子里的宝/, 0],
  [/宝宝|男宝|女宝|女婴|男婴|母乳喂养|尿不湿|奶粉|吃奶/, 12],
  [/孩子|儿童|小儿|幼儿|男孩|女孩|小学|幼儿园|我儿|我女儿|儿子|女儿/, 60],
  [/老人|老年|奶奶|爷爷|外婆|外公|婆婆|公公|老太|老爷子|老头/, 840],
];

/** What the normalised text itself says of the person; what was asked for beforehand goes first. */
export function readFacts(text: string, given: Facts = {}): Facts {
  return {
    ageMonths: given.ageMonths ?? readAge(text),
    sex: given.sex ?? readSex(text),
    pregnant: given.pregnant ?? readPregnancy(text),
    days: given.days ?? readDays(text),
  };
}

function readAge(text: string): number | undefined {
  const year = years.exec(text);
  if (year?.[1]) return Math.round(amountOf(year[1]) * 12);
  const day = daysOld.exec(text);
  const inDays = day?.slice(1).find((written) => written);
  if (inDays) return Math.floor(amountOf(inDays) / 30);
  const month = monthsOld.exec(text);
  const inMonths = month?.[1] ?? month?.[2];
  if (inMonths) return Math.floor(amountOf(inMonths));
  return hints.find(([hint]) => hint.test(text))?.[1];
}

function readSex(text: string): Facts['sex'] {
  if (/月经|白带|怀孕|孕妇|产后|阴道|子宫|老婆|妻子|妈妈|母亲|奶奶|女性|，女，|女友|女朋友|媳妇|外婆|婆婆/.test(text))
    return 'female';
  if (/阴茎|睾丸|包皮|前列腺|老公|丈夫|爸爸|父亲|爷爷|男性|，男，|男友|男朋友|外公|公公/.test(text)) return 'male';
  return undefined;
}

function readPregnancy(text: string): boolean | undefined {
  if (/没有怀孕|没怀孕|未怀孕|备孕|不孕|怀孕过|想怀孕|怀不上|准备怀孕/.test(text)) return undefined;
  return /怀孕|孕妇|孕[0-9一二三四五六七八九十]{1,3}[周个月]|胎动|孕早|孕中|孕晚|羊水|见红|临产/.test(text)
    ? true
    : undefined;
}

function readDays(text: string): number | undefined {
  const found = lasting.exec(text);
  return found?.[1] && found[2] ? Math.round(amountOf(found[1]) * (daysIn[found[2]] ?? 1)) : undefined;
}
