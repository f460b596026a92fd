import { pinyin } from 'pinyin-pro';

/**
 * Everyday names for departments of the national catalogue (诊疗科目名录, 卫医发〔1994〕27号): people look
 * for 儿科 where the catalogue says 小儿 (E8). Each row lists words that stand for one another.
 */
const sameThing: readonly (readonly string[])[] = [
  ['儿科', '小儿内科', '小儿'],
  ['妇科', '妇产科'],
  ['产科', '妇产科', '产检', '孕检'],
  ['骨科', '骨伤科', '正骨'],
  ['心内科', '心血管内科', '心脏科'],
  ['肾内科', '肾病学', '肾病'],
  ['神内', '神经内科'],
  ['消化科', '消化内科', '肠胃科', '胃肠科'],
  ['呼吸科', '呼吸内科'],
  ['泌尿科', '泌尿外科'],
  ['五官科', '耳鼻咽喉科', '耳鼻喉科'],
  ['牙科', '口腔科', '口腔'],
  ['皮肤科', '皮肤病'],
  ['中医', '中医科'],
  ['肿瘤科', '癌症', '肿瘤'],
  ['康复科', '康复医学科', '理疗'],
  ['精神科', '心理科', '精神卫生'],
  ['糖尿病', '内分泌'],
];

/** What is typed, without blanks and in lower case, and the words that mean the same: at most six. */
export function termsOf(q: string): string[] {
  const term = q.toLowerCase().replace(/\s+/g, '');
  if (term === '') return [];
  const others = sameThing.filter((row) => row.includes(term)).flat();
  return [...new Set([term, ...others])].slice(0, 6);
}

/** How Chinese words sound, as the pinyin columns spell it; null for words that hold fewer than two characters. */
export function soundOf(q: string): string | null {
  const term = q.replace(/\s+/g, '');
  if ((term.match(/[一-鿿]/g)?.length ?? 0) < 2) return null;
  const syllables = pinyin(term, { toneType: 'none', type: 'array', v: true });
  return syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A place on the ranked list: score first, then id, so that pages neither repeat nor skip. */
export type Position = { score: number; id: string };
export const toCursor = (at: Position): string => `${at.score}.${at.id}`;
export function fromCursor(cursor: string | null | undefined): Position | null {
  const found = /^(\d{1,9})\.(.{1,40})$/.exec(cursor ?? '');
  return found?.[1] && found[2] ? { score: Number(found[1]), id: found[2] } : null;
}
