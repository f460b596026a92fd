import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';

export const abdomen = [
  emergency(
    'gut-bleeding',
    ['消化道大出血', 'Bleeding from the gut'],
    [
      '吐血、柏油样黑便或大量便血，血会流失得很快。',
      'Vomiting blood, tarry stool or much fresh blood: blood is being lost fast.',
    ],
    `NICE CG141; ${triage}`,
    when(
      [
        '全是血 拉血 便血 拉…血 大便…血 黑色大便 黑色的大便 大便…黑 拉黑 黑便',
        '晕 站不稳 站不住 发虚 冷汗 脸色 脸白 脸发白 心慌',
      ],
      { none: '铁剂 补铁 火龙果 动物血 几年' },
    ),
    when(['吐血 呕血 吐了…血 吐出…血 吐鲜血 大口吐血 呕吐…血 吐好多血 吐了好多血'], { none: '血丝 牙龈' }),
    when(['黑便 柏油 大便发黑 大便黑 大便是黑 黑色大便 拉黑', '头晕 心慌 晕倒 站不住 要倒 脸色 柏油 没力气 冷汗'], {
      none: '铁剂 补铁 火龙果 动物血',
    }),
    when(
      [
        '大便全是鲜血 全是鲜血 大量便血 便血很多 便血不止 拉了很多血 拉血不止 大便…鲜血 便血 拉血',
        '一直流 脸色 头晕 心慌 晕倒 止不住 很多 大量 不止 剧痛 全是',
      ],
      { none: '痔疮' },
    ),
  ),
  emergency(
    'acute-abdomen',
    ['急腹症', 'Acute abdomen'],
    [
      '肚子突然剧痛、发硬、不排气，可能需要马上手术。',
      'Sudden severe belly pain, a rigid belly or no wind passed may need surgery now.',
    ],
    `${triage}; NICE CKS`,
    when(['肚子…痛 肚子痛 腹痛 腹…痛', '打滚 绷得 绷硬 硬邦邦 硬硬 板硬 痛晕 缩成一团 冷汗 直不起身'], {
      none: '月经 痛经 几年 怀孕',
    }),
    when(
      [
        '肚子剧痛 腹痛剧烈 突然肚子剧痛 肚子突然剧痛 腹部剧痛 下腹剧痛 上腹…剧烈…痛 上腹部剧烈 右下腹剧痛 肚子痛得打滚 腹部剧烈 剧烈腹痛 肚子绞痛 腹部绞痛 小肚子剧痛 腰腹剧痛 肚子…剧痛 肚子痛得受不了 痛得直不起腰 痛得打滚 肚子突然…痛得 突然腹痛 右下腹痛 右下腹',
        '硬 突然 不放屁 没有放屁 不大便 一直吐 呕吐不止 吐个不停 发热 一碰就痛 脸色 晕倒 冷汗 便血 后背 大汗 胀得老高 放射',
      ],
      { none: '痛经 例假痛 月经痛 切了' },
    ),
    when(['肚子硬得像板 肚子像板 板状腹 肚子硬得像 腹肌紧张 硬得像板子']),
    when(['不放屁 没有放屁 停止排气 不排气', '呕吐 一直吐 吐 肚子胀 腹胀', '痛 胀']),
    when(['喝酒后 胰腺炎 暴饮暴食', '上腹…痛 肚子…痛 腹痛', '剧烈 剧痛 刀割 呕吐不止 痛得受不了']),
  ),
  emergency(
    'abdominal-trauma',
    ['腹部可能内出血', 'Possible bleeding inside the belly'],
    [
      '撞击后肚子越来越痛、脸白心慌，可能有内出血。',
      'Growing belly pain and pallor after a blow may be internal bleeding.',
    ],
    triage,
    when(['撞 车祸 摔 打 踢 压', '肚子痛 肚子…痛 腹痛', '脸色 惨白 苍白 发白 冷汗 晕'], {
      none: '几年 打针 打滚 打嗝',
    }),
    when(['车祸 撞 顶了 被打 摔 踢 压 坠', '肚子 腹', '越来越痛 脸色白 脸白 脸发白 心慌 脸色苍白 晕倒 头晕'], {
      none: '几年',
    }),
  ),
  emergency(
    'testicular-torsion',
    ['可能是睾丸扭转', 'Possible testicular torsion'],
    ['睾丸突然剧痛，六小时内处理才保得住。', 'Sudden severe testicular pain: it can be saved within about six hours.'],
    `EAU 2023; NICE CKS`,
    when(['睾丸 蛋蛋 阴囊 卵蛋 蛋子', '突然…痛 剧痛 突然痛 痛醒 痛得厉害 痛得受不了 痛死'], {
      sex: 'male',
      none: '几个月 几年 潮湿',
    }),
  ),
  emergency(
    'urine-retention',
    ['急性尿潴留', 'Cannot pass urine'],
    ['憋得厉害却尿不出来，要马上导尿。', 'A painfully full bladder that will not empty needs a catheter now.'],
    `EAU; ${triage}`,
    when(
      [
        '尿不出来 没尿出来 尿不出 解不出小便 小便解不出 小便不出来 排不出尿 屙不出尿 小便排不出',
        '胀 憋 痛 受不了 一天 小时',
      ],
      { none: '分叉 尿不尽 怀孕初' },
    ),
    when(['勃起', '小时 不消退 消不下去 不软', '痛 不消退 消不下去 小时'], {
      none: '勃起困难 勃起功能 不能勃起 勃起不',
    }),
  ),
  emergency(
    'blocked-limb',
    ['手脚可能断了血流', 'A limb may have lost its blood flow'],
    ['一条腿或手突然又冷又白又痛，血管可能堵住。', 'A limb suddenly cold, pale and painful may have a blocked artery.'],
    `ESVS 2020`,
    when(
      [
        '一条腿 腿 脚 手 胳膊',
        '又冷又白 发凉发紫 冰凉 发白发凉 又白又冷 没有脉搏 摸不到脉 发凉发白',
        '没知觉 摸不到脉 没有脉搏 痛得不行 剧痛 痛',
      ],
      { none: '冬天 雷诺 怕冷 高热 几年 气短' },
    ),
  ),
];
