import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';

export const illness = [
  emergency(
    'sugar-too-low',
    ['可能是低血糖', 'Possible low blood sugar'],
    [
      '能吞咽就吃糖；叫不醒不要喂，拨 120。',
      'Give sugar if able to swallow; if unresponsive give nothing and call 120.',
    ],
    `ADA 2024; ${triage}`,
    when(
      [
        '糖尿病 胰岛素 降糖药 血糖',
        '昏迷 迷糊 冷汗 大汗 满身大汗 手抖 抽',
        '昏迷 迷糊 血糖2 血糖1 没吃饭 叫不醒 说胡话',
      ],
      { none: '有时 偶尔' },
    ),
    when(['血糖2. 血糖1. 低血糖昏迷 血糖只有2 血糖低到2']),
  ),
  emergency(
    'sugar-too-high',
    ['可能是酮症酸中毒', 'Possible diabetic ketoacidosis'],
    [
      '血糖测不出、深呼吸、烂苹果味或反复吐，要马上输液。',
      'Sugar off the scale, deep breathing, fruity breath or vomiting: fluids are needed now.',
    ],
    `ADA 2024; JBDS`,
    when(['烂苹果味 烂苹果 酮症酸中毒 酮体三个加', '糖尿病 血糖 呼吸 吐 昏'], { none: '严重吗' }),
    when(['显示hi 测不出来 血糖爆表 血糖hi', '血糖', '昏 呼吸 吐 迷糊 嗜睡 口渴 hi']),
    when(['糖尿病', '呼吸深 呼吸很深 一直吐', '吐 呼吸深 昏']),
  ),
  emergency(
    'sepsis',
    ['可能是脓毒症', 'Possible sepsis'],
    [
      '发热伴神志不清、手脚冰凉、尿少或血压低，感染可能进了血液。',
      'Fever with confusion, cold limbs, little urine or low pressure: infection may be in the blood.',
    ],
    `NICE NG253; 中国脓毒症早期预防与阻断急诊专家共识（2020）`,
    when(
      ['发热 高热 寒战 烧 40度', '意识模糊 说胡话 神志不清 血压低 手脚冰凉 尿很少 皮肤花斑 花斑 昏昏沉沉 皮肤发花'],
      { none: '精神好' },
    ),
    when(['化疗 放疗 白血病 移植', '发热 高热 39度', '白细胞 化疗后 粒细胞 39 高热 移植']),
    when(['伤口 红肿热痛 红肿', '发黑 发展很快 蔓延', '高热 痛得受不了 发热']),
  ),
  emergency(
    'kidney-failure',
    ['肾衰竭的危险信号', 'Danger signs in kidney failure'],
    [
      '透析病人喘、全身肿、心跳慢或血钾高，要马上透析。',
      'On dialysis and breathless, swollen or with a slow pulse: dialysis is needed now.',
    ],
    `KDIGO; ${triage}`,
    when(['透析 尿毒症 肾衰', '喘不上气 呼吸困难 躺不平 心跳很慢 血钾 昏迷 没力气', '喘 躺不平 心跳 血钾7 血钾6 昏迷']),
  ),
  emergency(
    'thyroid-storm',
    ['可能是甲亢危象', 'Possible thyroid storm'],
    [
      '甲亢伴高热、心跳极快、烦躁，要马上抢救。',
      'Overactive thyroid with high fever and a racing heart needs intensive care.',
    ],
    'ATA 2016',
    when(['甲亢', '高热 40度 39度', '心跳 烦躁 说胡话 昏 呕吐']),
  ),
  emergency(
    'skin-peeling',
    ['严重药疹', 'Severe drug rash'],
    [
      '用药后全身起泡脱皮、口眼溃烂，要马上停药送医。',
      'Blistering and peeling after a medicine: stop it and go at once.',
    ],
    'BAD 2016 (SJS/TEN)',
    when(['水泡 脱皮 起泡', '全身 身上', '嘴巴…烂 眼睛…烂 都烂 溃烂 高热 吃药后'], { none: '脚气 晒' }),
  ),
  emergency(
    'collapse',
    ['突然晕倒并有危险信号', 'Collapse with danger signs'],
    [
      '晕倒同时剧痛、出血、气短或脸色苍白，不要自己去医院。',
      'Fainting with severe pain, bleeding, breathlessness or pallor: do not travel alone.',
    ],
    `${triage}; ESC 2018`,
    when(['晕倒', '剧痛 出血 流血 喘不上气 呼吸困难 脸色苍白 胸闷 胸痛 风团 反复晕倒'], { none: '几年前' }),
  ),
];
