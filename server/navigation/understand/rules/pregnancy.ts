import { emergency, when } from './write-rule.ts';

const who = 'WHO 孕产妇危险征象（IMPAC 2017）; 孕产妇妊娠风险评估与管理工作规范（2017）';
const female = { sex: 'female' } as const;

export const pregnancy = [
  emergency(
    'ectopic',
    ['可能是宫外孕破裂', 'Possible ruptured ectopic pregnancy'],
    [
      '停经后下腹剧痛、头晕或出血，可能有腹腔内大出血。',
      'Missed period with severe low belly pain, dizziness or bleeding may be internal bleeding.',
    ],
    `NICE NG126; ${who}`,
    when(['停经 月经推迟 月经没来 宫外孕 早孕', '头晕 发晕', '流血 出血 腹痛 肚子痛 痛得'], {
      ...female,
      none: '孕吐 没有出血',
    }),
    when(
      [
        '停经 月经推迟 月经没来 早孕 怀孕6周 怀孕5周 怀孕7周 宫外孕 月经过了',
        '剧痛 撕裂 晕倒 脸色苍白 脸色发白 肩膀痛 痛得',
      ],
      { ...female, none: '没有腹痛 手术后半年 孕吐' },
    ),
  ),
  emergency(
    'pregnancy-bleeding',
    ['孕期大出血或早剥', 'Bleeding in pregnancy'],
    ['孕期大量出血或肚子持续发硬，母子都有危险。', 'Heavy bleeding or a board-hard belly endangers mother and child.'],
    who,
    when(['怀孕 孕妇 孕', '大量出血 大出血 出血很多 流血很多 流了好多血 突然…出血 出血不止 很多血 大量流血 血流不止'], {
      ...female,
      none: '没有出血 人流 避孕 备孕 不孕',
    }),
    when(['怀孕 孕妇 孕', '肚子硬 肚子很硬 肚子硬邦邦 肚子发硬', '痛 出血 一直'], female),
  ),
  emergency(
    'pre-eclampsia',
    ['可能是子痫前期或子痫', 'Possible pre-eclampsia'],
    [
      '孕期头痛眼花、血压很高或抽搐，随时可能危及母子。',
      'Headache, blurred sight, high pressure or fits in pregnancy can turn deadly.',
    ],
    `NICE NG133; ${who}`,
    when(['怀孕 孕妇 孕', '头痛', '看不清 眼花 视物模糊 冒金星 看东西模糊 血压1'], {
      ...female,
      none: '避孕 备孕 不孕',
    }),
    when(
      [
        '怀孕 孕妇 孕 产后',
        '血压180 血压170 血压160 血压190 血压200 血压很高 血压高',
        '头痛 眼花 上腹痛 看不清 看东西模糊',
      ],
      female,
    ),
    when(['怀孕 孕 产后', '抽搐 抽了 昏迷'], female),
  ),
  emergency(
    'cord-or-water',
    ['破水、脐带脱垂或胎动消失', 'Waters broken, cord or no movements'],
    [
      '早破水、脐带脱出、胎动消失，要马上躺下并送医院。',
      'Early waters, a cord in sight or no movements: lie down and go at once.',
    ],
    who,
    when(['脐带掉 脐带脱 脐带出来 脐带先露']),
    when(['破水 羊水流 羊水破', '怀孕 孕'], female),
    when(['胎动', '没有了 消失 一天都没有 一天没有 没动 不动了 没有胎动 摸不到'], { ...female, none: '胎动正常' }),
    when(['要生了 孩子要出来 孩子生出来 头出来了 见红…痛', '孕 怀孕 家里 路上 胎盘 阵痛 出来了 肚子'], {
      ...female,
      none: '体检',
    }),
  ),
  emergency(
    'after-birth',
    ['产后大出血或感染', 'Bleeding or infection after birth'],
    [
      '产后大量出血、高热寒战或突然气短，要马上送医。',
      'Heavy bleeding, high fever or sudden breathlessness after birth needs a hospital now.',
    ],
    `WHO 2017; ${who}`,
    when(
      [
        '产后 剖腹产 顺产 生完孩子 胎盘 刚生 孩子生出来 流产后 人流后 药流',
        '大出血 出血量很大 湿透 流血不止 出血不止 血流不止 大量出血 胎盘没下来 一直流血 血块…很多',
      ],
      female,
    ),
    when(['产后 剖腹产 顺产 恶露 生完孩子 流产', '高热 寒战 发热', '恶露臭 肚子痛 臭 寒战 昏 腹痛'], {
      ...female,
      none: '乳房 乳腺',
    }),
  ),
  emergency(
    'genital-bleeding',
    ['阴道大出血', 'Heavy vaginal bleeding'],
    [
      '血一直流、很快湿透卫生巾并头晕，要马上止血。',
      'Soaking pads quickly and feeling faint: the bleeding must be stopped now.',
    ],
    `NICE NG88; ${who}`,
    when(
      ['阴道 下身 下面 月经 下体', '大出血 血流不止 流血不止 湿透 止不住', '晕 心慌 脸色 湿透 大出血 止不住'],
      female,
    ),
  ),
];
