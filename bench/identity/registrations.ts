import { type Random, randomFrom } from '#db/seed/random.ts';
import type { IdentityFacts } from '#server/records/identity/match/portrait.ts';
import { otherSpelling } from './name-pools.ts';
import type { Truth } from './people.ts';
import { changeCharacter, mistakeDate, mistype } from './slips.ts';

/** What a desk wrote of somebody; `registered` is the person's own sign-up, with a verified number. */
export type Registration = { truth: Truth; place: string; registered: boolean; facts: IdentityFacts };

/** Share of registrations in which each thing goes wrong; printed with the figures. */
export const errors = {
  number: { missing: 0.06, missingChild: 0.3, slip: 0.008, oldForm: 0.005, relatives: 0.002, mothersForNewborn: 0.3 },
  dateAndSexFromNumber: 0.7,
  name: { heard: 0.006, traditional: 0.008, lookAlike: 0.003, wrong: 0.0015, changed: 0.001, latin: 0.0005 },
  minorityName: { otherDot: 0.3, shortened: 0.03, otherSpelling: 0.04 },
  newbornUnnamed: 0.7,
  date: { missing: 0.004, wrong: 0.005, yearOnly: 0.004, lunar: 0.003 },
  sex: 0.002,
  phone: { missing: 0.06, changed: 0.08, relatives: 0.05, desks: 0.004 },
  address: { missing: 0.15, moved: 0.06, coarse: 0.25 },
  kinOfChildren: 0.6,
  birthOrder: { twins: 0.7, single: 0.3 },
} as const;

/** Sign-ups and hospital registrations of the people, in the order in which they come. */
export function register(seed: string, people: readonly Truth[]): Registration[] {
  const random = randomFrom(`registrations ${seed}`);
  const all: { at: number; one: Registration }[] = [];
  for (const truth of people) {
    const desks = 1 + (random.chance(0.55) ? 1 : 0) + (random.chance(0.3) ? 1 : 0) + (random.chance(0.1) ? 1 : 0);
    if (truth.ageYears > 1 && random.chance(truth.ageYears < 18 ? 0.25 : 0.5)) {
      all.push({ at: random.next(), one: { truth, place: 'registered', registered: true, facts: signUp(truth) } });
    }
    for (let i = 0; i < desks; i += 1) {
      const first = truth.kind === 'newborn' && i === 0;
      const one = { truth, place: `H${random.int(400)}`, registered: false, facts: atDesk(random, truth, first) };
      all.push({ at: random.next() + (first ? -1 : 0), one });
    }
  }
  return all.sort((a, b) => a.at - b.at).map(({ one }) => one);
}

const guardian = (truth: Truth): Truth => (truth.ageYears < 14 ? (truth.mother ?? truth) : truth);

const signUp = (truth: Truth): IdentityFacts => ({
  ...{ name: truth.name, otherNames: [], sex: truth.sex, birthDate: truth.birthDate, idNumber: truth.idNumber },
  ...{ phones: [guardian(truth).phone], address: addressOf(truth), kin: [], kinNumbers: [], birthOrder: null },
});

function atDesk(random: Random, truth: Truth, first: boolean): IdentityFacts {
  const unnamed = first && random.chance(errors.newbornUnnamed);
  const { idNumber, kinNumbers } = numberAt(random, truth, first);
  const derived = idNumber.length === 18 && !first && random.chance(errors.dateAndSexFromNumber);
  const fromNumber = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  const other: Truth['sex'] = truth.sex === 'male' ? 'female' : 'male';
  const twin = truth.kind === 'twin' || truth.birthOrder > 0;
  const order = random.chance(errors.birthOrder[twin ? 'twins' : 'single']) && truth.ageYears < 14;
  return {
    name: unnamed ? unnamedChild(random, truth) : nameAt(random, truth),
    otherNames: [],
    sex: derived ? (Number(idNumber[16]) % 2 ? 'male' : 'female') : random.chance(errors.sex) ? other : truth.sex,
    birthDate: derived ? fromNumber : dateAt(random, truth, first),
    idNumber,
    phones: phonesAt(random, truth),
    address: addressAt(random, truth),
    kin:
      truth.ageYears < 14 && random.chance(errors.kinOfChildren)
        ? [(random.chance(0.7) ? truth.mother : truth.father)?.name ?? ''].filter(Boolean)
        : [],
    kinNumbers,
    birthOrder: order ? truth.birthOrder : null,
  };
}

function numberAt(random: Random, truth: Truth, first: boolean): { idNumber: string; kinNumbers: string[] } {
  const { number } = errors;
  const { mother, idNumber } = truth;
  if (first)
    return { idNumber: mother && random.chance(number.mothersForNewborn) ? mother.idNumber : '', kinNumbers: [] };
  if (random.chance(truth.ageYears < 7 ? number.missingChild : number.missing)) return { idNumber: '', kinNumbers: [] };
  if (random.chance(number.slip)) return { idNumber: mistype(random, idNumber), kinNumbers: [] };
  if (mother && random.chance(number.relatives)) return { idNumber: mother.idNumber, kinNumbers: [] };
  if (truth.ageYears > 40 && random.chance(number.oldForm))
    return { idNumber: idNumber.slice(0, 6) + idNumber.slice(8, 17), kinNumbers: [] };
  return { idNumber, kinNumbers: [] };
}

function unnamedChild(random: Random, { mother, sex, birthOrder }: Truth): string {
  const child = sex === 'male' ? '子' : '女';
  const said = birthOrder > 0 && random.chance(0.6) ? (random.chance(0.5) ? (birthOrder === 1 ? '长' : '次') : '') : '';
  return `${mother?.name ?? '无名'}之${said}${child}`;
}

function nameAt(random: Random, truth: Truth): string {
  const { name } = errors;
  let text = truth.minority ? minorityName(random, truth.name) : truth.name;
  if (random.chance(name.heard)) text = changeCharacter(random, text, 'sound');
  if (random.chance(name.traditional)) text = changeCharacter(random, text, 'traditional');
  if (random.chance(name.lookAlike)) text = changeCharacter(random, text, 'look');
  if (random.chance(name.wrong)) text = changeCharacter(random, text, 'wrong');
  // given anew by the family: another generation's character in the middle
  if (random.chance(name.changed) && text.length === 3)
    text = `${text[0]}${random.pick([...'福寿安宁'])}${random.pick([...'生根全顺'])}`;
  if (random.chance(0.004)) text = random.chance(0.5) ? [...text].join(' ') : `${text}　`;
  return text;
}

function minorityName(random: Random, name: string): string {
  const { minorityName: share } = errors;
  let text = name;
  if (random.chance(share.otherSpelling)) {
    const from = Object.keys(otherSpelling).find((one) => text.includes(one));
    if (from) text = text.replace(from, otherSpelling[from] ?? from);
  }
  if (text.length > 3 && random.chance(share.shortened)) text = text.slice(0, 2);
  if (text.length > 3 && random.chance(share.otherDot))
    text = `${text.slice(0, 2)}${random.pick([...'·•‧・.'])}${text.slice(2)}`;
  return text;
}

function dateAt(random: Random, truth: Truth, first: boolean): string {
  const { date } = errors;
  if (first) return truth.birthDate;
  if (random.chance(date.missing)) return '';
  if (random.chance(date.wrong)) return mistakeDate(random, truth.birthDate);
  if (truth.ageYears > 60 && random.chance(date.yearOnly * 4)) return `${truth.birthDate.slice(0, 4)}-01-01`;
  if (truth.ageYears > 50 && random.chance(date.lunar * 2)) return lunar(random, truth.birthDate);
  return truth.birthDate;
}

/** The day as the lunar calendar counts it, 20 to 50 days earlier. */
const lunar = (random: Random, date: string): string =>
  new Date(Date.parse(date) - (20 + random.int(30)) * 86_400_000).toISOString().slice(0, 10);

function phonesAt(random: Random, truth: Truth): string[] {
  const { phone } = errors;
  if (random.chance(phone.missing)) return [];
  if (random.chance(phone.desks)) return ['13800138000'];
  if (random.chance(phone.changed))
    return [`1${3 + random.int(7)}${String(random.int(1_000_000_000)).padStart(9, '0')}`];
  const child = truth.ageYears < 14;
  const relative = child ? (random.chance(0.7) ? truth.mother : truth.father) : truth.mother;
  return [(child || random.chance(phone.relatives) ? (relative ?? truth) : truth).phone];
}

const addressOf = ({ place }: Truth): string => `四川省${place.county}${place.town}镇${place.village}村`;

function addressAt(random: Random, truth: Truth): string {
  const { address } = errors;
  const { county, town, village, house } = truth.place;
  if (random.chance(address.missing)) return '';
  if (random.chance(address.moved))
    return `四川省第${random.pick([...'一二三四五六七八九'])}${random.pick([...'一二三四五六七八九'])}区新城街道和平社区${house}号`;
  if (random.chance(address.coarse)) return random.chance(0.5) ? `四川省${county}` : `${county}${town}镇`;
  return `${random.chance(0.5) ? '四川省' : ''}${county}${town}镇${village}村${random.chance(0.5) ? `${1 + (house % 9)}组${house}号` : ''}`;
}
