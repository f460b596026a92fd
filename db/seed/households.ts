import { customOf, familyName, personName, type Sex } from './people-names.ts';
import { type Random, weighted } from './random.ts';

export type Relation = 'child' | 'spouse' | 'parent';
export type Person = { name: string; sex: Sex; ageDays: number };
/** The first is the holder; the others are linked to them by `relation`. */
export type Household = { holder: Person; members: { person: Person; relation: Relation }[] };

type Shape = { age: 'adult' | 'elder'; spouse: boolean; children: number; grown: number; parents: number };
const shape = (of: Partial<Shape>): Shape => ({
  age: 'adult',
  spouse: false,
  children: 0,
  grown: 0,
  parents: 0,
  ...of,
});

/** Weights chosen so that size (2.51) and ages (16 % under 15, 22 % from 60) come out as the 2020 census found. */
const shapes = weighted<Shape>([
  [shape({}), 14],
  [shape({ age: 'elder' }), 12],
  [shape({ spouse: true }), 7],
  [shape({ spouse: true, children: 1 }), 15],
  [shape({ spouse: true, children: 2 }), 6],
  [shape({ spouse: true, children: 1, parents: 1 }), 9],
  [shape({ spouse: true, children: 1, parents: 2 }), 4],
  [shape({ age: 'elder', spouse: true }), 13],
  [shape({ spouse: true, grown: 1 }), 20],
]);

const years = (random: Random, from: number, below: number) =>
  Math.floor((from + random.next() * (below - from)) * 365.2425);
const other = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male');

export function makeHousehold(random: Random, regionCode: string): Household {
  const form = shapes(random);
  const custom = customOf(random, regionCode);
  const family = familyName(random, custom);
  const person = (sex: Sex, ageDays: number, of = family): Person => ({
    sex,
    ageDays,
    name: personName(random, custom, sex, of, ageDays),
  });
  const sexOf = (): Sex => (random.chance(0.506) ? 'male' : 'female');

  const holderSex = sexOf();
  const age =
    form.age === 'elder'
      ? years(random, 60, 60 + 32 * random.next() ** 1.6 + 1)
      : form.grown > 0
        ? years(random, 40, 60)
        : form.children > 0
          ? years(random, 24, 48)
          : years(random, 20, 60);
  // the family name comes down from the father, so a mother brings her own
  const holder = person(holderSex, age, holderSex === 'male' ? family : familyName(random, custom));
  const members: Household['members'] = [];
  const add = (relation: Relation, who: Person) => members.push({ relation, person: who });
  if (form.spouse) {
    const spouseAge = Math.max(20 * 366, age + years(random, -4, 4));
    add('spouse', person(other(holderSex), spouseAge, holderSex === 'male' ? familyName(random, custom) : family));
  }
  for (let i = 0; i < form.children; i++) add('child', person(sexOf(), years(random, 0, Math.min(15, age / 365 - 20))));
  for (let i = 0; i < form.grown; i++) add('child', person(sexOf(), years(random, 15, Math.min(30, age / 365 - 20))));
  for (let i = 0; i < form.parents; i++) {
    const sex: Sex = i === 0 ? 'female' : 'male';
    const name = sex === 'male' && holderSex === 'male' ? family : familyName(random, custom);
    add('parent', person(sex, Math.max(60 * 366, age + years(random, 22, 34)), name));
  }
  return { holder, members };
}
