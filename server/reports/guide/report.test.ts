import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { departmentCatalog, departments } from '#db/schema/facilities.ts';
import { adviceCounts, triageAnswers } from '#db/schema/navigation/advice.ts';
import { queueEntries } from '#db/schema/queues.ts';
import { type MintedFacility, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { shipRules } from '../../navigation/learn/ship-rules.ts';
import { appRouter } from '../../root.ts';
import { createCaller } from '../../trpc.ts';
import { contextOf, mintWorld, type Place, take } from '../testing/small-province.ts';
import { upperBound } from './upper-bound.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const report = (place: Place, input = {}) =>
  createCaller(appRouter)(contextOf(db, place)).reports.guideReport({ until: '2031-05', months: 3, ...input });
/** Every visit lies in May 2031, 09:00. */
const startsAt = new Date('2031-05-06T09:00:00+08:00');

async function mintDepartment({ facilityId }: MintedFacility, code: string): Promise<string> {
  const id = `${facilityId}:${code}`;
  await db.orm
    .insert(departmentCatalog)
    .values({ code, name: `科目${code}` })
    .onConflictDoNothing();
  await db.orm.insert(departments).values({ id, facilityId, catalogCode: code, name: `科室${code}` });
  return id;
}

type Visit = { seen: string; advised: string; status?: 'fulfilled' | 'booked'; flagged?: string; rules?: string };

/** A person who let the doctor see what had been told, seen in `seen`. */
async function visit(facility: MintedFacility, { seen, advised, ...over }: Visit): Promise<Row> {
  const session = await mintSession(db, { ...facility, departmentId: seen }, { startsAt, capacity: 1 });
  const { id, residentId } = await take(db, session, 1, { status: over.status ?? 'fulfilled' });
  await db.orm.insert(triageAnswers).values({
    ...{ facilityId: facility.facilityId, appointmentId: id, residentId, advised, confidence: 0.8, agreedBy: 'x' },
    ...{ flagged: over.flagged ?? '', rulesVersion: over.rules ?? 'r1', modelVersion: 'm1', expiresAt: startsAt },
  });
  return { facilityId: facility.facilityId, appointmentId: id, residentId, session };
}
type Row = {
  facilityId: string;
  appointmentId: string;
  residentId: string;
  session: Awaited<ReturnType<typeof mintSession>>;
};

async function queued(row: Row, over: Partial<typeof queueEntries.$inferInsert>) {
  const { facilityId, appointmentId, residentId, session } = row;
  await db.orm.insert(queueEntries).values({
    ...{ facilityId, appointmentId, residentId, sessionId: session.sessionId, ticketNumber: 1, shownName: '张*丰' },
    ...{ windowStart: session.startsAt, status: 'done', arrivedAt: session.startsAt },
    ...over,
  });
}

describe('advised against seen', () => {
  it('counts visits that took place, by where they ended, with small numbers hidden', async () => {
    const world = await mintWorld(db);
    const heart = await mintDepartment(world.hospital, '03.04');
    const women = await mintDepartment(world.hospital, '05.01');
    const emergency = await mintDepartment(world.hospital, '20');
    for (let i = 0; i < 6; i += 1) await visit(world.hospital, { seen: heart, advised: '03.04 03.01' });
    for (let i = 0; i < 5; i += 1) await visit(world.hospital, { seen: women, advised: '03.04 05' });
    await visit(world.hospital, { seen: emergency, advised: '03.04', rules: 'r2' });
    await visit(world.hospital, { seen: emergency, advised: '03.04', flagged: 'acute-coronary' });
    await visit(world.hospital, { seen: heart, advised: '03.04', status: 'booked' });

    const seen = await report(world.province);
    expect(seen.total).toMatchObject({ visits: 13, first: 6, among: 11, rerouted: 0, urgent: null });
    expect(seen.total.urgentAtMost).toBe(upperBound(4, 13)); // the most that a hidden count can be
    expect(seen.byMonth).toMatchObject([{ month: '2031-05', visits: 13 }]);
    expect(seen.byVersion.map(({ rules, visits }) => [rules, visits])).toEqual([
      ['r1', 12],
      ['r2', null],
    ]);
    expect(seen.pairs).toMatchObject([{ advised: { code: '03.04' }, seen: { code: '05.01' }, visits: 5 }]);
    expect(seen.otherPairs).toBeNull();
    expect((await report(world.province, { rulesVersion: 'r1' })).total.visits).toBe(12);
    expect((await report(world.province, { until: '2031-04' })).total.visits).toBe(0);
  });

  it('follows a person who was sent on, and takes triage levels 1 and 2 for urgent', async () => {
    const world = await mintWorld(db);
    const skin = await mintDepartment(world.hospital, '13');
    const eye = await mintDepartment(world.hospital, '10');
    for (let i = 0; i < 5; i += 1) {
      const wrong = await visit(world.hospital, { seen: skin, advised: '13' });
      const right = await mintSession(db, { ...world.hospital, departmentId: eye }, { startsAt, capacity: 1 });
      const moved = await take(db, right, 1, { status: 'fulfilled' });
      await queued(wrong, { status: 'moved', movedTo: moved.id, priority: i < 2 ? 'emergency-2' : 'emergency-3' });
    }
    const { total, pairs } = await report(world.province);
    expect(total).toMatchObject({ visits: 5, first: 0, rerouted: 5, urgent: null });
    expect(pairs).toMatchObject([{ advised: { code: '13' }, seen: { code: '10' }, visits: 5 }]);
  });

  it('never leaves the official’s area', async () => {
    const world = await mintWorld(db);
    const here = await mintDepartment(world.hospital, '12');
    const there = await mintDepartment(world.neighbour, '12');
    for (let i = 0; i < 5; i += 1) await visit(world.hospital, { seen: here, advised: '12' });
    for (let i = 0; i < 7; i += 1) await visit(world.neighbour, { seen: there, advised: '12' });
    const [mine, other] = world.counties;
    expect((await report(mine)).byFacility).toMatchObject([{ facilityId: world.hospital.facilityId, visits: 5 }]);
    expect((await report(world.province)).total.visits).toBe(12);
    await expect(report(mine, { regionCode: other.code })).rejects.toThrow('region-not-found');
  });
});

const shared = inject('testServer').shared;
describe.skipIf(shared)('what holds for the whole province', () => {
  it('says that the program’s rules apply while none are stored, then reads the stored cases', async () => {
    const world = await mintWorld(db);
    expect((await report(world.province)).live.fromProgram).toBe(true);
    await shipRules(contextOf(db, world.province));
    const { live, cases } = await report(world.province);
    expect(live).toMatchObject({ fromProgram: false, unreadable: 0 });
    expect(cases.stored).toBeGreaterThan(300);
    expect(cases.emergencies).toBeGreaterThan(150);
    expect(cases.missed).toBe(0);
  });

  it('sums what was advised, questions apart from choices', async () => {
    const world = await mintWorld(db);
    const row = { day: '2031-05-02', rulesVersion: 'r1', modelVersion: 'm1', outcome: 'advice', slot: 0 } as const;
    await db.orm.insert(adviceCounts).values([
      { ...row, advised: '10', sureness: 'sure', count: 7 },
      { ...row, advised: '10', sureness: 'sure', slot: 1, count: 2 },
      { ...row, advised: '13', sureness: 'unsure', count: 3 },
      { ...row, advised: '10', sureness: 'sure', chosen: '10', rank: 1, count: 6 },
      { ...row, outcome: 'emergency', ruleId: randomUUID(), count: 5 },
      { ...row, day: '2031-06-01', advised: '10', sureness: 'sure', count: 99 },
    ]);
    const { advice } = await report(world.province);
    expect(advice.asked).toBe(17);
    expect(advice.outcomes).toContainEqual({ outcome: 'emergency', count: 5 });
    expect(advice.departments.map(({ code, count }) => [code, count])).toEqual([
      ['10', 9],
      ['13', null],
    ]);
    expect(advice.ranks[0]).toEqual({ rank: 1, count: 6 });
  });
});
