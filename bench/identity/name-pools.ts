import { weighted } from '#db/seed/random.ts';

/**
 * Names as parents give them, by how often characters are chosen (our own estimate, Zipf-like). Written apart from
 * what the matcher knows of names, so that it is not tested with its own tables.
 */
const zipf = (text: string, power: number) => weighted([...text].map((one, i) => [one, 1 / (i + 3) ** power] as const));
const words = (text: string) => text.split(/\s+/).filter(Boolean);

export const family = weighted(
  words(
    `王72 李72 张68 刘54 陈45 杨31 黄22 赵21 吴20 周19 徐14 孙14 马13 朱12 胡12 林12 郭12 何11 高10 罗10 郑9 梁8 谢8 宋7 唐7 许7 邓6 冯6 韩6 曹6 曾6 彭6 肖6 蔡5
     潘5 田5 董5 袁5 于5 余5 叶5 蒋5 杜5 苏4 魏4 程4 吕4 丁4 沈4 任4 姚4 卢4 傅4 钟4 姜4 崔4 谭4 廖4 范4 汪4 陆4 金3 石3 戴3 贾3 韦3 夏3 邱3 方3 侯3 邹3 熊3 孟3
     秦3 白3 江3 阎2 薛2 尹2 段2 雷2 黎2 史2 龙2 陶2 贺2 顾2 毛2 郝2 龚2 邵2 万2 钱2 严2 覃2 武2 莫1 孔1 向1 汤1 蒲1 冉1 牟1 苟1 单1 仇1 解1 区1 查1 欧阳2 上官0.3
     司马0.3 诸葛0.2 皇甫0.2 令狐0.2 尉迟0.1 慕容0.1 东方0.1 长孙0.1`,
  ).map((one) => [one.replace(/[\d.]/g, ''), Number(/[\d.]+/.exec(one)?.[0])] as const),
);

const first = {
  male: zipf('建志国文永明德俊子浩宇晓小天家云金光正成春学海世立思嘉新玉东兴凯庆振泽一博少宏鹏伟林瑞', 0.7),
  female: zipf('晓秀玉丽雅淑雨春美梦思小佳文慧婷诗欣海子红桂月彩燕凤金若冬紫静瑞素艳清芳可心一', 0.7),
};
const second = {
  male: zipf('伟强军杰华明平勇辉涛斌林峰波鹏龙飞超刚浩宇轩然豪成江东海洋鑫宁阳磊亮健旭涵晨毅泽凡睿霖琛', 0.6),
  female: zipf('英芳丽娟敏静艳霞红燕玲梅兰萍琴琳婷娜雪莉珍花云洁颖涵怡萱瑶蓉彤欣妍琪倩悦冰月蕾菲晴莹妮', 0.6),
};
const alone = {
  male: zipf('伟强军勇涛磊杰超鹏浩斌波刚辉飞亮鑫洋凯健帅毅龙旭晨阳宁峰林明宇睿轩', 0.8),
  female: zipf('芳敏静丽艳娟霞婷娜燕玲洁红雪莉萍颖琳倩蕾丹梅莹悦欣瑶妍彤琪', 0.8),
};
export type Sex = 'male' | 'female';
export const pools = { first, second, alone };

/** Tibetan and Yi names as a register writes them, and how else desks write the same syllables. */
export const tibetan = words(
  '扎西 多吉 次仁 丹增 洛桑 格桑 尼玛 达瓦 平措 泽仁 仁青 旺堆 罗布 卓玛 拉姆 央金 白玛 曲珍 德吉 拥忠 益西 索朗 降央 班玛 尕让',
);
export const yiFamily = words('吉克 阿木 沙马 马海 吉木 阿力 曲木 的日 勒伍 吉伍 海来 木乃 阿苏 俄木 尔古 拉马 比布');
export const yiGiven = words(
  '尔布 木呷 拉铁 尔哈 石布 古尔 小林 木果 日歪 阿呷 伍牛 阿支 么尔扎 日扎 尔作 阿洛 果果 史牛 阿果 阿依',
);
export const otherSpelling: Record<string, string> = Object.fromEntries(
  words(
    '次仁=才让 泽仁=次仁 拉姆=拉毛 央金=央宗 卓玛=卓嘎 曲珍=曲措 多吉=多杰 平措=彭措 洛桑=罗桑 仁青=仁钦 达瓦=达娃 尕让=嘎让 阿呷=阿嘎 木呷=木嘎 阿支=阿芝 曲木=曲莫 拥忠=雍忠 降央=绛央',
  ).map((one) => one.split('=') as [string, string]),
);
