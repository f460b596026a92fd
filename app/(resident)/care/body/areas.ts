import type { Messages } from '../../../_text/messages.ts';

export type AreaId = keyof Messages['careBody']['area'];
export type SayId = keyof Messages['careBody']['say'];
type Who = 'child' | 'adult' | 'female' | 'male';

/** What people commonly say of each area. A mark after the colon says of whom alone. */
const lists: Record<AreaId, string> = {
  head: 'headache dizzy headInjury forgetful:adult',
  eye: 'eyeRed eyeItch blurred eyeSudden',
  ear: 'earPain deaf tinnitus:adult earPus',
  nose: 'blockedNose nosebleed sneeze',
  mouth: 'toothache gums ulcer',
  throat: 'soreThroat hoarse swallow neckLump',
  chest: 'chestPain tightChest palpitation cough coughBlood breastLump:female',
  upperBelly: 'stomachPain reflux:adult vomit rightBelly spitUp:child',
  lowerBelly: 'bellyPain diarrhoea constipation periodPain:female periodOdd:female pregnantCheck:female',
  groin: 'urinePain urineBlood urineSlow:adult discharge:female testicle:male bedwetting:child',
  shoulder: 'shoulderPain',
  arm: 'armPain armNumb armWeak',
  hand: 'fingerJoint handNumb handCut',
  thigh: 'hipPain thighPain',
  knee: 'kneePain kneeSwollen',
  foot: 'ankle toe:adult legSwollen veins:adult',
  nape: 'neckStiff neckLump',
  back: 'backPain backBent',
  waist: 'waistPain sciatica:adult colic',
  seat: 'piles bloodStool',
  whole: 'fever cold tired thinner thirst aching notFeeding:child crying:child growth:child',
  skin: 'itch blisters acne:adult mole hairLoss scald',
  mind: 'sleepless low anxious noWish restless:child',
};

export type Complaint = { id: SayId; only: Who | null };

export const complaints = Object.fromEntries(
  Object.entries(lists).map(([area, list]) => [
    area,
    list.split(' ').map((word): Complaint => {
      const [id, only] = word.split(':');
      return { id: id as SayId, only: (only as Who | undefined) ?? null };
    }),
  ]),
) as Record<AreaId, Complaint[]>;

export const areaIds = Object.keys(lists) as AreaId[];
export const isArea = (value: string): value is AreaId => value in lists;

/** Areas that no figure shows. */
export const elsewhere: AreaId[] = ['whole', 'skin', 'mind'];

/** Whom the figure is drawn for; null where it is not known. */
export type Person = { child: boolean; sex: 'male' | 'female' | null };

/** Left out only what certainly does not fit the person. */
export const fits = (complaint: Complaint, person: Person): boolean => {
  if (complaint.only === null) return true;
  if (complaint.only === 'child') return person.child;
  if (complaint.only === 'adult') return !person.child;
  return (person.sex ?? complaint.only) === complaint.only;
};
