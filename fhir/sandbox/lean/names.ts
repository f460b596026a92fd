/** Numbers in [0, 1) from a seed; the same seed gives the same hospital. */
export function createRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

export function pickWeighted<T extends { weight: number }>(random: () => number, list: readonly T[]): T | undefined {
  let left = random() * list.reduce((sum, one) => sum + one.weight, 0);
  return list.find((one) => {
    left -= one.weight;
    return left < 0;
  });
}

const families = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任',
];
const given = {
  male: [...'伟强磊军勇杰涛明超刚平辉鹏华飞斌宇浩凯健俊峰建国志文斌博'],
  female: [...'芳娜敏静丽艳霞秀娟英玲桂兰萍红燕琳雪梅倩颖洁慧莉婷蓉瑶'],
};

export function invent(random: () => number): { name: string; sex: 'male' | 'female' } {
  const sex = random() < 0.5 ? 'male' : 'female';
  const second = random() < 0.7 ? pick(random, given[sex]) : '';
  return { name: pick(random, families) + pick(random, given[sex]) + second, sex };
}
