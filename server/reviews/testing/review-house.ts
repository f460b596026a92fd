import { randomUUID } from 'node:crypto';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase } from '#db/testing/test-database.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { takeIn } from '../../records/take-in.ts';
import type { Told } from '../../records/told.ts';
import { drawSample } from '../draw-sample.ts';
import { planReview } from '../plan-review.ts';

export const now = new Date('2026-11-24T02:00:00Z');
const visitAt = new Date('2026-10-12T01:00:00Z');
const clockAt = (at: Date) => ({ clock: { now: () => at } });
export type Note = Partial<Told> & { sourceId: string };

/** A city with a county under it, a hospital in each, people treated there, and a database of the test file's own. */
export async function reviewHouse() {
  const db = await openTestDatabase();
  const [inCounty, inCity, elsewhere] = [await mintFacility(db), await mintFacility(db), await mintFacility(db)];
  const cityPath = inCity.regionPath;
  const countyPath = `${cityPath}${inCounty.regionCode}/`;
  await db.pool.query('update regions set path = $2 where code = $1', [inCounty.regionCode, countyPath]);
  await db.pool.query('update regions set level = 2 where code = $1', [inCity.regionCode]);
  await db.pool.query('update facilities set region_path = $2 where id = $1', [inCounty.facilityId, countyPath]);
  const person = await mintResident(db, '欧阳明珠');
  await db.pool.query('update residents set region_code = $2 where id = $1', [person.residentId, inCounty.regionCode]);

  /** The hospital tells something of a person; what is left out is an ordinary visit. */
  async function write(facilityId: string, who: MintedResident, note: Note, at = visitAt): Promise<void> {
    const told = {
      ...{ type: 'Encounter', topic: 'general', patient: `p-${who.residentId}`, version: '1', updated: visitAt },
      ...{ encounter: null, startsAt: visitAt, endsAt: visitAt, status: 'finished', code: '', title: '', search: [] },
      ...{ facts: { visitKind: 'outpatient', department: '内科' }, findings: [], gap: '', gapLabel: '', body: '{}' },
      ...{ values: {}, ...note },
    } as unknown as Told;
    const ctx = testContext(db, systemActor(), clockAt(at));
    await transact(db, (tx) => takeIn(tx, ctx, facilityId, [told], new Map([[told.patient, who.residentId]])));
  }
  const official = (regionPath = countyPath, at = now): ContextOf<'official'> => {
    const regionCode = regionPath.split('/').at(-2) ?? '';
    const actor = {
      kind: 'official',
      accountId: randomUUID(),
      name: '何督查',
      level: 3,
      regionCode,
      regionPath,
    } as const;
    return testContext(db, actor, clockAt(at));
  };
  const job = (at = now) => testContext(db, systemActor('reviews'), clockAt(at));
  const rule = {
    ...{ title: '十月门诊抽查', purpose: 'quality', areaCode: inCounty.regionCode, kinds: ['outpatient'] },
    ...{ periodFrom: '2026-10-01', periodTo: '2026-10-31', sizeKind: 'count', size: 5, seed: 'seed-1' },
  } as Parameters<typeof planReview>[1];
  const plan = async (wish: Partial<typeof rule> = {}, ctx = official()): Promise<string> => {
    const { id } = await planReview(ctx, { ...rule, ...wish });
    await drawSample(job(), id);
    return id;
  };
  return {
    ...{ db, inCounty, inCity, elsewhere, cityPath, countyPath, person, rule, write, official, job, plan },
    manager: (facilityId = inCounty.facilityId) => testContext(db, staffActor(facilityId, 'manager'), clockAt(now)),
    count: async (text: string, values: unknown[] = []) =>
      Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${text}`, values)).rows[0]?.n),
  };
}
export type ReviewHouse = Awaited<ReturnType<typeof reviewHouse>>;
