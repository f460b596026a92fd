import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { flatDesk, patientTable, resultTable } from '../testing/flat-desk.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const resultsOf = async (facilityId: string): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from record_entries where facility_id = $1 and type = 'Observation'`,
    [facilityId],
  );
  return rows[0]?.n ?? 0;
};
const rowsOf = (of: string, n: number): Parameters<typeof resultTable> =>
  Array.from({ length: n }, (_, i) => [`${of}-${i}`, of, '5.60']);

describe('rows that wait for their patient', () => {
  it('are all taken when the patient comes, however many wait, and whoever else never comes', async () => {
    const { facilityId } = await mintFacility(db);
    const desk = flatDesk(db, facilityId);
    const never = await desk.send(resultTable(...rowsOf('P9', 300)));
    const early = await desk.send(resultTable(...rowsOf('P1', 1001)));
    expect(early).toMatchObject({ taken: 0, waiting: 1001 });
    await desk.send(patientTable('P1'));
    expect(await resultsOf(facilityId)).toBe(1001);
    const { files } = await desk.files.list({ page: 1 });
    const openOf = (id: string) => files.find((one) => one.id === id)?.open;
    expect([openOf(never.id), openOf(early.id)]).toEqual([300, 0]);
  });
});

describe('a file of JSON', () => {
  it('that names one table twice is sent back whole: its rows could not be told apart', async () => {
    const { facilityId } = await mintFacility(db);
    const desk = flatDesk(db, facilityId);
    const sent = await desk.send('{"results": [{"result_id": "R1"}], "检验结果": [{"result_id": "R2"}]}');
    expect(sent).toMatchObject({ rows: 0, refused: 1 });
    const { rows } = await desk.files.get({ id: sent.id, page: 1 });
    expect(rows.map((one) => one.faults.map((fault) => fault.what.zh))).toEqual([['同一张表写了两次']]);
  });
});
