import { crisis, when } from './write-rule.ts';

const source = 'WHO mhGAP 2023; 全国统一心理援助热线 12356（2025）';

export const crises = [
  crisis(
    'suicide',
    ['您现在不用一个人扛', 'You need not carry this alone'],
    [
      '请现在就拨 12356，有人会听您说；已经受伤或吃了药，请拨 120。',
      'Call 12356 now and somebody will listen; if already hurt or poisoned, call 120.',
    ],
    source,
    when(
      [
        '自杀 不想活 想死 去死 遗书 跳楼 跳河 割腕 上吊 结束自己 想从楼上跳 一起死 死了算了 不如死 离开这个世界 自残 自伤 划自己 烧炭自杀 死了就好 寻死 活着…没意思 杀了自己',
      ],
      { none: '累得要死 想死你 预防自杀 考试' },
    ),
  ),
  crisis(
    'harm-others',
    ['有人可能受到伤害', 'Somebody may be hurt'],
    ['先离开危险，拨 110 和 120；心理援助 12356。', 'Get out of danger, call 110 and 120; for support, 12356.'],
    source,
    when(['杀了全家 杀人 要杀 想杀 砍死 同归于尽 打死全家 拿着刀', '说 要 想 拿'], { none: '杀菌 杀虫 电视 杀死细胞' }),
    when(['脑子里有声音 有声音叫我 声音命令 幻听', '死 杀 跳 伤害']),
  ),
];
