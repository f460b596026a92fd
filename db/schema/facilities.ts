import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
/** Character bigrams of names, pinyin and initials: finds two-character Chinese terms, which pg_trgm misses. */
const search = () =>
  tsvector('search').generatedAlwaysAs(sql`huimin_bigrams(name || ' ' || pinyin || ' ' || initials)`);

/** The area tree: province, city, county, township, village (B7: apart from the organisation tree). */
export const regions = pgTable(
  'regions',
  {
    code: text('code').primaryKey(), // 12-digit statistical code
    parentCode: text('parent_code'),
    level: smallint('level').notNull(), // 1 province … 5 village
    name: text('name').notNull(),
    kind: text('kind').notNull().default(''), // 街道, 镇, 乡, 居委会, 村委会
    path: text('path').notNull(), // materialised: codes from the province down, joined by '/', ending in '/'
    pinyin: text('pinyin').notNull().default(''),
    initials: text('initials').notNull().default(''),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
  },
  (t) => [index('regions_parent').on(t.parentCode), index('regions_path').on(t.path.op('text_pattern_ops'))],
);

/** Care providers: hospitals, township centres, village clinics. `reportsTo` is the organisation tree. */
export const facilities = pgTable(
  'facilities',
  {
    id: text('id').primaryKey(), // H0001 hospital, T510107001 township centre, V… village clinic
    name: text('name').notNull(),
    kind: text('kind', { enum: ['hospital', 'township_centre', 'village_clinic'] }).notNull(),
    level: smallint('level').notNull(), // 3, 2, 1; 0 village clinic
    grade: text('grade').notNull().default(''), // 甲, 乙 or unknown
    type: text('type').notNull().default('综合医院'),
    provincial: boolean('provincial').notNull().default(false),
    regionCode: text('region_code')
      .notNull()
      .references(() => regions.code),
    regionPath: text('region_path').notNull(),
    reportsTo: text('reports_to'),
    address: text('address').notNull().default(''),
    phone: text('phone').notNull().default(''),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    pinyin: text('pinyin').notNull().default(''),
    initials: text('initials').notNull().default(''),
    bookable: boolean('bookable').notNull().default(false),
    // granted: a booking is final here; confirmed: held until the hospital's system accepts it
    authority: text('authority', { enum: ['granted', 'confirmed'] })
      .notNull()
      .default('granted'),
    sample: boolean('sample').notNull().default(true), // invented or unverified facts: the product says so
    search: search(),
  },
  (t) => [
    index('facilities_region').on(t.regionCode),
    index('facilities_path').on(t.regionPath.op('text_pattern_ops')),
    index('facilities_search').using('gin', t.search),
    index('facilities_bookable').on(t.level, t.id).where(sql`bookable`),
  ],
);

/** 医疗机构诊疗科目名录. */
export const departmentCatalog = pgTable('department_catalog', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  parentCode: text('parent_code'),
  pinyin: text('pinyin').notNull().default(''),
  initials: text('initials').notNull().default(''),
});

export const departments = pgTable(
  'departments',
  {
    id: text('id').primaryKey(), // <facility>:<catalogue code>
    facilityId: text('facility_id')
      .notNull()
      .references(() => facilities.id),
    catalogCode: text('catalog_code')
      .notNull()
      .references(() => departmentCatalog.code),
    name: text('name').notNull(),
    place: text('place').notNull().default(''), // building, floor, room as a person would say it
    summary: text('summary').notNull().default(''),
    pinyin: text('pinyin').notNull().default(''),
    initials: text('initials').notNull().default(''),
    hisId: text('his_id'),
    search: search(),
  },
  (t) => [
    index('departments_facility').on(t.facilityId),
    index('departments_catalog').on(t.catalogCode),
    index('departments_search').using('gin', t.search),
  ],
);

export const practitioners = pgTable(
  'practitioners',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    sex: text('sex', { enum: ['male', 'female', 'unknown'] })
      .notNull()
      .default('unknown'),
    title: text('title').notNull().default(''), // 主任医师, 副主任医师, 主治医师, 住院医师
    skills: text('skills').notNull().default(''),
    pinyin: text('pinyin').notNull().default(''),
    initials: text('initials').notNull().default(''),
    search: search(),
  },
  (t) => [index('practitioners_search').using('gin', t.search)],
);

/** A doctor at two hospitals is one person with two roles (B8). */
export const practitionerRoles = pgTable(
  'practitioner_roles',
  {
    practitionerId: text('practitioner_id')
      .notNull()
      .references(() => practitioners.id),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    facilityId: text('facility_id').notNull(),
    validFrom: date('valid_from').notNull().default('2020-01-01'),
    validTo: date('valid_to'),
    hisId: text('his_id'),
  },
  (t) => [
    primaryKey({ columns: [t.practitionerId, t.departmentId] }),
    index('practitioner_roles_department').on(t.departmentId),
  ],
);
