import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { residents } from '#db/schema/residents.ts';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { idCheckCharacter, maskIdNumber } from '../../kernel/national-id.ts';
import { systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { takeIn } from '../take-in.ts';
import { judgeAgain, judgeUnsettled, noteResidents } from './judge-again.ts';
import { entryColumns } from './move-record.ts';
import { type PatientTold, placePatients } from './place-patients.ts';

let db: TestDatabase;
let [here, there]: [string, string] = ['', ''];
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  here = (await mintFacility(db)).facilityId;
  there = (await mintFacility(db)).facilityId;
});

const context = () => testContext(db, systemActor('his-records'));
let serial = 100;
/** A person of their own for each test; the same words again are the same person. */
function person(change: Partial<PatientTold> = {}): PatientTold {
  serial += 1;
  const day = String((serial % 28) + 1).padStart(2, '0');
  const month = String((serial % 12) + 1).padStart(2, '0');
  const first17 = `5190011985${month}${day}${serial}`.slice(0, 16).concat('2');
  return {
    ...{ sourceId: 'p1', version: '1', updated: new Date('2026-11-01T00:00:00Z') },
    ...{ name: '令狐春燕', otherNames: [], sex: 'female', birthDate: `1985-${month}-${day}` },
    ...{ idNumber: first17 + idCheckCharacter(first17), phones: [`1390000${serial}0`], address: '金堂县三溪镇金河村' },
    ...{ kin: [], birthOrder: null },
    ...change,
  };
}
const place = (facilityId: string, ...told: PatientTold[]) =>
  transact(db, (tx) => placePatients(tx, context(), facilityId, told));
const standing = async (facilityId: string, sourceId = 'p1') => {
  const { rows } = await db.pool.query(
    'select state, resident_id as resident, settled from source_patients where facility_id = $1 and source_id = $2',
    [facilityId, sourceId],
  );
  return rows[0];
};
const cases = async (facilityId: string) => {
  const { rows } = await db.pool.query(
    'select rule, status, candidate_id as candidate from identity_reviews where facility_id = $1',
    [facilityId],
  );
  return rows;
};
const number = (told: PatientTold) => context().sealing.residentId(told.idNumber);

describe('placing a hospital’s patients', () => {
  it('goes by the number, and without one by likeness', async () => {
    const told = person();
    await place(here, told);
    await place(there, { ...told, idNumber: '', name: '令狐春燕 ' });
    expect(await standing(there)).toEqual({ state: 'linked', resident: number(told), settled: true });
    const { rows } = await db.pool.query(
      'select rule, score::float, evidence from identity_links where facility_id = $1',
      [there],
    );
    expect(rows).toMatchObject([{ rule: 'likeness' }]);
    expect(rows[0].score).toBeGreaterThan(11);
    expect(rows[0].evidence).toContainEqual({ what: 'id-number', outcome: 'unknown', weight: 0 });
  });

  it('keeps no number and no key that could be read', async () => {
    const told = person();
    await place(here, told);
    const { rows } = await db.pool.query('select p::text as row from source_patients p where facility_id = $1', [here]);
    expect(rows[0].row).not.toContain(told.idNumber);
    expect(rows[0].row).toContain(maskIdNumber(told.idNumber));
    expect(rows[0].row).not.toContain(told.phones[0]);
  });

  it('asks people when it is not sure, once, and keeps the patient apart until then', async () => {
    const told = person();
    await place(here, told);
    const vague = { ...told, idNumber: '', phones: [], address: '' };
    await place(there, vague);
    await place(there, { ...vague, version: '2' });
    expect(await standing(there)).toMatchObject({ state: 'review', settled: false });
    expect((await standing(there)).resident).not.toBe(number(told));
    expect(await cases(there)).toEqual([{ rule: 'not-enough', status: 'open', candidate: number(told) }]);
  });

  it('two of one page may be one person', async () => {
    const told = person();
    await place(here, told, { ...told, sourceId: 'p2', idNumber: '' });
    expect(await standing(here, 'p2')).toMatchObject({ state: 'linked', resident: number(told) });
  });
});

describe('when there is news', () => {
  it('a number that comes later settles the case and the record moves', async () => {
    const told = person();
    await place(here, told);
    const vague = { ...told, idNumber: '', phones: [], address: '' };
    const before = (await place(there, vague)).get('p1') ?? '';
    const entry = {
      ...{
        type: 'Condition',
        sourceId: 'c1',
        version: '1',
        updated: new Date(),
        patient: 'p1',
        encounter: null,
        startsAt: null,
        endsAt: null,
      },
      ...{
        status: '',
        code: '',
        title: '高血压',
        topic: 'general' as const,
        search: [],
        facts: {},
        body: '{}',
        findings: ['x: y'],
        gap: '',
        gapLabel: '',
        values: {},
      },
    };
    await transact(db, (tx) => takeIn(tx, context(), there, [entry], new Map([['p1', before]])));
    await place(there, { ...vague, version: '2', idNumber: told.idNumber });
    expect(await standing(there)).toEqual({ state: 'linked', resident: number(told), settled: true });
    expect(await cases(there)).toMatchObject([{ status: 'settled' }]);
    const { rows } = await db.pool.query(
      'select findings from record_entries where resident_id = $1 and facility_id = $2',
      [number(told), there],
    );
    expect(rows).toEqual([{ findings: ['x: y'] }]);
  });

  it('a record moves with every column it has', async () => {
    const { rows } = await db.pool.query<{ column: string }>(
      `select column_name as column from information_schema.columns
       where table_name = 'record_entries' and column_name not in ('resident_id')`,
    );
    expect(entryColumns.split(/,\s*/).sort()).toEqual(rows.map((row) => row.column).sort());
  });

  it('whoever followed somebody into a record follows them out of it', async () => {
    const told = person();
    const bare = { ...told, idNumber: '' };
    await place(here, bare);
    await place(there, bare);
    const shared = (await standing(here)).resident;
    expect(await standing(there)).toEqual({ state: 'linked', resident: shared, settled: false });
    await place(here, { ...told, version: '2' });
    const { rows } = await db.pool.query(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'identity-judge-again' and payload->>'facilityId' = $1`,
      [there],
    );
    expect(rows).toEqual([{ payload: { facilityId: there, sourceIds: ['p1'] } }]);
    await judgeAgain(context(), there, ['p1']);
    expect(await standing(there)).toEqual({ state: 'linked', resident: number(told), settled: true });
  });

  it('a resident who signs up is found by patients who came before', async () => {
    const told = person();
    await place(here, { ...told, idNumber: '' });
    const ctx = context();
    await db.orm.insert(residents).values({
      ...{ id: number(told), name: told.name, sex: 'female', birthDate: told.birthDate },
      ...{ idSealed: ctx.sealing.seal(told.idNumber), phoneSealed: ctx.sealing.seal(told.phones[0] ?? '') },
    });
    await noteResidents(ctx, [number(told)]);
    await judgeAgain(ctx, here, ['p1']);
    expect(await standing(here)).toEqual({ state: 'linked', resident: number(told), settled: true });
  });

  it('two who missed each other are found at night', async () => {
    const told = person({ idNumber: '' });
    await place(here, told);
    await place(there, told);
    await db.pool.query(
      `update source_patients set resident_id = gen_random_uuid(), state = 'alone' where facility_id = $1`,
      [there],
    );
    await judgeUnsettled(context());
    const { rows } = await db.pool.query(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'identity-judge-again' and payload->>'facilityId' = $1`,
      [there],
    );
    expect(rows).toContainEqual({ payload: { facilityId: there, sourceIds: ['p1'] } });
    await judgeAgain(context(), there, ['p1']);
    expect((await standing(there)).resident).toBe((await standing(here)).resident);
  });

  it('twins on one page stay two', async () => {
    const told = person({ idNumber: '', birthDate: '2024-02-03', kin: ['李梅'] });
    await place(
      here,
      { ...told, name: '张晨' },
      { ...told, sourceId: 'p2', name: '张辰' },
      { ...told, sourceId: 'p3', name: '李梅之女' },
    );
    const all = await Promise.all(['p1', 'p2', 'p3'].map((id) => standing(here, id)));
    expect(new Set(all.map((one) => one.resident)).size).toBe(3);
    expect(all.map((one) => one.state)).toEqual(['alone', 'review', 'review']);
  });

  it('older and repeated news change nothing, and judging again gives the same', async () => {
    const told = person();
    await place(here, told);
    await place(there, { ...told, idNumber: '', phones: [] });
    const before = await standing(there);
    await place(there, { ...told, name: '别人', version: '0', updated: new Date('2020-01-01') });
    await judgeAgain(context(), there, ['p1']);
    await judgeAgain(context(), there, ['p1']);
    expect(await standing(there)).toEqual(before);
    const { rows } = await db.pool.query(`select count(*)::int as n from identity_links where facility_id = $1`, [
      there,
    ]);
    expect(rows[0].n).toBe(1);
  });
});
