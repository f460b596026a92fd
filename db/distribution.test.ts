import { getTableName, isTable } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Axis, distribution } from './distribution.ts';
import { checkDistribution, readCatalog } from './distribution-rules.ts';
import * as schema from './schema/all.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 2 });
});
afterAll(() => db.close());

describe('two axes', () => {
  it('cover every table, and every key lies on its axis', async () => {
    const tables = await readCatalog(db.pool);
    expect(tables.length).toBeGreaterThan(20);
    expect(checkDistribution(tables, distribution)).toEqual([]);
  });

  it('know the tables that the schema declares', () => {
    const declared = Object.values(schema as Record<string, unknown>).flatMap((table) =>
      isTable(table) ? [getTableName(table)] : [],
    );
    expect(declared.sort()).toEqual(Object.keys(distribution).sort());
  });

  it('see the constraints that carry the booking rules', async () => {
    const tables = new Map((await readCatalog(db.pool)).map((t) => [t.table, t]));
    expect(tables.get('resident_bookings')?.exclusions).toEqual([
      { name: 'resident_bookings_no_overlap', equalColumns: ['resident_id'] },
    ]);
    expect(tables.get('appointments')?.uniques.map((u) => u.name)).toContain('appointments_ticket_active');
    expect(tables.get('appointments')?.foreignKeys[0]?.columns).toEqual(['facility_id', 'session_id', 'ticket_number']);
  });
});

/** Statement that plants a breach, the axis claimed for the planted table, what must be said. */
const plants: [string, string, Record<string, Axis>, RegExp][] = [
  ['no line', 'create table planted (id int primary key)', {}, /planted: has no line/],
  [
    'no primary key',
    'create table planted (facility_id text not null)',
    { planted: 'facility_id' },
    /has no primary key/,
  ],
  [
    'no axis column',
    'create table planted (id int primary key)',
    { planted: 'facility_id' },
    /has no column facility_id/,
  ],
  [
    'key without the axis',
    'create table planted (facility_id text not null, id uuid primary key)',
    { planted: 'facility_id' },
    /primary key planted_pkey does not contain facility_id/,
  ],
  [
    'unique without the axis',
    'create table planted (facility_id text, id uuid, code text unique, primary key (facility_id, id))',
    { planted: 'facility_id' },
    /unique planted_code_key does not contain/,
  ],
  [
    'partial unique index without the axis',
    `create table planted (resident_id uuid primary key, code text); create unique index planted_code on planted (code) where code <> ''`,
    { planted: 'resident_id' },
    /unique planted_code does not contain resident_id/,
  ],
  [
    'exclusion without the axis',
    'create table planted (facility_id text primary key, room int, exclude using gist (room with =))',
    { planted: 'facility_id' },
    /exclusion .* does not compare facility_id/,
  ],
  [
    'exclusion that compares the axis by <>',
    'create table planted (facility_id text primary key, room int, exclude using gist (facility_id with <>, room with =))',
    { planted: 'facility_id' },
    /exclusion .* does not compare facility_id/,
  ],
  [
    'axis to the other axis',
    'create table planted (facility_id text primary key, resident_id uuid references residents (id))',
    { planted: 'facility_id' },
    /leaves the axis facility_id for residents \(resident_id\)/,
  ],
  [
    'axis to local',
    'create table planted (facility_id text primary key, account_id uuid references accounts (id))',
    { planted: 'facility_id' },
    /leaves the axis facility_id for accounts \(local\)/,
  ],
  [
    'reference to axis',
    'create table planted (id int primary key, f text, s uuid, foreign key (f, s) references sessions (facility_id, id))',
    { planted: 'reference' },
    /leaves the axis reference for sessions/,
  ],
  [
    'local to axis',
    'create table planted (id uuid primary key references residents (id))',
    { planted: 'local' },
    /leaves the axis local for residents/,
  ],
  [
    'inside the axis, but by another column',
    'create table planted (facility_id text primary key, other text, s uuid, foreign key (other, s) references sessions (facility_id, id))',
    { planted: 'facility_id' },
    /does not carry the axis column to sessions/,
  ],
];

describe('a planted table is caught', () => {
  it.each(plants)('%s', async (_name, statement, axes, expected) => {
    await db.pool.query(statement);
    try {
      expect(checkDistribution(await readCatalog(db.pool), { ...distribution, ...axes }).join('\n')).toMatch(expected);
    } finally {
      await db.pool.query('drop table planted');
    }
  });
  it('and a rightful one is not', async () => {
    await db.pool.query(
      'create table planted (facility_id text references facilities (id), id uuid, primary key (facility_id, id))',
    );
    expect(checkDistribution(await readCatalog(db.pool), { ...distribution, planted: 'facility_id' })).toEqual([]);
    await db.pool.query('drop table planted');
  });
  it('a line without its table is named too', async () => {
    expect(checkDistribution(await readCatalog(db.pool), { ...distribution, ghosts: 'local' })).toEqual([
      'ghosts: db/distribution.ts names it, the database does not have it',
    ]);
  });
});
