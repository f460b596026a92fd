import { emergency, when } from './write-rule.ts';

const triage2018 = '急诊预检分诊专家共识（2018）';
const adult = { ageMonths: { min: 168 } };

export const heart = [
  emergency(
    'acute-coronary',
    ['可能是心脏急症', 'Possible heart attack'],
    [
      '胸口压着痛、出冷汗或放射到肩臂，可能是心肌缺血，每一分钟都要紧。',
      'Pressing chest pain with sweating or pain in arm or jaw may be a heart attack; minutes count.',
    ],
    `${triage2018}; NICE CG95`,
    when(
      [
        '胸痛 胸口痛 胸口闷 胸闷 胸口压 胸前区痛 心前区痛 胸口憋 胸骨后痛 胸口…痛',
        '压榨 冷汗 大汗 左胳膊 左臂 左肩 放射 濒死 像石头压 后背…痛 下巴 牙痛 喘不上气 呼吸困难 晕倒 脸色苍白 脸色发白',
      ],
      adult,
    ),
  ),
];
