import { emergency, when } from './write-rule.ts';

const triage = '急诊预检分诊专家共识（2018）';

export const injuries = [
  emergency(
    'severe-bleeding',
    ['出血止不住', 'Bleeding that will not stop'],
    ['用干净布用力压住伤口并拨 120。', 'Press hard on the wound with clean cloth and call 120.'],
    `${triage}; AHA first aid`,
    when(['血喷 喷血 血流不止 流血不止 血止不住 止不住血 出血不止 止不住 大量流血 大动脉'], {
      none: '痔疮 眼泪 流鼻涕 大便 咳 已经止住',
    }),
    when(['鼻血 鼻子流血 流鼻血', '止不住 一个小时 一个多小时 半小时 小时 华法林 瘀斑', '血'], {
      none: '已经止住 一点点',
    }),
    when(['紫斑 瘀斑 血小板', '出血不止 血小板只有 血小板5 牙龈出血不止 全身']),
  ),
  emergency(
    'penetrating-wound',
    ['刺穿或刀伤', 'Stab or piercing wound'],
    ['不要拔出刺入物，压住周围并拨 120。', 'Leave what is stuck in the wound, press around it and call 120.'],
    triage,
    when([
      '钢筋 刀 匕首 玻璃 铁棍 竹签 剪刀 钉',
      '戳到 戳进 戳穿 戳了 插到 插进 捅 刺进 刺到 扎到 扎进',
      '胸 肚子 腹 颈 脖子 眼 背 头 大腿',
    ]),
    when(
      [
        '捅 刺穿 扎穿 戳破 砍伤 砍了 刀伤 枪伤 中枪 枪打 刺伤 扎进去 打进去 插进',
        '刀 钉 钢筋 伤口 血 胸 肚子 眼 颈 脖子 大腿 手腕 脚 铁',
      ],
      { none: '扎了一根刺 针扎 打针' },
    ),
    when(['铁钉 钉子 生锈', '扎 踩', '很深 很脏 扎穿 深 生锈 牙关 抽']),
    when(['牙关紧 张不开嘴 张不开口 破伤风', '抽 钉 伤口 踩 生锈']),
  ),
  emergency(
    'amputation',
    ['断肢断指', 'Severed part'],
    [
      '断下的部分用干净布包好、隔袋冷藏，一起带来。',
      'Wrap the part in clean cloth, bag it, keep it cool and bring it.',
    ],
    `${triage}; 断指再植`,
    when(['断指 切断 锯断 夹断 压断 断掉 轧断 砍断 绞进 绞断 断了手指 咬断 咬掉', '手 脚 腿 胳膊 指 趾 耳朵 鼻子 肉'], {
      none: '再植术后 韧带 半月板 神经断 术后',
    }),
  ),
  emergency(
    'open-fracture',
    ['严重骨折', 'Serious fracture'],
    [
      '骨头外露、变形或远端发凉，不要挪动，等 120。',
      'Bone showing, a bent limb or a cold hand or foot: keep still and wait for 120.',
    ],
    `${triage}; NICE NG37`,
    when(['骨头戳出 骨头露 骨头都露 露出骨头 骨头出来 开放性骨折 骨头…露出来']),
    when(['骨折 断了 变形 摔', '发白发凉 没知觉 变形 痛得动不了 站不起来 动不了 短了', '腿 胳膊 手 髋 大腿'], {
      none: '个月 几年 年前 取钢板 复位后 术后',
    }),
    when(['髋 胯 大腿根', '摔', '站不起来 剧痛 动不了 走不了']),
  ),
  emergency(
    'major-trauma',
    ['严重外伤', 'Major trauma'],
    [
      '高处坠落、车祸后不要随意搬动，等 120。',
      'After a fall from height or a crash do not move the person; wait for 120.',
    ],
    `${triage}; NICE NG39`,
    when(['撞车 车祸 翻车 追尾 被撞 车撞', '脸色 惨白 苍白 肚子 胸口 昏 喘 动不了 流血'], { none: '年前 个月前' }),
    when(['从楼上 楼摔 楼掉 三楼 二楼 四楼 五楼 高处 坠落 坠楼 房顶 脚手架 树上', '摔 掉 坠 跌']),
    when([
      '车祸 出车祸 摩托车撞 被车撞 撞车 电动车撞 车撞了 骑摩托车撞',
      '痛 动不了 麻 喘不上气 昏迷 流血 呼吸 心慌 晕 吐',
    ]),
    when(['脖子 腰 背', '摔 撞 跌 坠', '没知觉 动不了 发麻动不了 瘫'], { none: '个月 几年 落枕' }),
  ),
  emergency(
    'burns',
    ['严重烧烫伤或化学伤', 'Serious burn or chemical injury'],
    [
      '先用流动凉水冲二十分钟，再送医；不要涂牙膏酱油。',
      'Run cool water over it for twenty minutes, then go; put nothing else on it.',
    ],
    `${triage}; 烧伤急救`,
    when(['烫 烧伤 火烧 烧了 烫伤 开水', '大面积 全烫 整个 脸 胸口 后背 肚子 全身 会阴 很多水泡 脖子 嗓哑'], {
      none: '年留 留了疤 疤 晒 发热 胃 烧心 反酸 上火 烫发 发烫 滚烫 额头烫 摸着烫 身上烫 脸烫 脸上烫 烫的疤',
    }),
    when(['硫酸 盐酸 碱水 火碱 强酸 强碱 石灰 化学药水 消毒水 氨水 化学品 洁厕灵', '泼 溅 喷 烧 进眼 掉进'], {
      none: '硫酸特布 硫酸沙丁 硫酸镁 硫酸氨基',
    }),
  ),
  emergency(
    'electric-drown-heat',
    ['电击、溺水、中暑或冻伤', 'Electric shock, drowning, heat or cold'],
    [
      '先离开危险处，再看呼吸；叫不醒或抽搐马上拨 120。',
      'First leave the danger, then check breathing; call 120 if unresponsive.',
    ],
    triage,
    when(['触电 电击 电打 被电 高压电 电到了 雷击'], { none: '静电' }),
    when(['溺水 掉到水里 掉进水 掉水里 落水 淹水 淹到']),
    when(['中暑 热射病 太阳底下 高温天 高温下 高温作业', '体温41 体温40 昏 说胡话 抽搐 高热 晕倒 40度 41度']),
    when(['冻僵 失温 冻得', '昏迷 没知觉 说胡话 冻僵']),
  ),
  emergency(
    'bites',
    ['蛇咬伤或危险的咬伤', 'Snake bite or dangerous bite'],
    [
      '不要割、不要吸、少走动，尽快到有抗蛇毒血清或狂犬疫苗的医院。',
      'Do not cut or suck; keep still and go where antivenom or rabies vaccine is kept.',
    ],
    'WHO 2016 蛇咬伤; 狂犬病暴露预防处置工作规范（2023）',
    when(['蛇咬 毒蛇 竹叶青 眼镜蛇 蝮蛇 五步蛇 银环蛇 蛇…咬 被蛇'], { none: '宠物 没咬' }),
    when(['狗咬 被狗 犬咬 咬', '脸 脖子 头 一块肉 血流不止 血止不住', '狗 犬 猫 熊 野猪 猪'], { none: '年前' }),
    when(['怕水 怕风 恐水', '狗 犬 咬 猫']),
  ),
  emergency(
    'eye-emergency',
    ['眼睛急症', 'Eye emergency'],
    [
      '眼外伤不要揉、化学物先冲水；突然看不见要几小时内处理。',
      'Do not rub; rinse chemicals; sudden loss of sight must be seen within hours.',
    ],
    `NICE CKS; 急性闭角型青光眼; ${triage}`,
    when(['突然 忽然 一下子', '看不到 看不见 失明 眼前一黑', '眼'], { none: '晕倒 起身 站起 蹲' }),
    when(['眼睛 眼球 眼', '戳破 打进去 扎进 溅到 溅进 刺破 炸伤 铁屑 扎伤 化学', '睁不开 看不见 血 破 溅 打进 痛']),
    when(['突然…看不见 突然看不见 完全看不见 突然失明 突然…失明 突然一只眼 拉了黑幕 黑幕 幕布遮', '眼 看'], {
      none: '几年',
    }),
    when(
      [
        '眼睛剧痛 眼睛突然剧痛 眼睛胀痛 眼痛 眼睛…剧痛',
        '彩虹圈 虹视 视力下降 看不清 头痛 呕吐',
        '恶心 呕吐 彩虹圈 虹视 突然',
      ],
      { none: '复查' },
    ),
    when(['黑点闪光 闪光', '突然', '黑影 黑幕 黑点 看不清']),
  ),
];
