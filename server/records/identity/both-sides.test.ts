import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { idCheckCharacter } from '../../kernel/national-id.ts';
import { staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { decideCase, undoCase } from './decide-case.ts';
import { getCase } from './get-case.ts';
import { judgeAgain } from './judge-again.ts';
import { listCases } from './list-cases.ts';
import { type PatientTold, placePatients } from './place-patients.ts';

// Two hospitals tell of somebody alike, and neither has a number.
let db: TestDatabase;
let [first, second, third] = [{}, {}, {}] as [MintedFacility, MintedFacility, MintedFacility];
let told: PatientTold;
let serial = 0;
const system = () => testContext(db, systemActor('his-records'));
const desk = (facility: MintedFacility) => testContext(db, staffActor(facility.facilityId, 'desk'));
const office = ({ regionPath }: MintedFacility) =>
  testContext(db, {
    ...{ kind: 'official', accountId: '00000000-0000-7000-8000-000000000001', regionCode: '', level: 3, name: '夏玲' },
    regionPath,
  } satisfies ContextOf<'official'>['actor']);
const place = (facility: MintedFacility, change: Partial<PatientTold> = {}) =>
  transact(db, (tx) => placePatients(tx, system(), facility.facilityId, [{ ...told, ...change }]));
const judge = async (...facilities: MintedFacility[]) => {
  for (const { facilityId } of facilities) await judgeAgain(system(), facilityId, ['p1']);
};
const cases = async (...statuses: string[]) => {
  const { rows } = await db.pool.query<{ id: string; facility: string; other: string | null; status: string }>(
    `select id, facility_id as facility, other_facility_id as other, status from identity_reviews
     where facility_id = any($1) and status = any($2)`,
    [[first.facilityId, second.facilityId], statuses.length > 0 ? statuses : ['open']],
  );
  return rows;
};
const recordOf = async ({ facilityId }: MintedFacility) => {
  const { rows } = await db.pool.query('select resident_id as id from source_patients where facility_id = $1', [
    facilityId,
  ]);
  return rows[0].id as string;
};
const listed = async (ctx: ContextOf<'staff'> | ContextOf<'official'>) =>
  (await listCases(ctx, { shelf: 'open' })).cases.map((one) => one.id);
const only = async () => {
  const all = await cases();
  expect(all).toHaveLength(1);
  return all[0]?.id ?? '';
};
const word = { decision: 'same', reason: '两处登记核对过' } as const;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  [first, second, third] = [await mintFacility(db), await mintFacility(db), await mintFacility(db)];
  serial += 1;
  told = {
    ...{ sourceId: 'p1', version: '1', updated: new Date('2026-11-01T00:00:00Z'), name: '呼延清和', otherNames: [] },
    ...{ sex: 'male', idNumber: '', birthDate: `19${60 + serial}-03-05`, phones: [], address: '', kin: [] },
    birthOrder: null,
  };
  await place(first);
  await place(second);
  await judge(first, second);
});

describe('a doubt about two patients without a number', () => {
  it('is one case that names both, however often they are judged and told of', async () => {
    const id = await only();
    await place(first, { version: '2' });
    await judge(second, first, first);
    expect(await cases()).toEqual([{ id, facility: second.facilityId, other: first.facilityId, status: 'open' }]);
    const shown = await getCase(desk(first), first.facilityId, id);
    expect([shown.patient.place, shown.candidate?.place].toSorted()).toEqual(
      [shown.facilityName, shown.otherFacilityName].toSorted(),
    );
    expect(shown.facilityName).not.toBe(shown.otherFacilityName);
  });

  it('lies before the desks and offices of both, and nobody else’s', async () => {
    const id = await only();
    for (const ctx of [desk(first), desk(second), office(first), office(second)])
      expect(await listed(ctx)).toEqual([id]);
    expect((await listCases(desk(first), { shelf: 'open' })).cases).toMatchObject([{ name: '呼**和' }]);
    for (const ctx of [desk(third), office(third)]) {
      expect(await listed(ctx)).toEqual([]);
      for (const { facilityId } of [first, second, third]) {
        const refusal = { refusal: { rule: 'identity-case-not-found' } };
        await expect(getCase(ctx, facilityId, id)).rejects.toMatchObject(refusal);
        await expect(decideCase(ctx, facilityId, id, word)).rejects.toMatchObject(refusal);
      }
    }
  });

  it('is answered from either side, once, and taken back from either', async () => {
    const id = await only();
    await decideCase(desk(first), first.facilityId, id, word);
    await judge(first, second);
    expect(await recordOf(second)).toBe(await recordOf(first));
    expect(await cases()).toEqual([]);
    await expect(decideCase(desk(second), second.facilityId, id, word)).rejects.toMatchObject({
      refusal: { rule: 'identity-decided' },
    });
    await undoCase(desk(first), first.facilityId, id, '登记时看错了');
    await judge(first, second);
    expect(await recordOf(second)).not.toBe(await recordOf(first));
    expect(await only()).toBe(id);
    const { rows } = await db.pool.query(`select action from audit_events where subject_id = $1 order by action`, [id]);
    expect(rows.map((row) => row.action)).toEqual(['records.identity-same', 'records.identity-undo']);
  });

  it('that are two people stays answered for both, whatever news come', async () => {
    await decideCase(desk(second), second.facilityId, await only(), { ...word, decision: 'different' });
    await judge(first, second);
    await place(first, { version: '2', phones: ['13900003333'] });
    await place(second, { version: '2', phones: ['13900003333'] });
    await judge(first, second);
    expect(await cases('open', 'asked', 'auto')).toEqual([]);
    expect(await recordOf(second)).not.toBe(await recordOf(first));
  });

  it('that was raised on both sides in the same second is one after the next judging', async () => {
    const id = await only();
    await db.pool.query(
      `insert into identity_reviews (facility_id, id, source_id, candidate_id, other_facility_id, other_source_id, other_region_path,
         rule, score, evidence, region_path, status, opened_at)
       select other_facility_id, $2, other_source_id, $3, facility_id, source_id, region_path,
         rule, score, evidence, other_region_path, status, opened_at from identity_reviews where facility_id = $1`,
      [second.facilityId, system().ids.next(), await recordOf(second)],
    );
    expect(await cases()).toHaveLength(2);
    await judge(second, first);
    expect(await only()).toBe(id);
    await judge(first, second);
    expect(await only()).toBe(id);
  });

  it('is about a number once one of them has it', async () => {
    const first17 = `519001${told.birthDate.replaceAll('-', '')}${String(100 + serial * 2 + 1)}`;
    await place(first, { version: '2', idNumber: first17 + idCheckCharacter(first17) });
    await judge(second, first);
    expect(await cases()).toMatchObject([{ facility: second.facilityId, other: null }]);
    expect(await listed(desk(first))).toEqual([]);
  });
});
