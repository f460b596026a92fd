import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  departmentCatalog,
  departments,
  facilities,
  practitionerRoles,
  practitioners,
  regions,
} from '#db/schema/facilities.ts';
import { sessions, tickets } from '#db/schema/schedules.ts';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { Fault } from '../kernel/errors.ts';
import { testContext } from '../kernel/test-context.ts';
import { getDepartment, getDoctor, getFacility, getRegions, listCatalog } from './queries/registry.ts';
import { searchFacilities } from './queries/search.ts';
import { fromCursor, termsOf, toCursor } from './rules.ts';
import { searchInput } from './schema.ts';

let db: TestDatabase;
const ctx = () => testContext(db, { kind: 'anonymous' });
const search = (input: Record<string, unknown>) => searchFacilities(ctx(), searchInput.parse(input));
const names = async (input: Record<string, unknown>) => (await search(input)).facilities.map((f) => f.name);

const area = { province: '970000000000', city: '970100000000', county: '970101000000', other: '970200000000' };
const path = {
  city: `${area.province}/${area.city}/`,
  county: `${area.province}/${area.city}/${area.county}/`,
  other: `${area.province}/${area.other}/`,
};

beforeAll(async () => {
  db = await openTestDatabase();
  await db.orm.insert(regions).values([
    { code: area.province, level: 1, name: '测省', path: `${area.province}/` },
    { code: area.city, parentCode: area.province, level: 2, name: '甲市', path: path.city },
    { code: area.county, parentCode: area.city, level: 3, name: '乙县', path: path.county },
    { code: area.other, parentCode: area.province, level: 2, name: '丙市', path: path.other },
  ]);
  await db.orm.insert(departmentCatalog).values([
    { code: '97.01', name: '小儿内科专业' },
    { code: '97.02', name: '骨科专业' },
  ]);
  const hospital = (id: string, name: string, pinyin: string, initials: string, rest: object = {}) => ({
    ...{
      id,
      name,
      pinyin,
      initials,
      kind: 'hospital' as const,
      level: 2,
      regionCode: area.county,
      regionPath: path.county,
      bookable: true,
    },
    ...rest,
  });
  await db.orm.insert(facilities).values([
    hospital('ZA', '测乙县人民医院', 'ceyixianrenminyiyuan', 'cyxrmyy'),
    hospital('ZB', '测省人民医院', 'ceshengrenminyiyuan', 'csrmyy', { level: 3, grade: '甲', provincial: true }),
    hospital('ZC', '测丙中医院', 'cebingzhongyiyuan', 'cbzyy', {
      regionCode: area.other,
      regionPath: path.other,
      bookable: false,
    }),
    hospital('ZV', '测村卫生室', 'cecunweishengshi', 'ccwss', { kind: 'village_clinic', level: 0, bookable: false }),
  ]);
  await db.orm.insert(departments).values([
    {
      id: 'ZA:97.01',
      facilityId: 'ZA',
      catalogCode: '97.01',
      name: '小儿内科',
      pinyin: 'xiaoerneike',
      initials: 'xenk',
    },
    { id: 'ZB:97.02', facilityId: 'ZB', catalogCode: '97.02', name: '骨科', pinyin: 'guke', initials: 'gk' },
  ]);
  await db.orm
    .insert(practitioners)
    .values({ id: 'ZP1', name: '曾测单', title: '主任医师', pinyin: 'zengceshan', initials: 'zcs' });
  await db.orm.insert(practitionerRoles).values([
    { practitionerId: 'ZP1', departmentId: 'ZA:97.01', facilityId: 'ZA' },
    { practitionerId: 'ZP1', departmentId: 'ZB:97.02', facilityId: 'ZB', validTo: '2021-01-01' },
  ]);
});
afterAll(() => db.close());

describe('search', () => {
  it.each([
    ['a name', { q: '测乙县人民医院' }, ['测乙县人民医院']],
    ['part of a name', { q: '测乙' }, ['测乙县人民医院']],
    ['pinyin', { q: 'ceyixian' }, ['测乙县人民医院']],
    ['initials', { q: 'CYXRM' }, ['测乙县人民医院']],
    ['words with a blank', { q: '测省 人民' }, ['测省人民医院']],
    ['a department', { q: '小儿内科' }, ['测乙县人民医院']],
    ['an everyday word for it', { q: '儿科' }, ['测乙县人民医院']],
    ['a slip that sounds alike', { q: '策一线人民医院' }, ['测乙县人民医院']],
    ['a slip of another kind', { q: '测乙县人民医完' }, ['测乙县人民医院']],
    ['a slip in letters', { q: 'ceyixianrenminyiyuna' }, ['测乙县人民医院']],
    ['nothing that is there', { q: '测无此院' }, []],
  ])('finds by %s', async (_what, input, expected) => {
    const found = (await names({ ...input, regionCode: area.province })).filter((name) => name.startsWith('测'));
    expect(found).toEqual(expected);
  });

  it('names the word it looked for instead, and none where what was typed is found', async () => {
    expect((await search({ q: '测乙县人民医完' })).near).toBe('测乙县人民医院');
    expect((await search({ q: '测乙县人民医院' })).near).toBeNull();
    expect((await search({ q: '天气预报' })).near).toBeNull();
  });

  it('puts the provincial hospital first and what cannot be booked last, but shows it', async () => {
    expect(await names({ q: '测', regionCode: area.province })).toEqual([
      '测省人民医院',
      '测乙县人民医院',
      '测丙中医院',
      '测村卫生室',
    ]);
  });

  it('keeps to an area at any level; clinics appear from the county down', async () => {
    expect(await names({ regionCode: area.province })).toEqual(['测省人民医院', '测乙县人民医院', '测丙中医院']);
    expect(await names({ regionCode: area.other })).toEqual(['测丙中医院']);
    expect(await names({ regionCode: area.county })).toContain('测村卫生室');
    expect(await names({ regionCode: '960000000000' })).toEqual([]);
  });

  it('filters by level and by department, and says which department it was', async () => {
    expect(await names({ regionCode: area.province, level: 3 })).toEqual(['测省人民医院']);
    const found = await search({ regionCode: area.province, catalogCode: '97' });
    expect(found.facilities.map((f) => f.matchedDepartments)).toEqual([
      [{ id: 'ZB:97.02', name: '骨科' }],
      [{ id: 'ZA:97.01', name: '小儿内科' }],
    ]);
  });

  it('pages without repeating or skipping', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof search>> = await search({
        q: '测',
        regionCode: area.province,
        limit: 1,
        cursor,
      });
      expect(found.total).toBe(4);
      seen.push(...found.facilities.map((f) => f.id));
      cursor = found.next;
    } while (cursor);
    expect(seen).toEqual(['ZB', 'ZA', 'ZC', 'ZV']);
  });

  it('finds a doctor by the reading of a surname, only where the person works now', async () => {
    const { doctors } = await search({ q: 'zengce', regionCode: area.province });
    expect(doctors).toMatchObject([{ id: 'ZP1', facilityId: 'ZA', departmentId: 'ZA:97.01' }]);
  });

  it.each(["'; drop table facilities; --", '%', '\\', '"', "' | !'", '🙂'])('takes %s as words', async (q) => {
    expect((await search({ q })).facilities).toBeInstanceOf(Array);
  });
});

describe('the registry', () => {
  it('walks the areas', async () => {
    const found = await getRegions(ctx(), area.city);
    expect(found.path.map((r) => r.name)).toEqual(['测省', '甲市']);
    expect(found.children.map((r) => r.name)).toEqual(['乙县']);
  });

  it('names city and county, and the first day that still has a number', async () => {
    const facility = await mintFacility(db);
    const soldOut = await mintSession(db, facility, { capacity: 1 });
    await db.orm.update(tickets).set({ status: 'booked', takenBy: 'platform' });
    const stopped = await mintSession(db, facility, { status: 'suspended' });
    const open = await mintSession(db, facility, { startsAt: new Date(soldOut.startsAt.getTime() + 86_400_000) });
    const found = await getFacility(ctx(), facility.facilityId);
    expect(found.departments).toMatchObject([{ id: facility.departmentId, nextFree: open.startsAt }]);
    expect(stopped.startsAt).not.toEqual(open.startsAt);
    await db.orm.update(sessions).set({ releaseAt: new Date(Date.now() + 3_600_000) });
    expect((await getDepartment(ctx(), facility.departmentId)).department.nextFree).toBeNull();
    expect((await getFacility(ctx(), 'ZA')).facility).toMatchObject({ cityName: '甲市', countyName: '乙县' });
  });

  it('lists a doctor with present roles only, and catalogue entries in use', async () => {
    expect((await getDoctor(ctx(), 'ZP1')).roles.map((r) => r.facilityId)).toEqual(['ZA']);
    expect((await listCatalog(ctx())).find((c) => c.code === '97.02')).toMatchObject({ facilities: 1 });
  });

  it('answers not found for what is not there', async () => {
    await expect(getFacility(ctx(), 'nobody')).rejects.toBeInstanceOf(Fault);
    await expect(getDoctor(ctx(), 'nobody')).rejects.toBeInstanceOf(Fault);
    await expect(getRegions(ctx(), '990000000000')).rejects.toBeInstanceOf(Fault);
  });
});

describe('rules', () => {
  it('knows words that mean the same', () => {
    expect(termsOf(' 牙 科 ')).toEqual(['牙科', '口腔科', '口腔']);
    expect(termsOf('  ')).toEqual([]);
    expect(termsOf('HX')).toEqual(['hx']);
  });
  it('reads back its own cursors and nothing else', () => {
    expect(fromCursor(toCursor({ score: 9720, id: 'H0001' }))).toEqual({ score: 9720, id: 'H0001' });
    for (const odd of ['', 'x', '1', '-1.H', '1e9.', null, undefined]) expect(fromCursor(odd)).toBeNull();
  });
});
