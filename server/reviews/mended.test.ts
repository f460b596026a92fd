import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Told } from '../records/told.ts';
import { interceptedDatabase, pausing } from '../testing/model/intercept.ts';
import { followItems } from './follow-reviews.ts';
import { getItem } from './item-queries.ts';
import { judgeFinding } from './judge-finding.ts';
import { getHospital } from './queries.ts';
import { rereadItem } from './reread-item.ts';
import { returnFindings } from './return-findings.ts';
import { now, type ReviewHouse, reviewHouse } from './testing/review-house.ts';

let house: ReviewHouse;
let facilityId = '';
beforeAll(async () => {
  house = await reviewHouse();
  facilityId = house.inCounty.facilityId;
});
afterAll(() => house.db.close());

const dayMs = 86_400_000;
const later = (days: number) => new Date(now.getTime() + days * dayMs);
/** When the hospital was connected: what lies before could not have come earlier. */
const connected = new Date('2026-10-12T01:00:00Z');
let serial = 0;

/** A visit on a day of its own, told at `arrival`, with what its hospital may tell of it afterwards. */
async function writeVisit(facts: object, arrival = connected) {
  serial += 1;
  const sourceId = `visit-${serial}`;
  const day = `2026-05-${String(serial).padStart(2, '0')}`;
  const at = new Date(`${day}T02:00:00Z`);
  const visit = { sourceId, facts: { visitKind: 'outpatient', ...facts }, startsAt: at, endsAt: at };
  const write = (note: Partial<Told>, when: Date) =>
    house.write(facilityId, house.person, { ...visit, updated: now, ...note }, when);
  await house.write(facilityId, house.person, visit, arrival);
  return {
    at,
    again: (version: string, when = now) => write({ version }, when),
    line: (n: number, note: Partial<Told> = {}, when = now) =>
      write({ type: 'Observation', sourceId: `${sourceId}-${n}`, encounter: sourceId, facts: {}, ...note }, when),
    draw: async () => {
      const id = await house.plan({ periodFrom: day, periodTo: day });
      const { items } = await getHospital(house.official(), { id, facilityId });
      return { id, itemId: items[0]?.id ?? '' };
    },
  };
}

const itemOf = (id: string) => getItem(house.official(), { facilityId, id });
const mendedOf = async (itemId: string, rule: string) =>
  (await itemOf(itemId)).findings.filter((one) => one.rule === rule).map((one) => one.mended);
const whole = { department: '内科', reason: '复诊' };

describe('mended', () => {
  it('is not said of a line that only five others of its kind stand before now', async () => {
    const visit = await writeVisit(whole);
    const minute = (n: number) => ({ startsAt: new Date(visit.at.getTime() + n * 60_000), gap: `own|${n}` });
    for (const n of [1, 2, 3, 4, 5]) await visit.line(n, minute(n), connected);
    const { itemId } = await visit.draw();
    await visit.line(0, minute(0));
    expect(await rereadItem(house.job(later(1)), facilityId, itemId)).toBe(true);
    expect(await mendedOf(itemId, 'unmapped')).toEqual(['no', 'no', 'no', 'no', 'no']);
  });

  it('is not said of a visit that was late and is later still', async () => {
    await writeVisit(whole);
    const visit = await writeVisit(whole, new Date(connected.getTime() + 5 * dayMs));
    const { itemId } = await visit.draw();
    await visit.line(1, {}, new Date(connected.getTime() + 20 * dayMs));
    expect(await rereadItem(house.job(later(1)), facilityId, itemId)).toBe(true);
    expect(await mendedOf(itemId, 'late')).toEqual(['no']);
  });
});

describe('what a hospital sends', () => {
  /** A visit without a diagnosis, sent back for it. */
  async function returned() {
    const visit = await writeVisit({ department: '内科' });
    const { id, itemId } = await visit.draw();
    const [finding] = (await itemOf(itemId)).findings;
    await judgeFinding(house.official(), { facilityId, id: finding?.id ?? '', move: 'confirm', comment: '' });
    await returnFindings(house.official(), { id, facilityId, dueDay: '2026-12-01', comment: '' });
    return { ...visit, itemId };
  }

  it('is found when it was on its way while the sheet was read', async () => {
    const visit = await returned();
    // a transaction that began before the draw and ended after it
    await visit.again('2', new Date(now.getTime() - 2000));
    expect(await followItems(house.job(later(1)))).toBe(1);
    expect(await followItems(house.job(later(2)))).toBe(0);
  });

  it('is found though another visit cannot be read', async () => {
    const [bad, good] = [await returned(), await returned()];
    await bad.again('2');
    await good.again('2');
    const broken = interceptedDatabase(house.db, async (statement, send) => {
      if (statement.name === 'find-review-item-to-reread' && statement.values?.[1] === bad.itemId)
        throw new Error('broken');
      return send(statement);
    });
    await expect(followItems({ ...house.job(later(1)), db: broken })).rejects.toThrow('1 of 2 failed');
    expect((await itemOf(good.itemId)).laterAt).toEqual(later(1));
    expect(await followItems(house.job(later(2)))).toBe(1);
    expect((await itemOf(bad.itemId)).laterAt).toEqual(later(2));
  });

  it('stands as it was read last, whichever reading ends last', async () => {
    const visit = await writeVisit(whole);
    const { itemId } = await visit.draw();
    await visit.again('2');
    const slow = pausing(house.db, ({ name }) => name?.startsWith('read-review-entries') ?? false);
    const first = rereadItem({ ...house.job(later(1)), db: slow.db }, facilityId, itemId);
    await slow.reached;
    await visit.again('3');
    expect(await rereadItem(house.job(later(2)), facilityId, itemId)).toBe(true);
    slow.go();
    expect(await first).toBe(false);
    const { later: sheet, laterAt } = await itemOf(itemId);
    expect([sheet?.lines[0]?.version, laterAt]).toEqual([3, later(2)]);
  });
});
