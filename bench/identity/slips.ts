import type { Random } from '#db/seed/random.ts';

/** What goes wrong with characters and digits at registration desks; every table is this benchmark's own. */
const soundAlike = `伟玮炜纬苇 强墙 军君钧均俊 勇永咏 涛韬滔 磊雷蕾 杰洁捷节 超朝 鹏朋 浩昊皓颢 斌彬宾 波博勃 刚钢 辉晖徽挥 飞菲妃 亮靓 鑫新欣心昕馨 洋阳杨扬 凯恺 健建剑
  芳方 敏闽 静靖婧净晶 丽莉俐利立 艳燕彦雁 娟涓鹃 霞遐 婷亭庭 玲铃灵琳林 红宏洪虹鸿 雪 萍平苹 颖影 倩茜欠 丹单 梅玫媚 莹盈颖萤 悦月越玥 瑶谣遥 妍研言严 彤童桐同 琪奇琦祺淇
  国果 志智致 文雯纹 明铭鸣名 德得 子紫梓 宇雨羽语予 晓小筱笑 天添 家佳嘉 云芸耘 金今锦瑾 光广 正政 成诚承程 春椿 学雪 海 世仕士 思斯丝诗 一依伊怡宜 秀绣 玉钰育 雅娅 淑舒书
  美 梦孟 慧惠蕙会 英瑛樱 华桦 珍贞真祯 花华 萱轩宣 晨辰臣尘 泽则 睿瑞锐 章张 陈晨 杨阳 程成 于余俞 付傅 肖萧 阎闫颜 吴武伍 徐许 邱丘 江姜 沈申 龚弓`;
const traditional = `伟偉 军軍 刚剛 杰傑 国國 华華 丽麗 静靜 红紅 云雲 张張 陈陳 刘劉 杨楊 赵趙 黄黃 吴吳 孙孫 马馬 郑鄭 谢謝 许許 邓鄧 冯馮 韩韓 萧蕭 蒋蔣 叶葉 苏蘇 吕呂 钟鍾 谭譚 陆陸 贾賈
  兰蘭 凤鳳 龙龍 辉輝 涛濤 鹏鵬 飞飛 强強 宁寧 阳陽 东東 晓曉 学學 兴興 庆慶 泽澤 诗詩 梦夢 颖穎 婷婷 莹瑩 瑶瑤 蕾蕾 艳艷 洁潔 冰氷 鑫鑫 峰峯 群羣 志誌 启啟 升昇 杰杰 银銀 宝寶 寿壽 荣榮 忆憶`;
const lookAlike = `伟传 军车 勇男 磊垒 浩洁 静睛 莉茉 娟娥 玲怜 敏繁 婷停 晴睛 颖颢 倩情 宇字 宁宇 国固 志忘 文交 明朋 晓哓 云去 海悔 思恩 雨两 萱营 悦悟 晨晟 林材 林村 王玉 李季 杨扬 刘列 陈阵 黄寅 何河 余佘 汪江 邓邔 梁粱 侯候 冉再 付什 田由 石右 白自`;
const rare = '珺翀晢璟彧祎玥骞峤旻芮筠砚蘅禾穗岚屿笙箬';

const groups = (text: string) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => [...one]);
const tables = { sound: groups(soundAlike), traditional: groups(traditional), look: groups(lookAlike) };

/** The name with one character changed in this way, or unchanged where no character can be. */
export function changeCharacter(random: Random, name: string, kind: keyof typeof tables | 'wrong'): string {
  const characters = [...name];
  if (kind === 'wrong') {
    characters[characters.length - 1] = random.pick([...rare]);
    return characters.join('');
  }
  const able = characters.flatMap((one, at) =>
    tables[kind].filter((group) => group.includes(one)).map((group) => ({ at, group })),
  );
  if (able.length === 0) return name;
  const { at, group } = random.pick(able);
  const others = kind === 'sound' ? group.filter((one) => one !== characters[at]) : group.slice(1);
  if (others.length > 0) characters[at] = random.pick(others);
  return characters.join('');
}

/** A number typed wrongly: another digit, two neighbours turned round, one left out, or two digits wrong. */
export function mistype(random: Random, digits: string): string {
  const at = random.int(digits.length - 1);
  const other = (one: string | undefined) => String((Number(one === 'X' ? 0 : one) + 1 + random.int(9)) % 10);
  const put = (text: string, i: number) => text.slice(0, i) + other(text[i]) + text.slice(i + 1);
  const kind = random.next();
  if (kind < 0.6) return put(digits, at);
  if (kind < 0.85) return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
  if (kind < 0.95) return digits.slice(0, at) + digits.slice(at + 1);
  return put(put(digits, at), (at + 5) % (digits.length - 1));
}

/** A date some days off, with day and month turned round, or with one digit of the year wrong. */
export function mistakeDate(random: Random, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const kind = random.next();
  if (kind < 0.3 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind < 0.7) return `${year}-${month}-${String(1 + random.int(28)).padStart(2, '0')}`;
  if (kind < 0.85) return `${year}-${String(1 + random.int(12)).padStart(2, '0')}-${day}`;
  return `${Number(year) + (random.chance(0.5) ? 1 : -1)}-${month}-${day}`;
}
