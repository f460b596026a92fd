import { emergency, when } from './write-rule.ts';

const etat = 'WHO ETAT 2016; WHO IMCI 2014; 儿童急诊预检分诊';
const child = { ageMonths: { max: 168 } };
const newborn = { ageMonths: { max: 2 } };

export const children = [
  emergency(
    'young-infant-fever',
    ['三个月内婴儿发热', 'Fever under three months'],
    [
      '三个月以内的婴儿发热，可能是严重感染，不要在家观察。',
      'Fever in a baby under three months may be a serious infection; do not wait at home.',
    ],
    `NICE NG143; ${etat}`,
    when(['身上烫 身上发烫 摸着烫 额头烫 滚烫 浑身烫'], { ageMonths: { max: 3 } }),
    when(['发热 高热 烧到 体温38 体温39 38度 39度 38.5 38.6 39.5 低热'], {
      ageMonths: { max: 3 },
      none: '疫苗 我发热 妈妈发热',
    }),
  ),
  emergency(
    'newborn-danger',
    ['新生儿危险征象', 'Danger signs in a newborn'],
    [
      '不吃奶、叫声弱、黄疸重、呼吸快或发紫，是新生儿的危险征象。',
      'Not feeding, weak cry, deep jaundice, fast breathing or blue: danger signs in a newborn.',
    ],
    `WHO 新生儿危险征象 2013; ${etat}`,
    when(['不肯吃奶 不愿吃奶 吃不动奶 吸不动 不会吸奶 不肯吃', '烫 发热 黄 睡 软 哭 凉 青 紫'], newborn),
    when(
      [
        '不吃奶 不喝奶 不吃不喝 叫声弱 哭声弱 嗜睡 黄得厉害 发花 呻吟 呼吸很快 发紫 发青 软绵绵 没力气 体温不升 四肢冰凉 抽',
        '新生儿 天 出生 生下来 月 早产',
      ],
      newborn,
    ),
    when(['不吃奶 不喝奶 吃不进奶', '嗜睡 发热 什么都吐 没精神 精神差 叫声弱 哭声弱'], child),
  ),
  emergency(
    'child-breathing',
    ['孩子呼吸危险信号', 'A child struggling to breathe'],
    [
      '胸口凹陷、嘴唇发紫、吸气有鸣声，说明孩子缺氧。',
      'A chest drawing in, blue lips or noisy breath: the child lacks oxygen.',
    ],
    `${etat}; NICE NG9`,
    when(['往里陷 往里凹 凹进去 陷进去 一鼓一鼓 往里缩', '胸 肋 喘 呼吸 吸气'], child),
    when(['胸口凹 肋骨…凹 胸凹陷 三凹征 凹陷 鼻翼扇动 鼻翼煽动', '呼吸 喘 咳'], child),
    when(['狗叫 犬吠 吸气…鸣 吸气…响', '喘不上气 呼吸困难 吸气 嘴唇'], child),
    when(['呼吸困难 喘不上气', '精神差 嘴唇 说不出话 发紫 不吃奶 凹陷'], child),
  ),
  emergency(
    'child-very-ill',
    ['孩子精神很差', 'A child who is very unwell'],
    [
      '嗜睡、软、皮肤发花、手脚凉，可能是严重感染或脱水。',
      'Drowsy, limp, mottled or cold: this may be serious infection or dehydration.',
    ],
    `${etat}; NICE NG143 (traffic light)`,
    when(
      [
        '嗜睡 软绵绵 皮肤发花 发花 手脚冰凉 精神萎靡 精神很差 精神差 精神不好 没有精神 叫不应 萎靡',
        '高热不退 发热 高热 一直吐 呕吐 腹泻 什么都吐 一抖一抖 没尿',
        '嗜睡 软 花 冰凉 小时没尿 没有尿 没尿 什么都吐 一抖一抖 一直吐 萎靡',
      ],
      { ...child, none: '精神还好 精神好 精神很好 精神可以' },
    ),
    when(['手足口', '一抖一抖 抖 呕吐 精神差 抽'], child),
    when(['软绵绵 没力气', '昏迷 不吃 眼神'], { ...child, none: '走路 写字' }),
  ),
  emergency(
    'dehydration',
    ['严重脱水', 'Severe dehydration'],
    ['没有尿、眼窝凹、哭无泪，要马上补液。', 'No urine, sunken eyes, no tears: fluids are needed now.'],
    etat,
    when(['眼窝凹 眼窝凹陷 哭没眼泪 哭没有眼泪 小时没尿 没有尿 没尿 尿很少 无尿', '腹泻 呕吐 吐 拉'], { none: '上泻' }),
  ),
  emergency(
    'intussusception',
    ['可能是肠套叠或肠梗阻', 'Possible intussusception'],
    [
      '阵发哭闹、果酱样大便或吐绿水，肠子可能套住。',
      'Bouts of crying, jelly-like stool or green vomit: the bowel may be trapped.',
    ],
    `${etat}; APLS`,
    when(['果酱'], { ...child, none: '吃果酱 果酱面包' }),
    when(['吐绿 绿色的水 吐胆汁 黄绿色', '肚子胀 吐 哭'], { ageMonths: { max: 36 } }),
  ),
  emergency(
    'swallowed-object',
    ['吞了危险的东西', 'Something dangerous was swallowed'],
    [
      '纽扣电池、磁力珠、尖锐物会很快伤到食道和肠子。',
      'Button cells, magnets and sharp objects burn or pierce the gut quickly.',
    ],
    'ESPGHAN 2017; NICE CKS',
    when(['电池 磁力珠 磁铁 刀片 钉子 针 玻璃 巴克球', '吞 咽下 吃下 吃进 误食']),
    when(['硬币 异物 玩具', '吞', '流口水 喘不上气 呼吸困难 胸痛 呕吐 咽不下']),
    when(['筷子 牙刷 竹签', '插进喉咙 戳到喉咙 戳进喉咙 捅到 戳穿 插到', '血 喉咙 痛']),
  ),
];
