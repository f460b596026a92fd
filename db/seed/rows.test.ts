import { describe, expect, it } from 'vitest';
import { connectedHospitals, ownPlansFacility } from './connected-hospitals.ts';
import { readCatalog, readDivisions } from './data-files.ts';
import { departmentFacts } from './department-facts.ts';
import { departmentsOf } from './departments.ts';
import { townshipCentreName, villageClinicName } from './facilities.ts';
import { listHospitals, shortCity } from './hospitals.ts';
import { makeHousehold } from './households.ts';
import { readingOf, readingOfPerson } from './pinyin.ts';
import { randomFrom, weighted } from './random.ts';
import { firstDemoNumber, numbersPerDay, sampleIdNumber } from './sample-id-numbers.ts';
import { openKernel } from './testing.ts';

describe('names', () => {
  it.each([
    ['水井坊社区居委会', '居委会', '水井坊社区卫生服务站'],
    ['光明村村民委员会', '村委会', '光明村卫生室'],
    ['沙湾村委会', '村委会', '沙湾村卫生室'],
    ['玉皇村民委员会', '村委会', '玉皇村卫生室'],
    ['马村村村民委员会', '村委会', '马村村卫生室'],
    ['联合社区居民居委会', '居委会', '联合社区卫生服务站'],
    ['团结社区居民委员', '居委会', '团结社区卫生服务站'],
    ['苍溪县良种场虚拟生活区', '村委会', '苍溪县良种场生活区卫生室'],
  ])('%s has the clinic %s %s', (name, kind, clinic) => expect(villageClinicName({ name, kind })).toBe(clinic));

  it('calls the centre of a town and of a street as people do', () => {
    expect(townshipCentreName({ name: '三溪镇', kind: '镇' })).toBe('三溪镇卫生院');
    expect(townshipCentreName({ name: '赵镇街道', kind: '街道' })).toBe('赵镇街道社区卫生服务中心');
    expect(shortCity('阿坝藏族羌族自治州')).toBe('阿坝州');
  });

  it.each([
    ['都江堰市人民医院', 'dujiangyanshirenminyiyuan', 'djysrmyy'],
    ['什邡市', 'shifangshi', 'sfs'],
    ['吕家镇', 'lvjiazhen', 'ljz'],
  ])('%s is found as %s and %s', (name, pinyin, initials) => expect(readingOf(name)).toEqual({ pinyin, initials }));

  it('reads a surname as a surname', () => expect(readingOfPerson('曾丽萍').pinyin).toBe('zengliping'));
});

describe('departments', () => {
  it('are known to the national catalogue', () => {
    const codes = new Set(readCatalog().map((entry) => entry.code));
    expect(codes.size).toBe(171);
    expect(Object.keys(departmentFacts).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('suit the hospital', () => {
    const hospitals = listHospitals(readDivisions());
    const codes = (name: string) => departmentsOf(hospitals.find((h) => h.name === name)!).map((d) => d.code);
    expect(codes('四川大学华西口腔医院').every((code) => code.startsWith('12.'))).toBe(true);
    expect(codes('四川省精神卫生中心')).toContain('15.01');
    expect(codes('金堂县中医医院')).toContain('50.13');
    for (const hospital of hospitals) {
      const own = departmentsOf(hospital);
      expect(own.every((d) => departmentFacts[d.code])).toBe(true);
      const least = hospital.type === '综合医院' && !/华西第二/.test(hospital.name) ? 10 : 4;
      expect(own.length).toBeGreaterThanOrEqual(least);
      expect(own.length).toBeLessThanOrEqual(16);
    }
  });
});

describe('hospitals of the sandbox', () => {
  it('are the provincial ones first, up to 432, each with its own keys', () => {
    const all = connectedHospitals(432, openKernel.hash);
    expect(all[0]).toMatchObject({ facilityId: 'H0001', code: 'h0001', kind: 'lean', authority: 'granted' });
    expect(new Set(all.flatMap((h) => [h.token, h.noticeToken])).size).toBe(864);
    expect(all.filter((h) => h.kind === 'medplum').length).toBe(2);
    expect(all.filter((h) => h.authority === 'confirmed').length).toBe(4);
    // its plans would be dropped, and the demo's past visits never be known to the sandbox
    expect(all.map((h) => h.facilityId)).not.toContain(ownPlansFacility);
    expect(all.every((h) => h.departments.length >= 4)).toBe(true);
    expect(connectedHospitals(32, openKernel.hash)).toEqual(all.slice(0, 32));
    expect(() => connectedHospitals(433, openKernel.hash)).toThrow(RangeError);
  });
});

describe('people', () => {
  it('never share an ID number within a birth date and sex', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 500_000; n += 1) seen.add(sampleIdNumber('1990-01-01', 'male', n));
    expect(seen.size).toBe(500_000);
    expect(sampleIdNumber('1990-01-01', 'female', numbersPerDay - 1)).toMatch(/^519998/);
    expect(sampleIdNumber('1990-01-01', 'female', firstDemoNumber)).toMatch(/^519999/);
  });

  it('live in households of the size and ages that the census found', () => {
    const random = randomFrom('census');
    const homes = Array.from({ length: 20_000 }, () => makeHousehold(random, '510104017001'));
    const ages = homes
      .flatMap((home) => [home.holder, ...home.members.map((m) => m.person)])
      .map((p) => p.ageDays / 365.2425);
    const share = (from: number, below: number) =>
      ages.filter((age) => age >= from && age < below).length / ages.length;
    expect(ages.length / homes.length).toBeCloseTo(2.51, 1);
    expect(share(0, 15)).toBeCloseTo(0.161, 1.7);
    expect(share(60, 120)).toBeCloseTo(0.217, 1.7);
    expect(Math.max(...ages.slice(0, 10_000))).toBeLessThan(100);
  });

  it('bear names of their home', () => {
    const random = randomFrom('names');
    const yi = Array.from({ length: 2000 }, () => makeHousehold(random, '513401001001').holder.name);
    const han = Array.from({ length: 2000 }, () => makeHousehold(random, '510104017001').holder.name);
    const clan =
      /^(?:吉克|阿木|沙马|马海|吉木|阿力|曲木|的日|勒伍|吉伍|海来|木乃|阿苏|俄木|尔古|拉马|比布|吉子|阿尔|瓦其|曲比|阿的|且沙|罗洪)/;
    expect(yi.filter((name) => clan.test(name)).length / 2000).toBeCloseTo(0.54, 1);
    expect(han.filter((name) => clan.test(name))).toEqual([]);
  });
});

describe('repeatable choices', () => {
  it('are the same for the same seed and follow the weights', () => {
    const draw = () =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.int(1000)
        )(randomFrom('a')),
      );
    expect(draw()).toEqual(draw());
    const pick = weighted([
      ['x', 9],
      ['y', 1],
      ['z', 0],
    ] as const);
    const random = randomFrom('b');
    const drawn = Array.from({ length: 5000 }, () => pick(random));
    expect(drawn.filter((item) => item === 'x').length / 5000).toBeCloseTo(0.9, 1);
    expect(drawn).not.toContain('z');
  });
});
