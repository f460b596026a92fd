import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, testContext } from '../../../kernel/test-context.ts';
import { savePreparationInput } from '../../schema/preparation.ts';
import { findPreparation, listPreparationBook } from './find-preparation.ts';
import { removePreparation } from './remove-preparation.ts';
import { savePreparation } from './save-preparation.ts';

let db: TestDatabase;
let house: MintedFacility;
beforeAll(async () => {
  db = await openTestDatabase();
  house = await mintFacility(db);
});
afterAll(() => db.close());

const keeper = (...roles: ('desk' | 'doctor')[]) => testContext(db, staffActor(house.facilityId, ...roles));
const row = (said: object) => savePreparationInput.parse(said);

describe('what to do before coming', () => {
  it('is written by the facility, once a subject, and falls back when taken away', async () => {
    const ctx = keeper('desk');
    const { departmentId } = house;
    const effective = () =>
      findPreparation(testContext(db, { kind: 'anonymous' }), { departmentId, numberType: 'expert' });
    const before = await effective();
    await savePreparation(ctx, row({ departmentId, numberType: 'expert', fastingHours: 6, note: '带上药盒' }));
    await savePreparation(ctx, row({ departmentId, numberType: 'expert', fastingHours: 8, note: '带上药盒' }));
    expect(await effective()).toEqual({ ...before, fastingHours: 8, note: { zh: '带上药盒', en: '' } });
    expect(await findPreparation(ctx, { departmentId, numberType: 'ordinary' })).toMatchObject({ fastingHours: 0 });

    const book = await listPreparationBook(keeper('doctor'));
    expect(book.rows).toMatchObject([{ fastingHours: 8, changedBy: '测试员工' }]);
    const id = book.rows[0]?.id ?? '';
    await removePreparation(ctx, { id });
    await removePreparation(ctx, { id });
    expect(await effective()).toEqual(before);
    const { rows } = await db.pool.query(
      `select action, count(*)::int as n from audit_events where facility_id = $1 group by action order by action`,
      [house.facilityId],
    );
    expect(rows).toEqual([
      { action: 'navigation.remove-preparation', n: 1 },
      { action: 'navigation.save-preparation', n: 2 },
    ]);
  });

  it('holds for a test of the facility, which is named alone', async () => {
    await savePreparation(keeper('desk'), row({ test: 'ct-contrast', fastingHours: 6 }));
    const { tests } = await listPreparationBook(keeper('desk'));
    expect(tests.find((test) => test.code === 'ct-contrast')?.preparation).toMatchObject({
      fastingHours: 6,
      companion: true,
    });
    expect(savePreparationInput.safeParse({ test: 'ct', departmentId: house.departmentId }).success).toBe(false);
  });

  it('is no other facility’s, no doctor’s and of no unknown thing', async () => {
    const other = await mintFacility(db);
    await expect(savePreparation(keeper('desk'), row({ departmentId: other.departmentId }))).rejects.toThrow(
      'department-not-found',
    );
    await expect(savePreparation(keeper('desk'), row({ test: 'magic' }))).rejects.toThrow('test-unknown');
    await expect(savePreparation(keeper('doctor'), row({ fastingHours: 1 }))).rejects.toThrow('role-needed');
    const { rows } = await listPreparationBook(keeper('desk'));
    await removePreparation(testContext(db, staffActor(other.facilityId, 'desk')), { id: rows[0]?.id ?? '' });
    expect((await listPreparationBook(keeper('desk'))).rows).toEqual(rows);
    const unknown = findPreparation(keeper('desk'), { departmentId: 'X:no', numberType: 'ordinary' });
    await expect(unknown).rejects.toThrow('department-not-found');
  });
});
