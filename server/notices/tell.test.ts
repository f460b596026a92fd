import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticeChoices, notices } from '#db/schema/notices.ts';
import { mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import type { NoticeEntry } from './insert-notices.ts';
import { tellResident } from './tell-resident.ts';
import { tellResidents } from './tell-residents.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
});
afterAll(() => db.close());

const at = new Date('2026-11-23T01:00:00Z');
const booked = { kind: 'booked', params: { facility: '县医院', number: 3 }, link: '/appointments/H/1' } as const;
const ways = {
  'one by one': async (entries: NoticeEntry[]) => {
    const ctx = testContext(db, systemActor(), { clock: { now: () => at } });
    await transact(db, async (tx) => {
      for (const entry of entries) await tellResident(tx, ctx, entry);
    });
  },
  'all at once': async (entries: NoticeEntry[]) => {
    const ctx = testContext(db, systemActor(), { clock: { now: () => at } });
    await transact(db, (tx) =>
      tellResidents(
        tx,
        entries.map((entry) => ({ ctx, at, entry })),
      ),
    );
  },
};

const mute = (residentId: string, channel: 'message' | 'sms') =>
  db.orm.insert(noticeChoices).values({ residentId, type: 'booking', channel, wanted: false, changedAt: at });

async function stateOf(residentId: string) {
  const [row] = await db.orm
    .select({ readAt: notices.readAt, mandatory: notices.mandatory, smsState: notices.smsState, link: notices.link })
    .from(notices)
    .where(eq(notices.residentId, residentId));
  return row;
}

/** How many queued SMS jobs name this person. */
async function jobsOf(residentId: string): Promise<number> {
  const { rows } = await db.pool.query(
    `select count(*)::int as n from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`,
    [residentId],
  );
  return rows[0].n;
}

it.each(Object.entries(ways))('told %s, a message is unread and goes out as SMS', async (_, tell) => {
  const { residentId } = await mintResident(db);
  await tell([{ residentId, ...booked }]);
  expect(await stateOf(residentId)).toEqual({ readAt: null, mandatory: false, smsState: 'queued', link: booked.link });
  expect(await jobsOf(residentId)).toBe(1);
});

it.each(Object.entries(ways))('told %s, each person gets what that person chose', async (_, tell) => {
  const [quiet, noSms, open] = [await mintResident(db), await mintResident(db), await mintResident(db)];
  await mute(quiet.residentId, 'message');
  await mute(noSms.residentId, 'sms');
  await tell([quiet, noSms, open].map(({ residentId }) => ({ residentId, ...booked })));
  expect(await stateOf(quiet.residentId)).toMatchObject({ readAt: at, smsState: 'queued' });
  expect(await stateOf(noSms.residentId)).toMatchObject({ readAt: null, smsState: 'none' });
  expect(await stateOf(open.residentId)).toMatchObject({ readAt: null, smsState: 'queued' });
  expect(await jobsOf(noSms.residentId)).toBe(0);
  expect(await jobsOf(open.residentId)).toBe(1);
});

it.each(Object.entries(ways))('told %s, what is mandatory knows no muting', async (_, tell) => {
  const { residentId } = await mintResident(db);
  await mute(residentId, 'message');
  await mute(residentId, 'sms');
  await tell([{ residentId, kind: 'clinic-stopped', params: {} }]);
  expect(await stateOf(residentId)).toMatchObject({ readAt: null, mandatory: true, smsState: 'queued' });
});

it.each(Object.entries(ways))('told %s, too small a matter stays without SMS and without a job', async (_, tell) => {
  const { residentId } = await mintResident(db);
  await tell([{ residentId, ...booked, sms: false }]);
  expect(await stateOf(residentId)).toMatchObject({ readAt: null, smsState: 'none' });
  expect(await jobsOf(residentId)).toBe(0);
});
