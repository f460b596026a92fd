import { type Random, randomFrom } from '#db/seed/random.ts';
import { idCheckCharacter } from '#server/kernel/national-id.ts';
import { family, pools, type Sex, tibetan, yiFamily, yiGiven } from './name-pools.ts';

export const today = '2026-11-23';
const dayMs = 86_400_000;
export type Kind = 'han' | 'minority' | 'twin' | 'newborn';

/** One invented person, as they truly are. */
export type Truth = {
  id: number;
  household: number;
  name: string;
  sex: Sex;
  birthDate: string;
  ageYears: number;
  idNumber: string;
  phone: string;
  place: { county: string; town: string; village: string; house: number };
  mother: Truth | null;
  father: Truth | null;
  birthOrder: number;
  minority: boolean;
  kind: Kind;
};

/**
 * Shares of what makes people hard to tell apart. A namesake has the same name, sex and birthday elsewhere, as every
 * fifth person has in a province of 80 million. Newborns as new registrations have them: 0.8 % (births by new patients).
 */
export const recipe = {
  namesakes: 0.1,
  twins: 0.018,
  twinsHeardAlike: 0.05,
  generationName: 0.35,
  minority: 0.06,
  newborn: 0.02,
};

export function makePeople(seed: string, count: number): Truth[] {
  const random = randomFrom(`identity ${seed}`);
  const maker = new Maker(random);
  while (maker.people.length < count) maker.addHousehold();
  return maker.people.slice(0, count);
}

class Maker {
  readonly people: Truth[] = [];
  private readonly random: Random;
  private readonly numbers = new Set<string>();
  private household = 0;

  constructor(random: Random) {
    this.random = random;
  }

  addHousehold(): void {
    const { random } = this;
    this.household += 1;
    const minority = random.chance(recipe.minority);
    const county = random.int(183);
    const place = {
      county: `第${county}县`.replace(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit))),
      town: `${'青白红黄金银石木水土'.charAt(random.int(10))}${'桥河坝山溪林田坪沟口'.charAt(random.int(10))}`,
      village: `${'东西南北上下大小新老'.charAt(random.int(10))}${'龙凤泉塘湾冲坡寨垭坎'.charAt(random.int(10))}`,
      house: 1 + random.int(120),
    };
    const surname = minority && random.chance(0.5) ? random.pick(yiFamily) : family(random);
    const age = 22 + random.next() ** 0.8 * 60;
    const man = this.add({ sex: 'male', age, surname, minority, place, county });
    if (random.chance(0.15)) return;
    const woman = this.add({
      sex: 'female',
      age: Math.max(20, age + random.next() * 8 - 5),
      surname: minority ? surname : family(random),
      minority,
      place,
      county,
    });
    const born = Math.max(0, Math.min(3, Math.floor(random.next() * 3.2)));
    const generation = pools.first.male(random);
    for (let i = 0; i < born; i += 1) this.addBirth(man, woman, surname, generation, county, age);
  }

  private addBirth(
    father: Truth,
    mother: Truth,
    surname: string,
    generation: string,
    county: number,
    age: number,
  ): void {
    const { random } = this;
    const childAge = random.chance(recipe.newborn) ? random.next() * 0.4 : Math.max(0.1, (age - 21) * random.next());
    if (mother.ageYears - childAge < 16) return;
    const sex: Sex = random.chance(0.51) ? 'male' : 'female';
    const rest = { surname, minority: father.minority, place: father.place, county, mother, father, generation };
    const one = this.add({ ...rest, sex, age: childAge });
    if (!random.chance(recipe.twins)) return;
    const sameSex = random.chance(0.66) ? sex : sex === 'male' ? 'female' : 'male';
    const two = this.add({ ...rest, sex: sameSex, age: childAge, twinOf: one });
    for (const [order, twin] of [one, two].entries()) Object.assign(twin, { birthOrder: order + 1, kind: 'twin' });
    if (father.minority || sameSex !== sex || !random.chance(recipe.twinsHeardAlike)) return;
    const [a = '', b = ''] = random.pick(heardAlike);
    const stem = one.name.slice(0, -1);
    Object.assign(one, { name: stem + a });
    Object.assign(two, { name: stem + b });
  }

  private add(of: {
    sex: Sex;
    age: number;
    surname: string;
    minority: boolean;
    place: Truth['place'];
    county: number;
    mother?: Truth;
    father?: Truth;
    generation?: string;
    twinOf?: Truth;
  }): Truth {
    const { random } = this;
    const namesake =
      !of.mother && !of.minority && random.chance(recipe.namesakes)
        ? this.people[random.int(this.people.length)]
        : undefined;
    const copied = namesake && namesake.ageYears > 20 && namesake.sex === of.sex ? namesake : null;
    const birthDate = of.twinOf?.birthDate ?? copied?.birthDate ?? dayOf(of.age);
    const one: Truth = {
      id: this.people.length,
      household: this.household,
      name: copied?.name ?? this.nameOf(of),
      ...{ sex: of.sex, birthDate, ageYears: (Date.parse(today) - Date.parse(birthDate)) / dayMs / 365.25 },
      idNumber: this.numberOf(of.county, birthDate, of.sex, of.twinOf),
      phone: `1${3 + random.int(7)}${String(random.int(1_000_000_000)).padStart(9, '0')}`,
      ...{
        place: of.place,
        mother: of.mother ?? null,
        father: of.father ?? null,
        birthOrder: 0,
        minority: of.minority,
      },
      kind: of.age < 0.45 && of.mother ? 'newborn' : of.minority ? 'minority' : 'han',
    };
    this.people.push(one);
    return one;
  }

  private nameOf(of: Parameters<Maker['add']>[0]): string {
    const { random } = this;
    if (of.minority && of.surname.length === 2) return `${of.surname}${random.pick(yiGiven)}`;
    if (of.minority) return `${random.pick(tibetan)}${random.chance(0.8) ? random.pick(tibetan) : ''}`;
    const { first, second, alone } = pools;
    if (of.twinOf) return `${of.twinOf.name.slice(0, -1)}${second[of.sex](random)}`;
    if (of.generation && random.chance(recipe.generationName))
      return `${of.surname}${of.generation}${second[of.sex](random)}`;
    return of.surname + (random.chance(0.22) ? alone[of.sex](random) : first[of.sex](random) + second[of.sex](random));
  }

  private numberOf(county: number, birthDate: string, sex: Sex, twin?: Truth): string {
    const area = twin ? twin.idNumber.slice(0, 6) : `519${String(county).padStart(3, '0')}`;
    for (let n = twin ? Number(twin.idNumber.slice(14, 17)) + 1 : this.random.int(500) * 2; ; n += 1) {
      const sequence = n % 1000;
      if (sequence % 2 !== (sex === 'male' ? 1 : 0)) continue;
      const first17 = `${area}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
      if (this.numbers.has(first17)) continue;
      this.numbers.add(first17);
      return first17 + idCheckCharacter(first17);
    }
  }
}

const dayOf = (age: number): string =>
  new Date(Date.parse(today) - Math.floor(age * 365.25) * dayMs).toISOString().slice(0, 10);

/** Some parents give twins names that only the eye tells apart. */
const heardAlike = ['晨辰', '欣馨', '宇雨', '轩萱', '涵晗', '琪祺', '阳洋', '怡仪', '佳嘉', '明铭'];
