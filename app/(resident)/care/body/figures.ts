import type { AreaId } from './areas.ts';

export type View = 'front' | 'back' | 'face';
export const views: View[] = ['front', 'back', 'face'];

/** A place to press, in the drawing's units. Limbs come twice, named by side as the person has them. */
export type Zone = { area: AreaId; side?: 'left' | 'right'; at: [x: number, y: number, wide: number, high: number] };
/** The figure is thick lines and ellipses of one colour; `lines` are the thin ones on it. */
export type Figure = {
  wide: number;
  high: number;
  limbs: { path: string; thick: number }[];
  rounds: { cx: number; cy: number; rx: number; ry: number }[];
  lines: string[];
  zones: Zone[];
};

const middle = 120;
/** Seen from the front, the person's right is on the left of the drawing; from behind it is not. */
const pair = (area: AreaId, from: 'front' | 'back', at: Zone['at']): Zone[] => [
  { area, side: from === 'front' ? 'right' : 'left', at },
  { area, side: from === 'front' ? 'left' : 'right', at: [2 * middle - at[0] - at[2], at[1], at[2], at[3]] },
];
const both = (path: (x: (n: number) => number) => string, thick: number) => [
  { path: path((n) => middle - n), thick },
  { path: path((n) => middle + n), thick },
];

const adultBody = {
  wide: 240,
  high: 520,
  limbs: [
    { path: `M${middle} 70V110`, thick: 26 },
    { path: `M88 132Q94 200 96 240L92 282H148L144 240Q146 200 152 132Q120 116 88 132Z`, thick: 24 },
    ...both((x) => `M${x(42)} 128Q${x(62)} 170 ${x(68)} 224L${x(78)} 284`, 27),
    ...both((x) => `M${x(25)} 292L${x(26)} 400L${x(27)} 492L${x(36)} 500`, 38),
  ],
  rounds: [
    { cx: middle, cy: 42, rx: 29, ry: 35 },
    { cx: 41, cy: 292, rx: 14, ry: 19 },
    { cx: 199, cy: 292, rx: 14, ry: 19 },
  ],
};
const childBody = {
  wide: 240,
  high: 430,
  limbs: [
    { path: `M${middle} 100V134`, thick: 28 },
    { path: `M92 150Q96 190 94 250H146Q144 190 148 150Q120 138 92 150Z`, thick: 28 },
    ...both((x) => `M${x(40)} 148Q${x(60)} 180 ${x(70)} 240`, 27),
    ...both((x) => `M${x(25)} 262L${x(27)} 340L${x(27)} 402L${x(36)} 408`, 40),
  ],
  rounds: [
    { cx: middle, cy: 58, rx: 43, ry: 48 },
    { cx: 48, cy: 250, rx: 14, ry: 17 },
    { cx: 192, cy: 250, rx: 14, ry: 17 },
  ],
};

const adultLimbs = (from: 'front' | 'back'): Zone[] => [
  ...pair('shoulder', from, [44, 108, 46, 50]),
  ...pair('arm', from, [24, 160, 54, 100]),
  ...pair('hand', from, [16, 262, 52, 56]),
  ...pair('thigh', from, [72, 320, 47, 64]),
  ...pair('knee', from, [72, 386, 47, 48]),
  ...pair('foot', from, [66, 436, 53, 80]),
];
const childLimbs = (from: 'front' | 'back'): Zone[] => [
  ...pair('shoulder', from, [46, 132, 44, 44]),
  ...pair('arm', from, [24, 178, 58, 50]),
  ...pair('hand', from, [20, 230, 54, 50]),
  ...pair('thigh', from, [70, 288, 49, 44]),
  ...pair('knee', from, [70, 333, 49, 42]),
  ...pair('foot', from, [66, 376, 53, 50]),
];

const trunk = (steps: [AreaId, number, number][]): Zone[] =>
  steps.map(([area, top, bottom]) => ({ area, at: [91, top, 58, bottom - top - 1] }));

const adult: Record<'front' | 'back', Figure> = {
  front: {
    ...adultBody,
    lines: ['M108 40h1M131 40h1M112 58q8 5 16 0', 'M98 178q22 10 44 0', 'M120 236v4'],
    zones: [
      { area: 'head', at: [84, 6, 72, 66] },
      ...trunk([
        ['throat', 73, 114],
        ['chest', 114, 178],
        ['upperBelly', 178, 226],
        ['lowerBelly', 226, 272],
        ['groin', 272, 318],
      ]),
      ...adultLimbs('front'),
    ],
  },
  back: {
    ...adultBody,
    lines: ['M120 118v150', 'M104 296q16 8 32 0'],
    zones: [
      { area: 'head', at: [84, 6, 72, 66] },
      ...trunk([
        ['nape', 73, 114],
        ['back', 114, 196],
        ['waist', 196, 258],
        ['seat', 258, 318],
      ]),
      ...adultLimbs('back'),
    ],
  },
};
const child: Record<'front' | 'back', Figure> = {
  front: {
    ...childBody,
    lines: ['M104 58h1M135 58h1M110 80q10 7 20 0', 'M120 222v4'],
    zones: [
      { area: 'head', at: [74, 6, 92, 84] },
      ...trunk([
        ['throat', 91, 129],
        ['chest', 129, 170],
        ['upperBelly', 170, 208],
        ['lowerBelly', 208, 246],
        ['groin', 246, 287],
      ]),
      ...childLimbs('front'),
    ],
  },
  back: {
    ...childBody,
    lines: ['M120 142v96', 'M106 266q14 8 28 0'],
    zones: [
      { area: 'head', at: [74, 6, 92, 84] },
      ...trunk([
        ['nape', 91, 129],
        ['back', 129, 194],
        ['waist', 194, 240],
        ['seat', 240, 287],
      ]),
      ...childLimbs('back'),
    ],
  },
};
const face: Figure = {
  wide: 240,
  high: 290,
  limbs: [{ path: `M${middle} 210V270`, thick: 84 }],
  rounds: [
    { cx: 38, cy: 124, rx: 16, ry: 26 },
    { cx: 202, cy: 124, rx: 16, ry: 26 },
    { cx: middle, cy: 122, rx: 84, ry: 108 },
  ],
  lines: [
    'M76 104q16 -12 32 0q-16 12 -32 0',
    'M132 104q16 -12 32 0q-16 12 -32 0',
    'M120 108v40q-10 8 -2 10',
    'M96 190q24 14 48 0',
  ],
  zones: [
    { area: 'head', at: [60, 16, 120, 62] },
    { area: 'eye', side: 'right', at: [66, 82, 52, 46] },
    { area: 'eye', side: 'left', at: [122, 82, 52, 46] },
    { area: 'ear', side: 'right', at: [10, 92, 50, 64] },
    { area: 'ear', side: 'left', at: [180, 92, 50, 64] },
    { area: 'nose', at: [94, 130, 52, 42] },
    { area: 'mouth', at: [80, 174, 80, 42] },
    { area: 'throat', at: [72, 226, 96, 56] },
  ],
};

export const figureOf = (view: View, isChild: boolean): Figure =>
  view === 'face' ? face : (isChild ? child : adult)[view];
