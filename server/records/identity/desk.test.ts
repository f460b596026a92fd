import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { idCheckCharacter } from '../../kernel/national-id.ts';
import { staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { decideCase, undoCase } from './decide-case.ts';
import { getCase, oddDigits } from './get-case.ts';
import { judgeAgain } from './judge-again.ts';
import { listCases } from './list-cases.ts';
import { type PatientTold, placePatients } from './place-patients.ts';

let db: TestDatabase;
let here: MintedFacility;
let there: MintedFacility;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

let serial = 100;
let told: PatientTold;
let vague: PatientTold;
const system = () => testContext(db, systemActor('his-records'));
const desk = (facility = there) => testContext(db, staffActor(facility.facilityId, 'desk'));
const office = (path: string) =>
  testContext(db, {
    ...{ kind: 'official', accountId: '00000000-0000-7000-8000-000000000001', regionCode: '', level: 3, name: '夏玲' },
    regionPath: path,
  } satisfies ContextOf<'official'>['actor']);
const place = (one: PatientTold, facility: MintedFacility) =>
  transact(db, (tx) => placePatients(tx, system(), facility.facilityId, [one]));

beforeEach(async () => {
  [here, there] = [await mintFacility(db), await mintFacility(db)];
  serial += 1;
  const day = String((serial % 28) + 1).padStart(2, '0');
  const first17 = `5190011972${String((serial % 12) + 1).padStart(2, '0')}${day}${serial}`;
  const idNumber = first17 + idCheckCharacter(first17);
  const sex = Number(idNumber.charAt(16)) % 2 ? 'male' : 'female';
  told = {
    ...{
      sourceId: 'p1',
      version: '1',
      updated: new Date('2026-11-01T00:00:00Z'),
      name: '呼延清和',
      otherNames: [],
      sex,
      idNumber,
    },
    ...{ birthDate: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`, phones: [] },
    ...{ address: '', kin: [], birthOrder: null },
  };
  vague = { ...told, idNumber: '' };
  await place(told, here);
  await place(vague, there);
});

const only = async (shelf: 'open' | 'asked' | 'auto' | 'decided', ctx = desk()) =>
  (await listCases(ctx, { shelf })).cases[0];
const caseId = async () => (await only('open'))?.id ?? '';
const number = () => system().sealing.residentId(told.idNumber);
const standing = async () => {
  const { rows } = await db.pool.query(
    'select state, resident_id as resident, decided_by_hand as "byHand" from source_patients where facility_id = $1',
    [there.facilityId],
  );
  return rows[0];
};
const say = async (decision: 'same' | 'different' | 'ask', reason = '两处登记核对过') =>
  decideCase(desk(), there.facilityId, await caseId(), { decision, reason });

describe('the desk of doubtful patients', () => {
  it('lists cases with masked names, and opens one with both sides, which both people can see', async () => {
    const { cases, counts } = await listCases(desk(), { shelf: 'open' });
    expect(cases).toMatchObject([{ name: '呼**和', rule: 'not-enough' }]);
    expect(counts).toEqual({ open: 1, asked: 0, auto: 0, decided: 0 });
    const shown = await getCase(desk(), there.facilityId, await caseId());
    expect(shown).toMatchObject({
      patient: { name: '呼延清和', idMasked: '' },
      candidate: { name: '呼延清和' },
      digits: [],
    });
    expect(JSON.stringify(shown)).not.toContain(told.idNumber);
    const { rows } = await db.pool.query(`select what, reason from access_events where resident_id = any($1)`, [
      [number(), (await standing()).resident],
    ]);
    expect(rows).toEqual(Array(2).fill({ what: 'identity-case', reason: 'identity' }));
  });

  it('“the same” moves the patient into the record, and stays whatever comes later', async () => {
    await say('same');
    expect(await standing()).toEqual({ state: 'linked', resident: number(), byHand: true });
    await place({ ...vague, name: '李四', version: '2' }, there);
    await judgeAgain(system(), there.facilityId, ['p1']);
    expect(await standing()).toEqual({ state: 'linked', resident: number(), byHand: true });
    const { rows } = await db.pool.query(
      `select rule, decided_by <> 'rule' as hand from identity_links where facility_id = $1 order by decided_at`,
      [there.facilityId],
    );
    expect(rows).toEqual([
      { rule: 'not-enough', hand: false },
      { rule: 'said-same', hand: true },
    ]);
    const { rows: audit } = await db.pool.query(
      `select detail from audit_events where facility_id = $1 and action = 'records.identity-same'`,
      [there.facilityId],
    );
    expect(audit).toEqual([{ detail: { candidateId: number() } }]);
  });

  it('“another person” stays too: the two are not laid beside each other again, even when the number comes', async () => {
    const { resident } = await standing();
    await say('different');
    await judgeAgain(system(), there.facilityId, ['p1']);
    await place({ ...vague, version: '2', phones: ['13900001111'] }, there);
    expect(await standing()).toMatchObject({ state: 'alone', resident });
    await place({ ...vague, version: '3', idNumber: told.idNumber }, there);
    expect(await standing()).toMatchObject({ state: 'alone', resident });
    expect((await listCases(desk(), { shelf: 'open' })).cases).toEqual([]);
  });

  it('asking the hospital leaves the case waiting, and news of the patient answer it', async () => {
    await say('ask', '请核对身份证号');
    expect(await only('asked')).toMatchObject({ status: 'asked' });
    await judgeAgain(system(), there.facilityId, ['p1']);
    expect(await only('asked')).toMatchObject({ status: 'asked' });
    await place({ ...vague, version: '2', idNumber: told.idNumber }, there);
    expect((await listCases(desk(), { shelf: 'asked' })).cases).toEqual([]);
    expect(await standing()).toMatchObject({ state: 'linked', resident: number() });
  });

  it('a word is taken back: the patient stands apart again and the case is open', async () => {
    const { resident } = await standing();
    const id = await caseId();
    await say('same');
    await undoCase(desk(), there.facilityId, id, '登记时看错了');
    expect(await standing()).toEqual({ state: 'review', resident, byHand: false });
    expect(await only('open')).toMatchObject({ id });
    const { rows } = await db.pool.query(
      `select undone_why as why from identity_links where facility_id = $1 and undone_at is not null`,
      [there.facilityId],
    );
    expect(rows).toEqual([{ why: '登记时看错了' }]);
    await expect(undoCase(desk(), there.facilityId, id, '再撤一次')).rejects.toMatchObject({
      refusal: { rule: 'identity-not-decided' },
    });
  });

  it('a link by likeness can be looked at and taken apart', async () => {
    await place({ ...told, version: '2', phones: ['13900002222'] }, here);
    await place({ ...vague, version: '2', phones: ['13900002222'] }, there);
    const auto = await only('auto');
    expect([auto?.rule, (await standing()).resident]).toEqual(['likeness', number()]);
    await decideCase(desk(), there.facilityId, auto?.id ?? '', { decision: 'different', reason: '是同名的另一人' });
    await judgeAgain(system(), there.facilityId, ['p1']);
    expect((await standing()).resident).not.toBe(number());
  });

  it('is decided once, by this hospital’s desk or an official of its area, and by nobody else', async () => {
    const id = await caseId();
    const word = { decision: 'same', reason: '两处登记核对过' } as const;
    for (const ctx of [desk(here), office(here.regionPath), office('')]) {
      await expect(getCase(ctx, there.facilityId, id)).rejects.toMatchObject({
        refusal: { rule: 'identity-case-not-found' },
      });
      await expect(decideCase(ctx, there.facilityId, id, word)).rejects.toMatchObject({
        refusal: { rule: 'identity-case-not-found' },
      });
      expect((await listCases(ctx, { shelf: 'open' })).cases.filter((one) => one.id === id)).toEqual([]);
    }
    const doctor = testContext(db, staffActor(there.facilityId, 'doctor'));
    await expect(decideCase(doctor, there.facilityId, id, word)).rejects.toMatchObject({
      refusal: { rule: 'role-needed' },
    });
    const both = await Promise.allSettled([
      decideCase(office(there.regionPath), there.facilityId, id, word),
      decideCase(desk(), there.facilityId, id, { ...word, decision: 'different' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(decideCase(desk(), there.facilityId, id, word)).rejects.toMatchObject({
      refusal: { rule: 'identity-decided' },
    });
  });
});

it('of two numbers only the few digits that differ are shown', () => {
  expect(oddDigits('519001197203051234', '519001197203057234')).toEqual([{ at: 15, here: '1', there: '7' }]);
  expect(oddDigits('519001197203051234', '519123198811225678')).toEqual([]);
  expect(oddDigits('', '519001197203051234')).toEqual([]);
});
