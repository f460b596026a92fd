import { type SignId, signId } from '#server/navigation/schema/danger-signs.ts';
import type { Facts } from '#server/navigation/understand/schema.ts';
import { type AreaId, isArea, type Person, type SayId } from './body/areas.ts';

/** What the form holds; it is sent by POST only and never put into an address. */
export type Wish = {
  /** Id of a person of the family; 'other' for anybody else, whose age and sex are asked. */
  who: string;
  age: string;
  ageUnit: 'years' | 'months';
  sex: '' | 'male' | 'female';
  pregnant: boolean;
  since: '' | Since;
  text: string;
  says: SayId[];
  area: AreaId | null;
  /** Wording of the options chosen in earlier questions. */
  options: string[];
  /** The danger sign that was tapped, or that none holds; empty until asked. */
  sign: '' | 'none' | SignId;
};
/** A person of the family as the form needs them. */
export type Patient = {
  id: string;
  name: string;
  relation: string;
  sex: 'male' | 'female' | 'unknown';
  ageMonths: number;
};

/** How long it has lasted, as the days the server is told. */
export const sinces = { today: 0, days: 3, weeks: 10, month: 30, longer: 180 } as const;
export type Since = keyof typeof sinces;
export const longestText = 500;
/** Up to this age the figure and the complaints are a child's. */
const childMonths = 14 * 12;

export const emptyWish = (who: string): Wish => ({
  ...{ who, age: '', ageUnit: 'years', sex: '', pregnant: false, since: '', text: '', says: [], area: null },
  options: [],
  sign: '',
});

export function readWish(form: FormData): Wish {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const since = text('since');
  const area = text('area');
  const sex = text('sex');
  return {
    who: text('who').slice(0, 40) || 'other',
    age: text('age').slice(0, 3),
    ageUnit: text('ageUnit') === 'months' ? 'months' : 'years',
    sex: sex === 'male' || sex === 'female' ? sex : '',
    pregnant: form.get('pregnant') !== null,
    since: since in sinces ? (since as Since) : '',
    text: text('text').slice(0, longestText),
    says: [...new Set(form.getAll('say').map(String))].slice(0, 8) as SayId[],
    area: isArea(area) ? area : null,
    options: form
      .getAll('option')
      .map((option) => String(option).slice(0, 60))
      .slice(0, 3),
    sign: signOf(text('sign')),
  };
}

const signOf = (told: string): Wish['sign'] => (told === 'none' ? told : (signId.safeParse(told).data ?? ''));

/** Months of age, null when the field is empty or is no age. */
export function ageOf(wish: Pick<Wish, 'age' | 'ageUnit'>): number | null {
  if (!/^\d{1,3}$/.test(wish.age)) return null;
  const months = Number(wish.age) * (wish.ageUnit === 'years' ? 12 : 1);
  return months <= 120 * 12 ? months : null;
}

export const mayBePregnant = (sex: string, ageMonths: number | null): boolean =>
  sex === 'female' && (ageMonths === null || (ageMonths >= 11 * 12 && ageMonths <= 55 * 12));

/** The facts that are asked first (E4), from the family's data or from what was typed. */
export function factsOf(wish: Wish, people: Patient[]): Facts {
  const known = people.find((person) => person.id === wish.who);
  const sex = known ? known.sex : wish.sex;
  const ageMonths = known ? known.ageMonths : ageOf(wish);
  return {
    ...(ageMonths === null ? {} : { ageMonths }),
    ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    ...(wish.pregnant && mayBePregnant(sex, ageMonths) ? { pregnant: true } : {}),
    ...(wish.since ? { days: sinces[wish.since] } : {}),
  };
}

/** Whom to draw, and whose complaints to offer. */
export function personOf(facts: Facts): Person {
  return { child: facts.ageMonths !== undefined && facts.ageMonths < childMonths, sex: facts.sex ?? null };
}

/** Full months between a birth date and a day. */
export function monthsBetween(birthDate: string, day: string): number {
  const [by = 0, bm = 0, bd = 0] = birthDate.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  return Math.max(0, (y - by) * 12 + m - bm - (d < bd ? 1 : 0));
}
