import { randomInt, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accounts } from '#db/schema/access.ts';
import { notices } from '#db/schema/notices.ts';
import { familyLinks, residents } from '#db/schema/residents.ts';
import { mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { noticeJobs } from './jobs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
});
afterAll(() => db.close());

const newPhone = () => `139${String(randomInt(1e8)).padStart(8, '0')}`;
const job = () => testContext(db, systemActor('notices-sms'));
const seal = (phone: string) => job().sealing.seal(phone);
const setAccount = (residentId: string, set: Partial<typeof accounts.$inferInsert>) =>
  db.orm.update(accounts).set(set).where(eq(accounts.residentId, residentId));
const link = (holderId: string, memberId: string, createdAt: Date) =>
  db.orm
    .insert(familyLinks)
    .values({ residentId: holderId, memberId, relation: 'parent', proof: 'phone_code', createdAt });

/** Sends one new message to the person; gives the numbers it went to and its state afterwards. */
async function send(residentId: string, times = 1) {
  const ctx = job();
  const id = randomUUID();
  const params = {
    facility: '县医院',
    department: '内科',
    windowStart: '2026-12-01T01:00:00.000Z',
    number: 3,
    code: 'AB',
  };
  await db.orm.insert(notices).values({ residentId, id, kind: 'booked', params, smsState: 'queued' });
  for (let i = 0; i < times; i += 1) await noticeJobs['notices-sms']({ residentId, noticeId: id }, ctx);
  const [row] = await db.orm
    .select()
    .from(notices)
    .where(and(eq(notices.residentId, residentId), eq(notices.id, id)));
  return { phones: ctx.sent.map((text) => text.phone), state: row?.smsState };
}

it('writes to the own account’s number first, and once however often the job runs', async () => {
  const [me, own, recorded] = [await mintResident(db), newPhone(), newPhone()];
  await setAccount(me.residentId, { phoneSealed: seal(own) });
  await db.orm
    .update(residents)
    .set({ phoneSealed: seal(recorded) })
    .where(eq(residents.id, me.residentId));
  expect(await send(me.residentId, 3)).toEqual({ phones: [own], state: 'sent' });
  await setAccount(me.residentId, { disabledAt: new Date() });
  expect(await send(me.residentId)).toEqual({ phones: [recorded], state: 'sent' });
});

it('writes to the first of the family whose link is in force, and to nobody else', async () => {
  const [member, first, second, former] = await Promise.all(Array.from({ length: 4 }, () => mintResident(db)));
  const phones = [newPhone(), newPhone(), newPhone()];
  for (const [i, holder] of [first, second, former].entries()) {
    await setAccount(holder!.residentId, { phoneSealed: seal(phones[i] ?? '') });
    await link(holder!.residentId, member!.residentId, new Date(Date.UTC(2026, 0, 3 - i)));
  }
  await db.orm.update(familyLinks).set({ endedAt: new Date() }).where(eq(familyLinks.residentId, former!.residentId));
  expect(await send(member!.residentId)).toEqual({ phones: [phones[1]], state: 'sent' });
  const alone = await mintResident(db);
  expect(await send(alone.residentId)).toEqual({ phones: [], state: 'none' });
});
