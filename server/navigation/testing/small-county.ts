import { randomInt, randomUUID } from 'node:crypto';
import { departmentCatalog, departments, facilities, regions } from '#db/schema/facilities.ts';
import { facilityServices, sampleTariffs } from '#db/schema/navigation/services.ts';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../../kernel/test-context.ts';

const newCode = () => `8${String(randomInt(1e11)).padStart(11, '0')}`;
const round = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];

/** A province with one city and a county at its centre, where hospitals and their doors can be put at distances. */
export async function smallCounty() {
  const db = await openTestDatabase();
  const [province, city, county, township] = [newCode(), newCode(), newCode(), newCode()];
  const path = { province: `${province}/`, city: `${province}/${city}/`, county: `${province}/${city}/${county}/` };
  await db.orm.insert(regions).values([
    { code: province, level: 1, name: '测省', path: path.province },
    { code: city, parentCode: province, level: 2, name: '测市', path: path.city },
    { code: county, parentCode: city, level: 3, name: '测县', path: path.county, lon: 104, lat: 30 },
    { code: township, parentCode: county, level: 4, name: '测镇', path: `${path.county}${township}/` },
  ]);
  const tariff = { validFrom: '2026-01-01', deductibleFen: 0, paidShare: 0.5, paidShareReferred: 0.6, source: '测' };
  await db.orm
    .insert(sampleTariffs)
    .values([
      { ...tariff, level: 1, visitFeeFen: 500, furtherFen: 3500 },
      { ...tariff, level: 2, visitFeeFen: 1000, furtherFen: 9000 },
      { ...tariff, level: 3, visitFeeFen: 1500, furtherFen: 18_500 },
    ])
    .onConflictDoNothing();
  return {
    ...{ db, path, codes: { province, city, county, township }, ctx: testContext(db, { kind: 'anonymous' }) },
    /** A hospital of the county, so many degrees north of its centre, with one department of the catalogue. */
    async hospital({ north = 0, level = 2, code = '03.04', name }: Place = {}) {
      const minted = await mintFacility(db, name ? { name } : {});
      const departmentId = `${minted.facilityId}:${code}`;
      await db.orm
        .insert(departmentCatalog)
        .values({ code, name: `${code}专业` })
        .onConflictDoNothing();
      await db.orm
        .insert(departments)
        .values({ id: departmentId, facilityId: minted.facilityId, catalogCode: code, name: '心内科' });
      await db.pool.query(
        'update facilities set region_code = $2, region_path = $3, lon = 104, lat = $4, level = $5 where id = $1',
        [minted.facilityId, county, path.county, 30 + north, level],
      );
      return { ...minted, departmentId };
    },
    door: (facilityId: string, kind: 'emergency' | 'fever', rest: object = {}) =>
      db.orm.insert(facilityServices).values({
        ...{ facilityId, kind, hours: round, phone: '000-1', owner: '护士长', reviewedOn: '2026-11-01' },
        ...rest,
      }),
    centre: () =>
      db.orm.insert(facilities).values({
        ...{ id: `T${township.slice(0, 9)}`, name: '测镇卫生院', kind: 'township_centre', level: 1 },
        ...{ regionCode: township, regionPath: `${path.county}${township}/` },
      }),
    official: (regionPath: string, regionCode: string, level = 3) =>
      testContext(db, { kind: 'official', accountId: randomUUID(), regionCode, regionPath, level, name: '官' }),
  };
}
type Place = { north?: number; level?: number; code?: string; name?: string };
export type SmallCounty = Awaited<ReturnType<typeof smallCounty>>;
