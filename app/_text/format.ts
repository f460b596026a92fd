import type { Locale } from './locale.ts';

const zone = 'Asia/Shanghai';
const weekdays = { 'zh-CN': ['日', '一', '二', '三', '四', '五', '六'] };

/** An instant, or a calendar day 'YYYY-MM-DD' as noon in the region, which no zone can move to another day. */
const toDate = (value: Date | string): Date =>
  typeof value === 'string' ? new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value) : value;

function parts(value: Date | string) {
  const local = new Date(toDate(value).getTime() + 8 * 3_600_000);
  const iso = local.toISOString();
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    week: local.getUTCDay(),
    time: iso.slice(11, 16),
    iso: iso.slice(0, 10),
  };
}

export type Format = ReturnType<typeof createFormat>;

/** Dates, times and money as people here read them, always in the region's zone. Works on both sides. */
export function createFormat(locale: Locale) {
  const zh = locale === 'zh-CN';
  const english = (value: Date | string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(toDate(value)).replace(',', '');
  const time = (value: Date | string) => parts(value).time;
  /** 11月24日 周二 · Tue 24 Nov */
  const day = (value: Date | string) => {
    const p = parts(value);
    if (!zh) return english(value, { weekday: 'short', day: 'numeric', month: 'short' });
    return `${p.month}月${p.day}日 周${weekdays['zh-CN'][p.week]}`;
  };
  const span = (start: Date | string, end: Date | string) => `${time(start)}–${time(end)}`;
  return {
    time,
    day,
    /** 2026年11月24日 星期二 · Tuesday 24 November 2026 */
    dayLong: (value: Date | string) => {
      const p = parts(value);
      if (!zh) return english(value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
      return `${p.year}年${p.month}月${p.day}日 星期${weekdays['zh-CN'][p.week]}`;
    },
    weekday: (value: Date | string) =>
      zh ? `周${weekdays['zh-CN'][parts(value).week]}` : english(value, { weekday: 'short' }),
    /** 11/24 */
    dayShort: (value: Date | string) => `${parts(value).month}/${parts(value).day}`,
    /** 09:00–09:30 */
    span,
    /** 11月24日 周二 09:00–09:30 */
    visit: (start: Date | string, end: Date | string) => `${day(start)} ${span(start, end)}`,
    /** 11月24日 周二 17:00 */
    moment: (value: Date | string) => `${day(value)} ${time(value)}`,
    /** 2026-11-24 17:00, for records and tables */
    stamp: (value: Date | string) => `${parts(value).iso} ${time(value)}`,
    isoDay: (value: Date | string) => parts(value).iso,
    /** 15 元 · ¥15 */
    money: (fen: number) => {
      const yuan = fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
      return zh ? `${yuan} 元` : `¥${yuan}`;
    },
    /** 高血压、糖尿病 · fever, cough */
    list: (items: readonly string[]) => items.filter(Boolean).join(zh ? '、' : ', '),
    /** What stands behind a word in brackets: 张三（本人） · Zhang San (you) */
    aside: (word: string, behind: string) => (zh ? `${word}（${behind}）` : `${word} (${behind})`),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
  };
}
