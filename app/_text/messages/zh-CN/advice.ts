/** Why a place stands where it stands, and why a department does not see somebody. */
export const advice = {
  reason: {
    nearest: '离您最近，约 {km} 公里、{minutes} 分钟',
    near: '路不远，约 {minutes} 分钟',
    far: '路较远，约 {km} 公里、{minutes} 分钟',
    today: '今天就有号',
    earliest: '最早有号，{date}',
    soon: '两天内有号，{date}',
    wait: '要等到 {date}，比最早的晚 {more} 天',
    'no-number': '近期没有可约的号',
    cheapest: '自己付得最少，约 {fen}',
    fair: '自己付得不多，约 {fen}',
    dearer: '自己要付约 {fen}，比最省的多 {more}',
    specialist: '这一科的专科医院',
    strongest: '所列医院中水平最高（{level} 级）',
    strong: '水平高（{level} 级）',
    basic: '{level} 级医院，疑难情况可能要转上级医院',
  },
  eligible: {
    'women-only': '这个科只看女性',
    'children-only': '这个科只看 {age} 岁以下的孩子',
    'newborns-only': '这个科只看新生儿和 {age} 岁以下的婴儿',
    'older-only': '这个科看 {age} 岁以上的老人',
  },
};
