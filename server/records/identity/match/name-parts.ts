import { pinyin, polyphonic } from 'pinyin-pro';
import { simplify } from './variants.ts';

/** A name taken apart. `family` is '' for people whose names have none, and where nobody can tell. */
export type NameParts = {
  /** As written, without what is only a habit of writing. */
  plain: string;
  family: string;
  given: string;
  /** How each character or Latin syllable may sound, without tones. */
  sounds: readonly (readonly string[])[];
};

/** Family names of two characters (百家姓); a given name may begin with the second character by chance. */
const compound = new Set(
  `欧阳 司马 上官 诸葛 尉迟 皇甫 东方 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 轩辕 独孤 南宫 西门 万俟 端木 闻人 澹台 公冶 宗政 濮阳 淳于 单于
   太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 亓官 司寇 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 百里 呼延 东郭 南门 羊舌 梁丘 左丘`
    .split(/\s+/)
    .filter(Boolean),
);

// spaces, hyphens, and every dot that stands between the parts of a minority name: U+00B7, 2022, 2027, 2219, 22C5, 30FB, FF65
const between = /[\s\-_'’.·•‧∙⋅・･․。]/gu;

/** Full-width letters, dots, spaces, case and traditional characters are habits of writing. */
export const plainName = (name: string): string => simplify(name.normalize('NFKC')).replace(between, '').toLowerCase();

const han = /\p{Script=Han}/u;
const memory = new Map<string, readonly string[]>();
const remember = (key: string, make: () => readonly string[]): readonly string[] => {
  const known = memory.get(key) ?? make();
  if (memory.size < 30_000) memory.set(key, known);
  return known;
};

const soundsOf = (character: string): readonly string[] =>
  remember(character, () => {
    const usual = pinyin(character, { toneType: 'none', v: true });
    const all = (polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] as string[] | undefined) ?? [];
    return [...new Set([usual, ...all])];
  });

/** 单 is Shan and 仇 Qiu as a family name; the everyday reading comes after it. */
const familySounds = (character: string, family: string, at: number): readonly string[] =>
  remember(`${family}/${at}`, () => {
    const read = pinyin(family, { toneType: 'none', type: 'array', surname: 'all', v: true })[at] ?? '';
    return [...new Set([read, ...soundsOf(character)])].filter(Boolean);
  });

const syllable =
  /[bpmfdtnlgkhjqxzcsryw]?h?(?:[iuvü]?(?:ang|eng|ing|ong|an|en|in|un|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|a|o|e|i|u|v|ü))/g;

/** Takes a name apart; `undotted` family names of two characters are known by a list. */
export function partsOf(name: string): NameParts {
  const plain = plainName(name);
  if (!han.test(plain))
    return { plain, family: '', given: plain, sounds: (plain.match(syllable) ?? []).map((one) => [one]) };
  const characters = [...plain];
  const dotted = /[·•‧∙⋅・･․]/u.test(name);
  const familySize = dotted || characters.length > 4 ? 0 : familySizeOf(plain, characters.length);
  const family = characters.slice(0, familySize).join('');
  const sounds = characters.map((one, at) => (at < familySize ? familySounds(one, family, at) : soundsOf(one)));
  return { plain, family, given: characters.slice(familySize).join(''), sounds };
}

function familySizeOf(plain: string, size: number): number {
  if (size < 2) return 0;
  return size > 2 && compound.has(plain.slice(0, 2)) ? 2 : 1;
}

/** The sound most people would give the name; the same for every way of writing it. */
export const soundOf = (name: NameParts): string => name.sounds.map((one) => one[0] ?? '').join(' ');

/** In Sichuan n and l, zh and z, ch and c, sh and s, h and f, and -n and -ng are not told apart by ear. */
export const dialectSound = (sound: string): string =>
  sound
    .replace(/([zcs])h/g, '$1')
    .replace(/\bn/g, 'l')
    .replace(/\bf(?=u\b)/g, 'h')
    .replace(/([ie])ng\b/g, '$1n');

const placeholder =
  /^(?:无名|不详|未知|佚名|未命名|新生儿|待定|unknown|baby)|(?:之|的)?(?:长|次|大|小|双胎[一二甲乙12ab])?(?:之[子女婴]|婴儿?|毛毛|毛孩|宝宝|宝贝|baby)[一二甲乙12ab]?$/u;
const unnamedChild = /^(.{1,4}?)之(?:长|次|大|小|三)?[子女婴]/u;

/** 李梅之女, 新生儿, 无名氏: words in place of a name that nobody bears yet. */
export const isPlaceholder = (name: string): boolean => {
  const plain = plainName(name);
  return plain.length > 1 && (placeholder.test(plain) || unnamedChild.test(plain));
};

/** 李梅 in 李梅之女; '' where a placeholder names no parent. */
export const parentIn = (name: string): string => unnamedChild.exec(plainName(name))?.[1] ?? '';

/** 1 in 李梅之长子 and 李梅之女A, 2 in 次子 and B; null where the words do not say. */
export function orderIn(name: string): number | null {
  const plain = plainName(name);
  if (!isPlaceholder(name)) return null;
  if (/之[长大]|(?:[子女婴]|胎|宝宝)[一甲1a]$/u.test(plain)) return 1;
  return /之[次小]|(?:[子女婴]|胎|宝宝)[二乙2b]$/u.test(plain) ? 2 : null;
}
