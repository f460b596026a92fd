import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { pullRecords } from './pull-records.ts';
import { ask, askAll, type House, openHouse, type TestHospital } from './testing/hospital-house.ts';
import { openPaperHospital } from './testing/paper-hospital.ts';
import { paperPatient, paperResult } from './testing/paper-records.ts';
import { samplePeople } from './testing/people.ts';

let house: House;
let paper: Awaited<ReturnType<typeof openPaperHospital>>;
const at = (i: number) => house.hospitals[i] as TestHospital;
const pull = (hospital: TestHospital) => pullRecords(house.services, hospital.facilityId);
const entry = async (hospital: TestHospital, sourceId: string) => {
  const { rows } = await house.db.pool.query(
    `select deleted, title, body, version, (select count(*)::int from record_history h where h.id = e.id) as history
     from record_entries e where facility_id = $1 and source_id = $2`,
    [hospital.facilityId, sourceId],
  );
  return rows[0];
};
const tombstone = { deleted: true, title: '', body: null, version: 2, history: 1 };
const sweep = (hospital: TestHospital) =>
  house.db.pool.query(`update his_cursors set swept_at = '2020-01-01' where facility_id = $1`, [hospital.facilityId]);

beforeAll(async () => {
  house = await openHouse([{}, {}], null, samplePeople(20));
  paper = await openPaperHospital();
  await house.db.orm
    .update(hisEndpoints)
    .set({ baseUrl: paper.base })
    .where(eq(hisEndpoints.facilityId, at(1).facilityId));
});
afterAll(async () => {
  paper.close();
  await house.close();
});

describe('what a hospital deletes', () => {
  it('is a tombstone after the next reading, where the hospital keeps a history', async () => {
    await pull(at(0));
    const [first, second] = await askAll(at(0), 'Condition?_count=200');
    await house.control(at(0), { withdraw: { type: 'Condition', id: first?.id } });
    expect(await ask(at(0), `Condition/${first?.id}`)).toMatchObject({ resourceType: 'OperationOutcome' });
    await pull(at(0));
    expect(await entry(at(0), String(first?.id))).toMatchObject(tombstone);
    expect(await entry(at(0), String(second?.id))).toMatchObject({ deleted: false });
    expect(await pull(at(0))).toMatchObject({ state: 'done', written: 0 });
  });

  it('is found by the next reading of everything elsewhere; what a page only slipped over stays', async () => {
    paper.write(paperPatient('p', 1));
    for (const id of ['deleted', 'hidden', 'there']) paper.write(paperResult(id, 'p'));
    await pull(at(1));
    paper.remove('Observation', 'deleted', 'deleted');
    paper.remove('Observation', 'hidden', 'hidden');
    await pull(at(1));
    expect(await entry(at(1), 'deleted')).toMatchObject({ deleted: false });
    await sweep(at(1));
    await pull(at(1));
    expect(await entry(at(1), 'deleted')).toMatchObject(tombstone);
    expect(await entry(at(1), 'hidden')).toMatchObject({ deleted: false, version: 1 });
    expect(await entry(at(1), 'there')).toMatchObject({ deleted: false, version: 1 });
  });

  it('comes back when the hospital writes it anew', async () => {
    paper.write(paperResult('deleted', 'p'));
    paper.write(paperResult('deleted', 'p'));
    await pull(at(1));
    expect(await entry(at(1), 'deleted')).toMatchObject({ deleted: false, title: '空腹血糖', version: 3, history: 2 });
  });
});
