import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { comparePortraits } from './compare.ts';
import { compareDates, compareNames, comparePlaces, isOneSlip, placeIn } from './compare-fields.ts';
import { type Candidate, decide } from './decide.ts';
import { keysOf } from './keys.ts';
import { isPlaceholder, orderIn, parentIn, partsOf, plainName, soundOf } from './name-parts.ts';
import { fullNumber, type IdentityFacts, portray } from './portrait.ts';
import { simplify } from './variants.ts';

const today = '2026-11-23';
const base: IdentityFacts = {
  ...{ name: '欧阳春梅', otherNames: [], sex: 'female', birthDate: '1990-03-07', idNumber: '519000199003070020' },
  ...{ phones: ['p1'], address: '四川省金堂县三溪镇金河村3组', kin: [], kinNumbers: [], birthOrder: null },
};
const paper = (change: Partial<IdentityFacts> = {}) => portray({ ...base, ...change }, today);
const record = (residentId: string, ...papers: Partial<IdentityFacts>[]): Candidate => ({
  residentId,
  portraits: papers.map(paper),
});
const judge = (patient: Partial<IdentityFacts>, ...candidates: Candidate[]) => {
  const { state, rule, residentId } = decide(paper(patient), candidates, 'by-number', today);
  return [state, rule, residentId];
};

describe('names', () => {
  test.each([
    ['张伟', '張偉', 'same'],
    ['扎西·次仁', '扎西•次仁', 'same'],
    ['扎西・次仁', '扎西次仁', 'same'],
    ['王　小明', '王小明', 'same'],
    ['ＺＨＡＮＧ ＷＥＩ', 'zhang wei', 'same'],
    ['闫丽', '阎莉', 'sound'],
    ['单雄', '善雄', 'sound'],
    ['仇和', '求和', 'sound'],
    ['Ouyang Feng', '欧阳锋', 'sound'],
    ['刘娜', '牛娜', 'near'],
    ['刘娜', '周娜', 'part'],
    ['刘兰', '刘南', 'near'],
    ['何晴', '何睛', 'near'],
    ['陈昊', '陈吴', 'near'],
    ['次仁扎西', '扎西次仁', 'near'],
    ['扎西次仁', '扎西', 'near'],
    ['王建国', '王建军', 'part'],
    ['欧阳锋', '欧阳克', 'part'],
    ['李四', '王五', 'different'],
  ])('%s and %s are %s', (a, b, level) => {
    expect(compareNames(partsOf(a), partsOf(b))).toBe(level);
  });

  test.each([
    ['欧阳锋', '欧阳', '锋'],
    ['欧阳', '欧', '阳'],
    ['尉迟恭', '尉迟', '恭'],
    ['王芳', '王', '芳'],
    ['扎西·次仁', '', '扎西次仁'],
    ['吉克木呷阿', '', '吉克木呷阿'],
  ])('%s has the family name %s', (name, family, given) => {
    expect(partsOf(name)).toMatchObject({ family, given });
  });

  test.each([
    ['李梅之女', '李梅', null],
    ['李梅之次子', '李梅', 2],
    ['李梅之子A', '李梅', 1],
    ['新生儿', '', null],
  ])('%s stands in place of a name', (name, parent, order) => {
    expect([isPlaceholder(name), parentIn(name), orderIn(name)]).toEqual([true, parent, order]);
  });

  it('张之洞 is a name', () => expect(isPlaceholder('张之洞')).toBe(false));
  it('gives family names the sound they have as such', () => {
    expect(['单雄', '仇和', '解缙', '尉迟恭', '曾国藩'].map((one) => soundOf(partsOf(one)).split(' ')[0])).toEqual([
      ...['shan', 'qiu', 'xie', 'yu', 'zeng'],
    ]);
  });
});

describe('dates, numbers, places', () => {
  test.each([
    ['1990-03-07', '1990-03-07', 'same'],
    ['1990-03-07', '1990-07-03', 'slip'],
    ['1990-03-07', '1991-03-07', 'slip'],
    ['1990-03-07', '1990-30-07', 'slip'],
    ['1990-03-07', '1990-01-01', 'year'],
    ['1990', '1990-03-07', 'year'],
    ['1990-03-07', '1986-11-20', 'different'],
    ['', '1990-03-07', null],
  ])('%s and %s: %s', (a, b, level) => expect([compareDates(a, b), compareDates(b, a)]).toEqual([level, level]));

  test.each([
    ['123456', '123456', false],
    ['123456', '123956', true],
    ['123456', '124356', true],
    ['123456', '12356', true],
    ['123456', '1233456', true],
    ['123456', '129956', false],
  ])('%s and %s one slip apart: %s', (a, b, slip) => expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([slip, slip]));

  it('an old number of 15 digits is the new one', () => {
    expect(fullNumber('519000900307002')).toBe('519000199003070020');
  });

  test.each([
    ['四川省成都市金堂县三溪镇金河村3组', { county: '金堂县', town: '三溪', village: '金河' }],
    ['乐山市市中区大佛街道', { county: '市中区', town: '大佛', village: '' }],
    ['金河村', { county: '', town: '', village: '金河' }],
  ])('%s', (address, place) => expect(placeIn(address)).toEqual(place));

  it('compares by the smallest division both name', () => {
    const level = (a: string, b: string) => comparePlaces(placeIn(a), placeIn(b));
    expect(level('金堂县三溪镇金河村', '四川省金堂县三溪镇金河村委会')).toBe('village');
    expect(level('金堂县三溪镇金河村', '金堂县三溪镇红岩村')).toBe('town');
    expect(level('金堂县三溪镇金河村', '简阳市三溪镇金河村')).toBe('different');
    expect(level('金堂县', '成都市')).toBe(null);
    expect(level('金堂县三溪镇金河村', '金河村')).toBe('town');
  });
});

describe('decisions', () => {
  const noNumber = { idNumber: '' };
  test.each<[string, Partial<IdentityFacts>, Candidate[], unknown[]]>([
    ['without anybody alike a patient stays alone', noNumber, [], ['alone', 'no-id-number', null]],
    ['name, birth date, phone and village link', noNumber, [record('a', {})], ['linked', 'likeness', 'a']],
    ['a number with a slip links', { idNumber: '519000199003070O20' }, [record('a', {})], ['linked', 'likeness', 'a']],
    [
      'a name and a birth date alone ask people',
      { ...noNumber, phones: [], address: '' },
      [record('a', {})],
      ['review', 'not-enough', 'a'],
    ],
    [
      'two namesakes of one day ask people',
      { ...noNumber, phones: ['p1'] },
      [record('a', {}), record('b', { idNumber: '519000199003070047' })],
      ['review', 'two-alike', 'a'],
    ],
    [
      'two right numbers are two people',
      { idNumber: '519123199003070020' },
      [record('a', {})],
      ['linked', 'id-number-first', 'by-number'],
    ],
    ['number and name link', {}, [record('by-number', {})], ['linked', 'id-number-and-name', 'by-number']],
    [
      'a number under another name asks people',
      { name: '李四' },
      [record('by-number', {})],
      ['review', 'id-number-but-name', 'by-number'],
    ],
    [
      'a brother’s card asks people',
      { name: '欧阳春兰' },
      [record('by-number', {})],
      ['review', 'id-number-but-name', 'by-number'],
    ],
    [
      'a wrong date beside a known number and name is a slip',
      { birthDate: '1991-03-07' },
      [record('by-number', {})],
      ['linked', 'id-number-and-name', 'by-number'],
    ],
    [
      'a wrong date beside a number never seen asks people',
      { birthDate: '1991-03-07' },
      [],
      ['review', 'id-number-but-birth-date', 'by-number'],
    ],
  ])('%s', (_name, patient, candidates, expected) => {
    expect(judge(patient, ...candidates)).toEqual(expected);
  });

  const twin = { ...noNumber, sex: 'male', birthDate: '2023-05-01', kin: ['李梅'] } as const;
  test.each<[string, Partial<IdentityFacts>, Partial<IdentityFacts>]>([
    ['of names that sound alike', { name: '张晨' }, { name: '张辰' }],
    ['of names with a part in common', { name: '张子轩' }, { name: '张子涵' }],
    ['of the same words before they have names', { name: '李梅之子' }, { name: '李梅之子' }],
    [
      'told apart by the order of birth alone',
      { name: '李梅之子', birthOrder: 1 },
      { name: '李梅之子', birthOrder: 2 },
    ],
    ['told apart by the words', { name: '李梅之长子' }, { name: '李梅之次子' }],
    ['of which one has a name', { name: '李梅之子' }, { name: '张晨' }],
  ])('twins %s are never linked', (_name, one, other) => {
    expect(judge({ ...twin, ...one }, record('a', { ...twin, ...other }))[0]).not.toBe('linked');
    expect(judge({ ...twin, ...other }, record('a', { ...twin, ...one }))[0]).not.toBe('linked');
  });

  it('an only child without a name is linked to the name it got', () => {
    const born = { ...twin, name: '李梅之子', birthOrder: 0 };
    expect(judge({ ...twin, name: '张晨' }, record('a', born))).toEqual(['linked', 'likeness', 'a']);
  });

  it('a newborn under its mother’s number is not its mother', () => {
    const child = { ...base, name: '欧阳春梅之子', sex: 'male', birthDate: '2026-11-01' } as const;
    expect(portray(child, today)).toMatchObject({ idNumber: '', proven: false, kinNumber: base.idNumber });
    expect(judge(child, record('by-number', {}))).toEqual(['alone', 'no-id-number', null]);
  });

  it('says what it could not compare, which weighs nothing', () => {
    const { evidence } = comparePortraits(paper({ birthDate: '', idNumber: '', phones: [] }), paper());
    const unknown = evidence.filter((one) => one.outcome === 'unknown');
    expect(unknown.map((one) => one.what)).toEqual(['birth-date', 'id-number', 'phone', 'kin', 'birth-order']);
    expect(unknown.every((one) => one.weight === 0)).toBe(true);
  });
});

describe('for any two people', () => {
  const text = fc.constantFrom(
    '张伟',
    '張偉',
    '章玮',
    '欧阳锋',
    '扎西次仁',
    '扎西·次仁',
    '李梅之女',
    '王小明',
    'Zhang Wei',
    '单雄',
    '',
  );
  const facts = fc.record({
    name: text.map((one) => one || '某'),
    otherNames: fc.array(text, { maxLength: 1 }),
    sex: fc.constantFrom('male', 'female', 'unknown'),
    birthDate: fc.constantFrom('1990-03-07', '1990-07-03', '1990', '2026-10-01', ''),
    idNumber: fc.constantFrom('519000199003070020', '519000900307002', '519000199003070O20', '519000199003070047', ''),
    phones: fc.subarray(['p1', 'p2']),
    address: fc.constantFrom('', '金堂县', '四川省金堂县三溪镇金河村', '金河村', '简阳市'),
    kin: fc.subarray(['李梅', '李眉']),
    kinNumbers: fc.subarray(['k1']),
    birthOrder: fc.constantFrom(null, 0, 1, 2),
  }) as fc.Arbitrary<IdentityFacts>;

  it('it does not matter who is compared with whom', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const [left, right] = [portray(a, today), portray(b, today)];
        expect(comparePortraits(left, right)).toEqual(comparePortraits(right, left));
      }),
    );
  });

  it('tidying a name twice is tidying it once, and what is compared as the same is found under a common key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(plainName(plainName(name))).toBe(plainName(name));
        expect(simplify(simplify(name))).toBe(simplify(name));
      }),
    );
    fc.assert(
      fc.property(facts, (one) => {
        const portrait = portray(one, today);
        const keys = keysOf(portrait, 'search');
        expect(keysOf(portrait, 'keep')).toEqual(expect.arrayContaining(keys));
      }),
    );
  });
});
