import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';
const adult = { ageMonths: { min: 168 } };
const chestPain =
  '胸痛 胸口痛 胸闷 胸口闷 胸前区痛 心前区…痛 胸口憋 胸骨后…痛 胸口…痛 胸口…剧痛 胸部…痛 左胸…痛 左边胸…痛 胸口压 胸口像压 胸口像石头 胸背…痛 心绞痛 胸紧 胸口紧 胸压迫';

export const heart = [
  emergency(
    'acute-coronary',
    ['可能是心脏急症', 'Possible heart attack'],
    [
      '胸口压着痛、出冷汗，或痛到肩、臂、下巴，可能是心肌缺血，每一分钟都要紧。',
      'Pressing chest pain with sweating, or pain in arm or jaw, may be a heart attack; minutes count.',
    ],
    `${triage}; NICE CG95`,
    when(
      [
        '胸口闷痛 胸口绞 胸绞痛 胸口发紧 胸口揪 胸口堵 胸口…痛 胸闷痛 胸闷 胸痛 胸口难受',
        '虚汗 汗湿 出汗 冒汗 大汗 冷汗 左手 左臂 左胳膊 肩…痛 肩膀都 下巴 发麻 发木 恶心 脸色',
      ],
      { ...adult, none: '几年 多年 半年 长期 更年期 几个月 拉伤 咳嗽 感冒' },
    ),
    when(
      [
        chestPain,
        '冷汗 大汗 汗水直流 直冒汗 满头汗 左胳膊 左臂 左肩 左手臂 肩膀和手臂 手臂发麻 放射 濒死 快不行了 要死了 闷得要死 下巴…痛 喘不上气 脸色苍白 脸色发白 脸色很差 脸发白 手脚冰凉 石头 遭不住 含了硝酸甘油',
      ],
      { ...adult, none: '拉伤 带状疱疹' },
    ),
    when(['压榨 压榨样 压榨性', '胸 心前区'], adult),
    when(['急性心梗 心梗发作 突发心梗 突然心梗 可能心梗'], adult),
  ),
  emergency(
    'aortic-dissection',
    ['可能是主动脉急症', 'Possible torn aorta'],
    [
      '突然的撕裂样、刀割样胸背痛可能是大血管破裂，不要自己走动。',
      'Sudden tearing pain in chest or back may be a torn great artery; do not walk about.',
    ],
    `${triage}; ESC 2014`,
    when(['撕裂样…痛 撕裂一样 像撕裂 像刀割 刀割样 刀割一样 撕开', '胸 后背 背痛 胸背 背部'], adult),
    when(['主动脉瘤 主动脉夹层', '剧痛 突然…痛 晕倒 撕裂'], adult),
  ),
  emergency(
    'dangerous-rhythm',
    ['可能是危险的心律失常', 'Possibly a dangerous heart rhythm'],
    [
      '心跳过快或很乱，同时眼前发黑、晕倒，要马上做心电图。',
      'A racing or chaotic heartbeat with blackouts needs an ECG at once.',
    ],
    `${triage}`,
    when(
      [
        '心慌 心跳特别快 心跳很快 心跳太快 心跳一分钟 心跳很慢 心跳180 心跳160 心跳200 脉搏…乱 心率180 心率200 心率160 心悸',
        '眼前发黑 要晕倒 晕倒 站不住 胸痛 呼吸困难 喘不上气 脸色苍白',
      ],
      { none: '低血糖 咖啡' },
    ),
    when(['起搏器', '晕倒 反复晕']),
    when(['跑步 运动 打球 游泳 爬山', '晕倒'], { none: '中暑 低血糖' }),
    when(['血钾7 血钾6 高血钾 高钾', '没力气 心跳 心慌 透析 尿毒症']),
  ),
  emergency(
    'no-breath-no-pulse',
    ['可能是心跳呼吸停止', 'Possible cardiac arrest'],
    ['没有呼吸或脉搏：拨 120，马上做胸外按压。', 'No breath or pulse: call 120 and start chest compressions now.'],
    `AHA 2020; ${triage}`,
    when(
      [
        '没呼吸 没有呼吸 没有脉搏 没脉搏 没有心跳 没心跳 没了呼吸 没气了 心跳停 心脏骤停 心脏停了 猝死 停止呼吸 呼吸停 呼吸停了 呼吸停止 呼吸暂停',
      ],
      { none: '打呼 打鼾 睡眠呼吸暂停 猝死吗 会猝死' },
    ),
  ),
  emergency(
    'acute-heart-failure',
    ['可能是急性心衰', 'Possible acute heart failure'],
    [
      '躺不平、只能坐着喘、咳粉红泡沫痰，是肺里积水的危险信号。',
      'Cannot lie flat, gasping, pink frothy sputum: fluid in the lungs.',
    ],
    `${triage}; ESC 2021`,
    when(['粉红色泡沫痰 粉红泡沫痰 粉红色痰 粉红泡沫']),
    when(['躺不下 躺不平 不能平躺 只能坐着 端坐 睡不下去', '喘 呼吸困难 喘不上气 憋 嘴唇发紫']),
  ),
];
