import { describe, expect, it } from 'vitest';
import { nearestPart, nearestWord, slipsAllowed } from './near-words.ts';

const names = [
  '四川大学华西医院',
  '金堂县人民医院',
  '大邑县人民医院',
  '心血管内科',
  '消化内科',
  '神经内科',
  '骨科',
  '外科',
];

describe('words near what was typed', () => {
  it.each([
    ['华西医完', '华西医院'],
    ['化西医院', '华西医院'],
    ['华西院医', '华西医院'],
    ['金堂人民医院', '金堂县人民医院'],
    ['金堂县人民民医院', '金堂县人民医院'],
    ['消化肉科', '消化内科'],
    ['心血管肉科', '心血管内科'],
  ])('%s means %s', (typed, meant) => {
    expect(nearestWord(typed, names)).toBe(meant);
  });

  it.each(['骨斗', '天气预报', '幼儿园入学', 'x'])('%s means nothing here', (typed) => {
    expect(nearestWord(typed, names)).toBeNull();
  });

  it('reads letters too: wrong, missing, too many, changed places', () => {
    const letters = ['huaxiyiyuan', 'jintangxianrenminyiyuan'];
    for (const typed of ['huaxiyiyuna', 'huaxyiyuan', 'huaxiyiyuaan', 'hoaxiyiyuan'])
      expect(nearestWord(typed, letters)).toBe('huaxiyiyuan');
    expect(nearestWord('jintagxian', letters)).toBe('jintangxian');
  });

  it('counts slips as people make them, and forgives none in short words', () => {
    expect(nearestPart('人民医院', '金堂县人民医院', 2)).toEqual({ part: '人民医院', distance: 0 });
    expect(nearestPart('消内化科', '消化内科', 1)).toEqual({ part: '消化内科', distance: 1 });
    expect(nearestPart('消内化科', '骨科', 2)).toBeNull();
    expect(['骨科', '内分泌', '四川省人民', 'guke', 'huaxi', 'huaxiyiyuan'].map(slipsAllowed)).toEqual([
      0, 1, 1, 0, 1, 2,
    ]);
  });
});
