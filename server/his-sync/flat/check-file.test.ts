import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { codeMaps } from '#db/schema/records/code-maps.ts';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../../kernel/test-context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { lockIntake } from '../../records/lock-intake.ts';
import { flatDesk, flatNow, patientTable, resultTable } from '../testing/flat-desk.ts';
import { receiveFile } from './receive-file.ts';

let db: TestDatabase;
let house: MintedFacility;
let desk: ReturnType<typeof flatDesk>;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  house = await mintFacility(db);
  desk = flatDesk(db, house.facilityId);
});
afterAll(() => db.close());

/** What every table holds, jobs included, the audit aside: how many rows, and what they add up to. */
async function everything(): Promise<Record<string, string>> {
  const tables = await db.pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where (schemaname = 'public' and tablename <> 'audit_events') or (schemaname = 'graphile_worker' and tablename like '%jobs')`,
  );
  const sums = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) as sum from ${name} t`,
  );
  const { rows } = await db.pool.query<{ name: string; sum: string }>(sums.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.sum]));
}
const audited = async (): Promise<object[]> => {
  const { rows } = await db.pool.query<object>(
    `select actor_kind as kind, detail from audit_events where facility_id = $1 and action = 'his.file-check' order by id`,
    [house.facilityId],
  );
  return rows;
};
/** All tables at once: two patients, and results good, at fault, and of a patient nobody has told. */
const whole = () => {
  const rowsOf = (table: string) => {
    const [heading = '', ...rows] = table.split('\n').map((line) => line.split(','));
    return rows.map((row) => Object.fromEntries(row.map((cell, at) => [heading[at], cell])));
  };
  return JSON.stringify({
    results: rowsOf(resultTable(['R1', 'P1', '5.60', 'GLU'], ['R2', 'P2', '', 'GLU'], ['R3', 'P9', '6.1', 'GLU'])),
    patients: rowsOf(patientTable('P1', 'P2')),
  });
};

describe('a file that is only checked', () => {
  it('goes the whole way and leaves nothing but that somebody checked', async () => {
    const before = await everything();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'public.record_entries',
        'public.source_patients',
        'public.his_files',
        'public.his_rejects',
      ]),
    );
    const file = whole();
    const sheet = await desk.check(file);
    expect(await everything()).toEqual(before);
    expect(sheet).toMatchObject({
      ...{ name: '表格.csv', checkedAt: flatNow, rows: 5, taken: 3, written: 3, waiting: 1, refused: 1, more: 0 },
      tables: [
        { kind: { zh: '患者' }, rows: 2, taken: 2, written: 2, waiting: 0, refused: 0 },
        { kind: { zh: '检验结果' }, rows: 3, taken: 1, written: 1, waiting: 1, refused: 1 },
      ],
      people: { linked: 2, review: 0, alone: 0 },
      gaps: [{ code: 'GLU', label: '空腹血糖', rows: 2 }],
    });
    expect(sheet.problems.map((one) => [one.sourceId, one.line, one.waits, one.faults[0]?.column?.zh])).toEqual([
      ['R2', 2, false, '结果'],
      ['R3', 3, true, '患者编号'],
    ]);
    const counts = { rows: 5, taken: 3, written: 3, withdrawn: 0, waiting: 1, refused: 1 };
    expect(await audited()).toEqual([{ kind: 'staff', detail: { ...counts, via: 'screen' } }]);

    // the same in earnest: it does what the sheet said, and the tables tell
    expect(await desk.send(file)).toMatchObject(counts);
    const after = await everything();
    for (const name of ['record_entries', 'source_patients', 'his_files', 'his_rejects'])
      expect(after[`public.${name}`]).not.toBe(before[`public.${name}`]);
  });

  it('is held against what is there: what came before is no news, and a forgotten time is told', async () => {
    await desk.send(patientTable('P1'));
    await desk.send(resultTable(['R1', 'P1', '5.6']));
    expect(await desk.check(resultTable(['R1', 'P1', '5.6']))).toMatchObject({ taken: 1, written: 0, problems: [] });
    const changed = await desk.check(resultTable(['R1', 'P1', '9.9']));
    expect(changed.problems[0]?.faults[0]?.what.zh).toBe('内容变了，更新时间没有变');
    expect(changed.people).toBeNull();
  });

  it('names no code that has a match', async () => {
    const found = async () => (await desk.check(resultTable(['R1', 'P1', '5.6', 'GLU'], ['R2', 'P1', '5.7']))).gaps;
    const [coded, worded] = await found();
    expect([coded?.code, worded]).toEqual(['GLU', { system: 'text', code: '空腹血糖', label: '空腹血糖', rows: 1 }]);
    const match = { targetSystem: 'http://loinc.org', targetCode: '1558-6', targetName: '空腹血糖' };
    await db.orm.insert(codeMaps).values({
      ...{ facilityId: house.facilityId, system: coded?.system ?? '', code: 'GLU' },
      ...{ ...match, mappedBy: 'test', mappedAt: flatNow },
    });
    expect((await found()).map((one) => one.code)).toEqual(['空腹血糖']);
  });

  it('may be one that cannot be read', async () => {
    const sheet = await desk.check('编号,姓名\n1,2');
    expect(sheet).toMatchObject({ rows: 0, refused: 1, tables: [], problems: [{ kind: null, line: 1 }] });
  });

  it('waits for no other file of the hospital longer than a lock may be waited for, and says when to come again', async () => {
    const other = await db.pool.connect();
    try {
      await other.query('begin');
      const tx = { client: other } as unknown as Tx;
      await lockIntake(tx, house.facilityId);
      await expect(desk.check(patientTable('P1'))).rejects.toThrow(/file-intake-busy/);
      await expect(flatDesk(db, (await mintFacility(db)).facilityId).check(patientTable('P1'))).resolves.toBeDefined();
    } finally {
      await other.query('rollback');
      other.release();
    }
    expect(await desk.check(patientTable('P1'))).toMatchObject({ taken: 1 });
  });

  it('is refused where records come by FHIR', async () => {
    await db.orm
      .insert(hisEndpoints)
      .values({ facilityId: house.facilityId, baseUrl: 'https://his.example', authKind: 'none' });
    await expect(desk.check(patientTable('P1'))).rejects.toThrow(/file-hospital-connected/);
    expect(await audited()).toEqual([]);
  });

  it('may come from a program, which is answered the same', async () => {
    const { key } = await desk.files.newKey();
    const before = await everything();
    const services = testContext(db, { kind: 'anonymous' }, { clock: { now: () => flatNow } });
    const sent = { code: house.facilityId, authorization: `Bearer ${key}`, name: 'x.json', check: true };
    const answer = await receiveFile(services, { ...sent, bytes: Buffer.from(whole()) }, 'r');
    expect(answer).toMatchObject({ checked: true, rows: 5, taken: 3, refused: 1, problems: [{}, {}] });
    expect(answer).not.toHaveProperty('id');
    expect(await everything()).toEqual(before);
    expect(await audited()).toMatchObject([{ kind: 'his', detail: { via: 'key' } }]);
  });
});
