import { fever, when } from './write-rule.ts';

export const fevers = [
  fever(
    'fever-clinic',
    ['发热先到发热门诊', 'Fever: the fever clinic first'],
    [
      '发热 37.3℃ 以上并有呼吸道症状或流行病接触史，先到发热门诊，不要直接进普通候诊区。',
      'With fever and a cough or contact with an outbreak, go to the fever clinic before other clinics.',
    ],
    '发热门诊设置管理规范（2021）; domain A44, E18',
    when(['发热 高热 低热', '咳 喉咙痛 流鼻涕 流涕 呼吸困难 接触 密接 鼻塞 全身酸痛 浑身酸痛 胸闷 气短'], {
      ageMonths: { min: 168 },
    }),
  ),
];
