import type { NameParts } from './name-parts.ts';

/**
 * Shares of family names in per ten thousand, rounded, from the national counts published for 2019–2021 by the
 * Ministry of Public Security; the rest are rarer than the last of these.
 */
const families: Record<string, number> = Object.fromEntries(
  `王724 李718 张681 刘537 陈450 杨308 黄224 赵209 吴200 周193 徐145 孙143 马131 朱125 胡121 林118 郭117 何113 高104 罗99 郑90 梁83 谢77 宋72 唐67
   许66 邓63 冯62 韩62 曹60 曾58 彭57 肖56 蔡54 潘53 田53 董52 袁51 于49 余48 叶47 蒋47 杜46 苏45 魏45 程44 吕43 丁42 沈41 任41 姚40 卢40 傅39 钟39 姜38
   崔38 谭37 廖36 范36 汪36 陆35 金34 石33 戴33 贾32 韦31 夏31 邱30 方29 侯29 邹28 熊28 孟27 秦27 白26 江26 阎26 薛25 尹24 段23 雷23 黎22 史22 龙21 陶20`
    .split(/\s+/)
    .map((one) => [one.charAt(0), Number(one.slice(1)) / 10_000]),
);
const rareFamily = 0.0006;

/** Given names that many bear, in about one of 250 and more of those of their family name. */
const commonGiven = new Set(
  `伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 秀英 桂英 玉兰 桂兰 秀兰 玉梅 建国 建华 建军 志强 志明 秀珍 淑英 丽娟 婷婷 浩 鑫 宇 鹏 红 玲 燕
   浩宇 浩然 子轩 子涵 梓涵 宇轩 欣怡 诗涵 一诺 雨桐 梓轩 佳怡 俊杰 可馨 子豪 思涵 雨欣 沐宸 奕辰 欣妍 宇航 梓萱`
    .split(/\s+/)
    .filter(Boolean),
);
const given = { common: 0.003, oneCharacter: 0.0015, twoCharacters: 0.0004, whole: 0.000_1 };

/** How rare it is that two strangers bear this name, in bits. Names without a family part are rarer than their syllables. */
export function nameBits(name: NameParts): number {
  const share = name.family === '' ? given.whole * 2 : (families[name.family] ?? rareFamily) * givenShare(name.given);
  return Math.min(18, -Math.log2(share));
}

function givenShare(text: string): number {
  if (commonGiven.has(text)) return given.common;
  return text.length < 2 ? given.oneCharacter : given.twoCharacters;
}
