import { normaliseTerm } from './normalise.ts';

/** A text cut into clauses, each with what its words make of a term in it. */
export type Statements = { text: string; clauses: Clause[] };
type Clause = { start: number; end: number; past: boolean; asked: boolean };

const acute = /突然|忽然|刚才|刚|现在|正在|马上|分钟|小时|今天|今早|今晚|半夜|昨晚|又/;
const past =
  /去年|前年|上个月|以前|曾经|年前|月前|周前|小时候|病史|后遗症|恢复期|恢复得|复查|复诊|随访|康复|体检|出院|稳定|好多年|治好|痊愈|做过/;
const prevention =
  /预防|防止|科普|培训|讲座|保险|疫苗|遗传|电视|新闻|电影|小说|课本|论文|考试|急救知识|怎么识别|如何识别|有哪些|什么症状|哪些症状|注意什么/;
const supposed =
  /会不会是|会不会得|怕是|怕得|害怕|担心|怀疑是|是不是得了|会引起|会导致|会得|能引起|可能会|容易得|容易引起|前兆|先兆|什么意思|区别|听说|概率|几率|怎么急救/;

export function readStatements(text: string): Statements {
  const clauses: Clause[] = [];
  for (const sentence of text.matchAll(/[^。]+/g)) {
    const guarded = prevention.test(sentence[0]) && !/突然|刚才|分钟前|小时前|正在/.test(sentence[0]);
    for (const { 0: words, index } of sentence[0].matchAll(/[^，]+/g)) {
      const start = sentence.index + index;
      clauses.push({
        start,
        end: start + words.length,
        past: past.test(words) && !acute.test(words),
        asked: guarded || supposed.test(words),
      });
    }
  }
  return { text, clauses };
}

// 没办法, 不停, 无力 and the like deny nothing
const denies =
  /(?<!有)(?:没有|没什么|没出现|没发生|没(?!办法|法|知觉|气|奶|尿|完|好|力|精神|命|怎么|几)|否认|未见|未出现|无(?!法|力|尿|故|意识|缘|明显诱因|法)|并非|不是|排除|不伴|也不|不(?!得|停|止|住|行|能|了|出|上|动|开|醒|到|知|小心|舒服|舒|断|过|清|全|足|良|适|孕|明|敢|想))[^，。但却而只]{0,8}$/;
const farDenial = /(?:没有|没出现|否认|未见|不伴有?|无)[^，。但却而只]{0,24}、[^，。但却而只]{0,10}$/;
const deniedAfter =
  /^(?:的症状|的情况)?(?:都|也|已经|早就)?(?:没有(?!呼吸|脉搏|心跳|反应|意识|知觉)|没了|消失|好了|不明显|阴性|排除)/;

const compiled = new Map<string, string[]>();
function partsOf(term: string): string[] {
  let parts = compiled.get(term);
  if (!parts) {
    parts = normaliseTerm(term).split('…');
    if (compiled.size > 20_000) compiled.clear();
    compiled.set(term, parts);
  }
  return parts;
}

const gap = 10;

/** Does the text say that this is so, now? Not when it is denied, past, supposed or merely asked about. */
export function states(said: Statements, term: string): boolean {
  const parts = partsOf(term);
  for (let at = begin(said.text, parts, 0); at; at = begin(said.text, parts, at.start + 1)) {
    if (isStated(said, at.start, at.end)) return true;
  }
  return false;
}

/** Does the text contain the words at all, in whatever sense? */
export const mentions = (said: Statements, term: string): boolean => begin(said.text, partsOf(term), 0) !== null;

function begin(text: string, parts: string[], from: number): { start: number; end: number } | null {
  const first = parts[0] ?? '';
  for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    const whole = parts.slice(1).every((part) => {
      const next = text.indexOf(part, end);
      if (next < 0 || next - end > gap || text.slice(end, next).includes('。')) return false;
      end = next + part.length;
      return true;
    });
    if (whole) return { start, end };
  }
  return null;
}

/** Is what stands at this place of the text said of the person, now? */
export function isStated({ text, clauses }: Statements, start: number, end: number): boolean {
  const clause = clauses.find((candidate) => start < candidate.end && candidate.start <= start);
  if (!clause || clause.past || clause.asked) return false;
  const before = text.slice(clause.start, start);
  return !denies.test(before) && !farDenial.test(before) && !deniedAfter.test(text.slice(end, end + 8));
}
