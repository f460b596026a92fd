import type { Label } from './labels.ts';
import type { Question } from './schema.ts';

type Entry = Question & { between: readonly [Label, Label] };

/** Questions that part two departments (E5). Each option's Chinese wording is understood when added to the text. */
const entries: readonly Entry[] = [
  {
    between: ['心血管内科', '消化内科'],
    id: 'heart-or-stomach',
    question: { zh: '不舒服和吃饭有关，还是和活动有关？', en: 'Is it linked to meals or to effort?' },
    options: [
      { id: 'meals', zh: '饭后或空腹时烧心、反酸', en: 'After meals or when hungry, with heartburn' },
      { id: 'effort', zh: '走路、爬楼时胸闷心慌', en: 'When walking or climbing, with tightness or palpitations' },
    ],
  },
];

const byPair = new Map(
  entries.flatMap(
    ({ between: [a, b], ...entry }) =>
      [
        [`${a}|${b}`, entry],
        [`${b}|${a}`, entry],
      ] as const,
  ),
);

export const questionBetween = (first: Label, second: Label): Question | null =>
  byPair.get(`${first}|${second}`) ?? null;
