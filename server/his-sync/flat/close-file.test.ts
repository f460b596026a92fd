import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../../kernel/test-context.ts';
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

type Row = Parameters<typeof resultTable>[number];
const nonsense = '编号,姓名\n1,2';
const openOf = async (id: string) => (await desk.files.list({ page: 1 })).files.find((one) => one.id === id)?.open;
const outcomes = async (id: string) =>
  (await desk.files.get({ id, page: 1 })).rows.map((one) => [one.sourceId, one.settled, one.outcome]);

describe('a file whose rows will not be mended', () => {
  it('is closed with a reason, which stays with who gave it', async () => {
    const { id } = await desk.send(nonsense);
    expect(await openOf(id)).toBe(1);
    expect(await desk.files.close({ id, why: '只是试传' })).toEqual({ rows: 1 });
    expect(await openOf(id)).toBe(0);
    expect(await outcomes(id)).toEqual([['', true, 'given-up']]);
    const { file } = await desk.files.get({ id, page: 1 });
    expect(file).toMatchObject({ closedAt: flatNow, closedWhy: '只是试传', refused: 1 });
    const { rows } = await db.pool.query(
      `select detail from audit_events where facility_id = $1 and action = 'his.file-close' and subject_id = $2`,
      [house.facilityId, id],
    );
    expect(rows).toEqual([{ detail: { rows: 1 } }]);
    await expect(desk.files.close({ id, why: '再来一次' })).rejects.toThrow(/file-nothing-open/);
    expect((await desk.files.get({ id, page: 1 })).file.closedWhy).toBe('只是试传');
  });

  it('forgets what the rows said, and waits for no patient any longer', async () => {
    const bad: Row = ['R1', 'P1', ''];
    const waits: Row = ['R2', 'P1', '5.6'];
    const other: Row = ['R3', 'P2', '5.8'];
    const { id } = await desk.send(resultTable(bad, waits));
    const same = await desk.send(resultTable(waits, other));
    expect([await openOf(id), await openOf(same.id)]).toEqual([2, 2]);
    expect(await desk.files.close({ id, why: '另行补录' })).toEqual({ rows: 2 });
    expect(await outcomes(id)).toEqual([
      ['R1', true, 'given-up'],
      ['R2', true, 'given-up'],
    ]);
    // the same row in another file is given up with it, its neighbour waits on
    expect(await outcomes(same.id)).toEqual([
      ['R3', false, null],
      ['R2', true, 'given-up'],
    ]);
    const { rows } = await db.pool.query('select 1 from his_file_rows where file_id = $1 and sealed is not null', [id]);
    expect(rows).toEqual([]);
    const waiting = await db.pool.query(
      'select resource_id as id from his_rejects where facility_id = $1 and settled_at is null',
      [house.facilityId],
    );
    expect(waiting.rows).toEqual([{ id: 'R3' }]);
    await desk.send(patientTable('P1', 'P2'));
    expect([await openOf(id), await openOf(same.id)]).toEqual([0, 0]);
    const kept = await db.pool.query(
      `select source_id as id from record_entries where facility_id = $1 and type = 'Observation'`,
      [house.facilityId],
    );
    expect(kept.rows).toEqual([{ id: 'R3' }]);
  });

  it('may be sent again mended: closing was about the file, not about the thing', async () => {
    const { id } = await desk.send(resultTable(['R1', 'P1', ''], ['R2', 'P1', '5.6']));
    await desk.files.close({ id, why: '另行补录' });
    await desk.send(patientTable('P1'));
    expect(await desk.send(resultTable(['R1', 'P1', '5.7'], ['R2', 'P1', '5.6']))).toMatchObject({ written: 2 });
    expect(await outcomes(id)).toContainEqual(['R1', true, 'given-up']);
  });

  it('keeps what came of rows that were taken in the meantime', async () => {
    const { id } = await desk.send(resultTable(['R1', 'P1', ''], ['R2', 'P1', '5.6']));
    await desk.send(patientTable('P1'));
    expect(await desk.files.close({ id, why: '另行补录' })).toEqual({ rows: 1 });
    expect(await outcomes(id)).toContainEqual(['R2', true, null]);
  });

  it('is no other hospital’s to close', async () => {
    const { id } = await desk.send(nonsense);
    const other = await mintFacility(db);
    await expect(flatDesk(db, other.facilityId).files.close({ id, why: '不是我们的' })).rejects.toThrow(
      /his-file-not-found/,
    );
    expect(await openOf(id)).toBe(1);
  });
});

describe('a file that cannot be read', () => {
  it('is replaced by one of its name that can, and by no other', async () => {
    const { id } = await desk.send(nonsense, '患者.csv');
    const partly = await desk.send(`${patientTable('P1')}\nP2,"王`, '患者.csv');
    expect(partly).toMatchObject({ taken: 1, refused: 1 });
    await desk.send(patientTable('P2'), '其他.csv');
    expect([await openOf(id), await openOf(partly.id)]).toEqual([1, 1]);
    await desk.send(patientTable('P1', 'P2'), '患者.csv');
    expect([await openOf(id), await openOf(partly.id)]).toEqual([0, 0]);
    expect(await outcomes(id)).toEqual([['', true, 'replaced']]);
  });

  it('waits for a person where a program sends every file under one name', async () => {
    const { key } = await desk.files.newKey();
    const services = testContext(db, { kind: 'anonymous' }, { clock: { now: () => flatNow } });
    const sent = { code: house.facilityId, authorization: `Bearer ${key}`, name: 'daily.csv', check: false };
    const post = (text: string) => receiveFile(services, { ...sent, bytes: Buffer.from(text) }, 'r');
    expect(await post(nonsense)).toMatchObject({ checked: false, refused: 1 });
    await post(patientTable('P1'));
    const { files } = await desk.files.list({ page: 1 });
    expect(files.map((one) => one.open)).toEqual([0, 1]);
  });
});
