import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';
const swallow = '喝 吃 吞 误服 误喝 误食 灌 偷吃';

export const poisons = [
  emergency(
    'poisoning',
    ['中毒', 'Poisoning'],
    ['带上药瓶或包装马上送医；不要自己催吐。', 'Take the bottle along and go at once; do not make the person vomit.'],
    `${triage}; 中毒急救`,
    when(['农药 敌敌畏 有机磷 杀虫剂', '呕吐 吐 瞳孔 流口水 抽搐 头晕 冒汗 大汗 昏迷 呼吸困难'], {
      none: '农药厂 洗农药 农药残留',
    }),
    when(
      [
        '吃了 吞了 喝了 把',
        '奶奶的 爷爷的 外婆的 外公的 大人的 妈妈的 爸爸的 安眠药 降压药 降糖药 老鼠药',
        '药 片 颗 粒 瓶',
      ],
      { ageMonths: { max: 168 } },
    ),
    when(
      [
        '农药 百草枯 敌敌畏 敌草快 有机磷 老鼠药 鼠药 除草剂 杀虫剂 甲醇 洁厕灵 消毒液 84消毒 消毒水 漂白 管道疏通剂 洗衣液 汽油 亚硝酸盐 喝毒药 服毒 草甘膦 乐果 灭害灵',
        swallow,
      ],
      { none: '农药厂 农药残留 洗农药 打农药' },
    ),
    when(['农药', '打农药 喷农药 沾', '呕吐 头晕 流口水 抽 汗 出汗 恶心']),
    when(['瞳孔很小 瞳孔缩小 流口水', '农药 敌敌畏 喝 抽']),
    when(
      [
        '一整瓶 一瓶 整瓶 半瓶 几十片 十几片 几十颗 一把药 一百片 三十片 二十片 好几片 二十几颗',
        '药 安眠药 对乙酰氨基酚 布洛芬 降压药 降糖药 抗抑郁药 片 胶囊',
        swallow,
      ],
      { none: '一瓶盖' },
    ),
    when(['吃错药 误服', '出汗 迷糊 发抖 昏 吐 呼吸 片 降压 降糖 药']),
    when(['孩子 宝宝 儿子 女儿', '误服 偷吃 误食', '药 洗 片 丸 剂 液'], { ageMonths: { max: 168 }, none: '牙膏' }),
    when(['安眠药', '吃了一瓶 一整瓶 大量 昏迷 吃了很多 吃了好多 已经吃了']),
  ),
  emergency(
    'mushroom',
    ['可能是毒蘑菇中毒', 'Possible mushroom poisoning'],
    [
      '吃野生菌后吐泻、看到小人，晚一天可能伤肝肾。',
      'Vomiting or visions after wild mushrooms: liver and kidney may fail within days.',
    ],
    `${triage}; 中国CDC 毒蘑菇`,
    when(['野生菌 野菌 菌子 蘑菇 见手青', '吃', '吐 腹泻 泻 小人 幻觉 头晕 恶心 昏 尿很少 肚子痛 不认识 中毒'], {
      none: '新闻 怎么知道 能吃吗',
    }),
  ),
  emergency(
    'gas-poisoning',
    ['可能是煤气中毒', 'Possible carbon monoxide poisoning'],
    ['先开窗、离开房间，再拨 120。', 'Open windows, leave the room, then call 120.'],
    triage,
    when(
      [
        '煤气 一氧化碳 烧炭 烤炭 木炭 炭盆 烤火 炭火 燃气 煤炉 热水器 烧煤',
        '头晕 昏 恶心 呕吐 晕倒 叫不醒 头痛 没力气 想吐',
      ],
      {
        none: '怎么防',
      },
    ),
    when(['毒气 氯气 硫化氢 沼气 化粪池', '吸 昏 晕 咳 呼吸 熏']),
  ),
  emergency(
    'alcohol',
    ['急性酒精中毒', 'Acute alcohol poisoning'],
    [
      '喝酒后叫不醒、呼吸慢，让人侧卧，拨 120。',
      'Drunk and cannot be woken or breathing slowly: lay on the side and call 120.',
    ],
    triage,
    when(['喝酒 白酒 喝了一斤 喝醉 醉酒 醉了 酒后 啤酒 喝多了', '昏迷 呼吸很慢 头孢 喘不上气 大小便失禁 抽搐 胸闷'], {
      none: '不喝酒 吃药期间 能喝酒',
    }),
  ),
];
