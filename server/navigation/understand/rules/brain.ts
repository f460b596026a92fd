import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';
const stroke = '中国急性缺血性脑卒中诊治指南（2023）; BE-FAST';

export const brain = [
  emergency(
    'stroke',
    ['可能是中风', 'Possible stroke'],
    [
      '突然嘴歪、一侧手脚无力、说话不清，越早到医院越能救回来。',
      'Sudden drooping face, one weak side or slurred speech: the sooner treated, the more is saved.',
    ],
    stroke,
    when(
      [
        '半边身子 半边身体 一侧肢体 半身 半边手脚 一边手脚 一侧手脚 右手抬不起 左手抬不起 手抬不起来 左腿没力气 右腿没力气 左边没力气 右边没力气 单侧…没力气 左手没力气 右手没力气 半边脸 一边手 左半身 右半身 右边手脚 左边手脚 偏瘫',
        '动不了 没力气 不能动 不听使唤 抬不起来 抬不起 没知觉 发麻 麻木 麻了 瘫',
        '突然 嘴歪 嘴巴歪 说话 小时 刚才 今天 早上 看不见 头痛 眩晕 动不了 昏 晕',
      ],
      { none: '颈椎病 睡醒 几年 几个月' },
    ),
    when(
      [
        '嘴歪 嘴巴歪 口角歪斜 嘴角歪 脸歪 口眼歪斜 歪嘴',
        '突然 说话不清 说话含糊 大舌头 没力气 抬不起 流口水 手脚 刚才 今天 胳膊 小时',
      ],
      { none: '个月 针灸 几年 面瘫一' },
    ),
    when(
      [
        '说话不清楚 说话不清 说话含糊 大舌头 说不出话 听不懂人说话 听不懂话 讲话含糊 说话含糊不清 口齿不清',
        '突然 早上起来 没力气 抬不起 小时 今天 走路不稳 嘴歪 嘴巴歪 发麻',
      ],
      { none: '从小 过敏 喉咙 噎 呛 卡 嘴唇 舌头 哮喘 喘' },
    ),
    when(['突然', '走路不稳 站不稳 看东西重影 重影 眩晕', '说话含糊 说话不清 手脚不听使唤 重影 没力气 偏']),
    when(['突然', '走路不稳 站不稳', '重影 呕吐 头痛']),
    when(['急性脑梗 突发脑梗 中风了 脑梗发作 突然中风 脑出血了 突发脑出血']),
  ),
  emergency(
    'worst-headache',
    ['可能是颅内出血', 'Possible bleeding in the brain'],
    ['突然发生、一生最痛的头痛，要马上做头部检查。', 'A sudden worst-ever headache needs a scan at once.'],
    `NICE CG150; ${triage}`,
    when(
      [
        '头',
        '像炸开 炸开一样 炸裂样 雷击样 要爆了 要爆炸 从来没这么痛 没这么痛过 最痛的一次 最剧烈 爆炸样',
        '头…痛 头痛 痛',
      ],
      { none: '几年' },
    ),
    when([
      '突然剧烈头痛 突然头剧痛 突发剧烈头痛 头痛突然 突然头痛得 剧烈头痛 头突然痛',
      '呕吐 脖子硬 看不见 瞳孔 睁不开 喷射 眼睛 晕倒 昏迷 说话 高热 没力气',
    ]),
    when(['喷射样呕吐 喷射性呕吐 喷射呕吐', '头痛 头…痛']),
  ),
  emergency(
    'meningitis',
    ['可能是脑膜炎', 'Possible meningitis'],
    [
      '发热、头痛、脖子硬或按不退的紫点，要马上治疗。',
      'Fever with stiff neck, or a rash that does not fade, needs treatment at once.',
    ],
    `NICE NG240; WHO ETAT`,
    when(['发热 高热 烧', '脖子硬 脖子僵硬 颈部僵硬 脖子发硬 颈项强直']),
    when([
      '发热 高热 烧',
      '紫色的点 紫点 紫红色的点 紫斑 出血点 瘀点 瘀斑',
      '精神 头痛 按了不退 按不退 昏 嗜睡 呕吐 怕光 压不褪',
    ]),
  ),
  emergency(
    'unconscious',
    ['昏迷或叫不醒', 'Unconscious'],
    ['叫不醒、没有反应：让人侧卧，拨 120。', 'Cannot be woken: lay on the side and call 120.'],
    `${triage}; AVPU`,
    when(['昏迷 神志不清 意识模糊 意识不清 晕倒…昏迷 醒不过来 不醒人事 倒地不起'], {
      none: '昏迷几年 植物人 肝昏迷史 会昏迷吗 促醒',
    }),
    when([
      '说胡话 胡言乱语 神志 人迷糊 昏昏沉沉 嗜睡',
      '高热 血压低 心跳 抽搐 呕吐 血糖 尿很少 手脚冰凉 烧到 体温41 体温40 呼吸深',
    ]),
  ),
  emergency(
    'seizure',
    ['抽搐发作', 'Seizure'],
    [
      '抽搐超过五分钟、连着发作或第一次发作，都要马上送医。',
      'A fit over five minutes, repeated, or the first one needs a hospital at once.',
    ],
    `NICE NG217; ${triage}`,
    when([
      '抽搐 癫痫发作 抽了 羊癫疯发作 一抖一抖 手脚抽 全身抽',
      '还没停 没停 不停 昏迷 口吐白沫 分钟 中间没有醒 没有醒过来 第一次 两次 三次 眼睛上翻 眼睛往上翻 翻白眼 怀孕 孕 呕吐 发青 发紫 正在 停不下来 怀起',
    ]),
    when(['抽搐'], { ageMonths: { max: 168 }, none: '眼皮 腿抽筋 抽动症 去年 以前 睡觉时 抽动' }),
    when(['眼睛上翻 眼睛往上翻 两眼上翻 翻白眼', '抽 昏迷 发热']),
    when(['中暑 高热', '抽搐']),
  ),
  emergency(
    'head-injury',
    ['头部受伤后的危险信号', 'Danger signs after a head injury'],
    [
      '头受伤后昏过、反复吐、越来越困，可能有颅内出血。',
      'After a blow to the head: passing out, repeated vomiting or drowsiness may mean bleeding.',
    ],
    `NICE NG232; ${triage}`,
    when([
      '摔到头 头摔 撞到头 头撞 头被砸 头部外伤 头磕 磕到头 砸到头 头部受伤 从床上摔 从床上掉 头受伤 摔了头 头着地 后脑勺着地 头被打 头部撞',
      '吐了 呕吐 想睡 嗜睡 昏迷 昏 瞳孔 头痛得厉害 抽搐 看不清 流血不止 耳朵流 鼻子流清水',
    ]),
  ),
  emergency(
    'cauda-equina',
    ['脊髓或马尾神经可能受压', 'Possible pressure on the spinal cord'],
    [
      '腰背痛伴大小便失控、会阴麻木或两腿突然无力，要当天手术评估。',
      'Back pain with loss of bladder control, saddle numbness or weak legs needs surgery review today.',
    ],
    `NICE NG59; CKS 2022`,
    when([
      '腰 背痛 椎间盘 脊椎',
      '大小便失禁 小便失禁 尿不出来 解不出小便 小便解不出 会阴麻 会阴…麻 屁股周围…麻 肛门…麻 两腿瘫 两条腿没力气 双腿没力气 两腿没力气 两条腿没知觉 小便解不出来 双下肢没力气',
      '麻 没力气 没知觉 瘫 失禁 尿不出',
    ]),
  ),
];
