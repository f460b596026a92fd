import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';

export const breathing = [
  emergency(
    'severe-breathlessness',
    ['严重呼吸困难', 'Severe breathlessness'],
    ['喘得说不出整句话、嘴唇发紫，说明氧气不够。', 'Too breathless to speak, or blue lips: not enough oxygen.'],
    `${triage}; NICE NG80; GINA`,
    when([
      '喘不上气 呼吸困难 喘得 哮喘 气短 喘 胸闷',
      '嘴唇发紫 嘴唇发青 嘴唇青紫 嘴唇乌 嘴唇紫 嘴唇发黑 脸发紫 脸发青 脸青 脸憋紫 嘴巴发紫 嘴巴乌 说不出完整 说不出话 说不了话 断断续续 说不出整句 大汗 意识模糊',
    ]),
    when([
      '突然喘不上气 突然呼吸困难 突然气短 突然喘 突然胸闷气短 完全喘不上气 快窒息 要窒息 窒息了 马上…窒息 无法呼吸 不能呼吸 呼吸不了',
    ]),
    when(['嘴唇发紫 嘴唇发青 口唇发绀 嘴唇青紫 脸发青 脸发紫 脸青 脸憋紫 脸憋得发紫 发绀 全身发紫'], {
      none: '口红 冻',
    }),
    when(['哮喘', '喷了药还 喷药没用 喷了没用 药不管用 喷雾没用 急性发作 大发作', '喘']),
  ),
  emergency(
    'lung-embolism',
    ['可能是肺栓塞', 'Possible clot in the lung'],
    [
      '久坐、卧床、手术或产后突然胸痛气短，可能是血栓堵住肺血管。',
      'Sudden chest pain and breathlessness after sitting long, surgery or birth may be a clot.',
    ],
    `ESC 2019; NICE NG158`,
    when(['突然', '喘不上气 呼吸困难 气短', '胸痛 胸口痛 咳血 咯血 腿肿 卧床 手术 剖腹产 产后 飞机 骨折 血栓']),
    when(['一条腿肿 小腿肿 单侧腿肿 腿肿', '胸痛 咳血 咯血', '呼吸困难 喘不上气 气短']),
  ),
  emergency(
    'anaphylaxis',
    ['可能是严重过敏', 'Possible anaphylaxis'],
    [
      '过敏后喉咙紧、喘、脸舌肿或晕倒，几分钟内会加重。',
      'After an allergen: tight throat, wheeze, swelling or fainting can worsen within minutes.',
    ],
    `WAO 2020; NICE CG134`,
    when(
      [
        '过敏 荨麻疹 风团 起疹 起疹子 红疹 疹子 全身发痒 全身痒 皮肤瘙痒 被蜂 马蜂 蜜蜂 蜂蜇 被蜇 头孢 青霉素 打针后 输液后 花生 海鲜 吃虾 鸡蛋',
        '喉咙发紧 喉咙紧 喉咙肿 喉头水肿 喘不上气 呼吸困难 血压低 晕倒 胸闷 嘴唇肿 舌头肿 脸肿 说不出话 昏迷',
      ],
      { none: '鼻炎 呛 感冒' },
    ),
    when(
      [
        '嘴唇肿 嘴唇舌头…肿 舌头肿 舌头突然肿 嘴唇…肿 喉头水肿 嘴巴突然肿',
        '突然 说不出话 喉咙堵 喉咙紧 呼吸困难 喘不上气 吃',
      ],
      { none: '长了 泡 疱疹 上火 没有肿' },
    ),
    when(['过敏性休克 过敏休克 严重过敏反应']),
  ),
  emergency(
    'choking',
    ['气道可能被堵', 'Something may block the airway'],
    [
      '噎住、呛住后脸发紫或说不出话：马上做海姆立克急救并拨 120。',
      'Choking with blue face or no voice: back blows or abdominal thrusts now, and call 120.',
    ],
    `AHA 2020; ${triage}`,
    when([
      '噎住 噎到 呛到 呛住 呛了 卡住 卡喉咙 卡住喉咙 卡在喉咙 异物…气管 气管…异物 卡到喉咙 果冻',
      '说不出话 脸发紫 脸发青 脸青 脸憋紫 脸…发紫 脸…紫 嘴唇发紫 喘不上气 呼吸困难 没呼吸 昏迷 咳不出',
    ]),
  ),
  emergency(
    'throat-closing',
    ['喉咙可能要堵住', 'Throat may be closing'],
    [
      '痛到咽不下口水、流口水、吸气有响声，气道可能肿胀。',
      'Cannot swallow saliva, drooling, noisy breathing: the airway may be swelling.',
    ],
    `NICE NG84; ${triage}`,
    when(
      [
        '喉咙 咽 脖子肿 扁桃体',
        '吞不下口水 咽不下口水 流口水 张不开嘴 吞口水都困难 咽口水都困难',
        '喘气有声音 呼吸困难 喘不上气 吞不下口水 咽不下口水 吸气…响 呼吸有声音 吸气有声音',
      ],
      { none: '溃疡 手足口' },
    ),
  ),
  emergency(
    'coughing-blood',
    ['大咯血', 'Coughing up much blood'],
    ['大口咳血会堵住呼吸道。', 'Much blood coughed up can block the airway.'],
    triage,
    when([
      '大口咳血 大口大口咳血 大咯血 咳血很多 咯血不止 咳了半碗血 咳大量血 咯大量血 咳出大量血 咳血…半碗 大量咯血 咳血不止 满口鲜血',
    ]),
  ),
];
