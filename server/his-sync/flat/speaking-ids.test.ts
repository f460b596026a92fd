import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleIdNumber } from '#db/seed/sample-id-numbers.ts';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { createCaller } from '../../trpc.ts';
import { hisSyncRouter } from '../router.ts';
import { findInTables } from '../testing/find-in-tables.ts';

// Tables of a centre that keeps its patients under the numbers of their cards.
const [number, stranger] = [sampleIdNumber('1980-05-17', 'male', 360), sampleIdNumber('1980-05-17', 'male', 361)];
const told: string[] = [];
let db: TestDatabase;
let house: MintedFacility;
const manager = () => createCaller(hisSyncRouter)(testContext(db, staffActor(house.facilityId, 'manager'))).files;
const hidden = (id: string) => testContext(db, staffActor(house.facilityId, 'manager')).sealing.speakingIds.hide(id);
const send = async (text: string) => {
  const sent = await manager().upload({ name: `${number}.csv`, content: Buffer.from(text).toString('base64') });
  const { rows } = await manager().get({ id: sent.id, page: 1 });
  told.push(JSON.stringify([sent, rows, await manager().list({ page: 1 })]));
  return { ...sent, ids: rows.map((row) => row.sourceId) };
};
const patients = (id: string) =>
  `患者编号,姓名,性别,出生日期,身份证号,更新时间\n${id},王小明,男,1980-05-17,${id},2026-11-02 08:00`;
const results = (...rows: string[]) => `结果编号,患者编号,项目名称,结果,检查时间,更新时间,删除\n${rows.join('\n')}`;
const result = (id: string, of: string, value: string, updated = '2026-11-02 09:00', deleted = '') =>
  `${id},${of},空腹血糖,${value},2026-11-02 08:30,${updated},${deleted}`;
const kept = async (id: string) => {
  const { rows } = await db.pool.query(
    `select deleted, source_patient as patient from record_entries where facility_id = $1 and source_id = $2`,
    [house.facilityId, hidden(id)],
  );
  return rows[0];
};

beforeAll(async () => {
  db = await openTestDatabase();
  house = await mintFacility(db);
});
afterAll(() => db.close());

it('rows are taken, changed, withdrawn, and said to be silent changes, as under any other number', async () => {
  await send(patients(number));
  expect(await send(results(result(`${number}-1`, number, '5.6')))).toMatchObject({ taken: 1, written: 1 });
  expect(await kept(`${number}-1`)).toEqual({ deleted: false, patient: hidden(number) });
  expect(await send(results(result(`${number}-1`, number, '5.6')))).toMatchObject({ taken: 1, written: 0 });
  expect(await send(results(result(`${number}-1`, number, '9.9')))).toMatchObject({ taken: 0, refused: 1 });
  const gone = results(result(`${number}-1`, number, '', '2026-11-03 09:00', '是'));
  expect(await send(gone)).toMatchObject({ withdrawn: 1 });
  expect(await kept(`${number}-1`)).toMatchObject({ deleted: true });
});

it('a bad row and one that waits are named so that the centre finds them, and settled when they come right', async () => {
  const sent = await send(results(result(`${stranger}-2`, stranger, '5.6'), result(`${number}-3`, number, '')));
  expect(sent).toMatchObject({ taken: 0, waiting: 1, refused: 1 });
  expect(sent.ids.toSorted()).toEqual(
    [`${stranger}-2`, `${number}-3`].map((id) => `${id.slice(0, 4)}${'*'.repeat(10)}${id.slice(14)}`).toSorted(),
  );
  await send(patients(stranger));
  await send(results(result(`${number}-3`, number, '5.6')));
  expect(await kept(`${stranger}-2`)).toMatchObject({ deleted: false });
  expect((await manager().get({ id: sent.id, page: 1 })).rows.every((row) => row.settled)).toBe(true);
});

it('no number is left in any table, and none was told', async () => {
  expect(await findInTables(db, [number, stranger])).toEqual([]);
  expect(told.join()).toContain(`${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(14)}.csv`);
  expect(told.filter((one) => one.includes(number) || one.includes(stranger))).toEqual([]);
});
