import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { hashSid, startSession } from '../access/start-session.ts';
import { residentActor, staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { listFacilityFlags, listFlags } from './queries.ts';
import { raiseFlags } from './raise-flags.ts';
import { recordSightings } from './record-sightings.ts';
import { reviewFlag } from './review-flag.ts';
import { flagRules } from './rules.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const official = (level: number) =>
  testContext(db, {
    ...{ kind: 'official', accountId: crypto.randomUUID(), regionCode: '510000000000', regionPath: '51/' },
    ...{ level, name: '测试官员' },
  } as const);
const open = async () => (await listFlags(official(1), { show: 'open' })).flags;
const signIn = async () => {
  const person = await mintResident(db);
  const ctx = testContext(db, residentActor(person));
  const { sid } = await transact(db, (tx) => startSession(tx, ctx, person.accountId, 'resident'));
  return { ...person, sidHash: hashSid(sid) };
};

describe('what is shown to people', () => {
  it('are many accounts at one address, however few things each does', async () => {
    const minute = new Date();
    const accounts = await Promise.all(Array.from({ length: flagRules.accountsAtAddress }, signIn));
    const seen = accounts.map(({ sidHash }) => ({ sidHash, address: '203.0.113.7', minute, actions: 1 }));
    await recordSightings(testContext(db, systemActor()), seen.slice(1));
    await raiseFlags(testContext(db, systemActor()));
    expect(await open()).toEqual([]);
    await recordSightings(testContext(db, systemActor()), seen);
    await raiseFlags(testContext(db, systemActor()));
    expect(await open()).toMatchObject([
      { kind: 'many-accounts', count: accounts.length, who: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ]);
  });

  it('is an account with a hundred actions in a minute, added up over processes', async () => {
    const { sidHash } = await signIn();
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    const part = { sidHash, address: '203.0.113.8', minute, actions: 60 };
    const ctx = testContext(db, systemActor());
    await recordSightings(ctx, [part]);
    await raiseFlags(ctx);
    expect((await open()).map((flag) => flag.kind)).not.toContain('many-actions');
    await recordSightings(ctx, [part]);
    await raiseFlags(ctx);
    expect((await open()).find((flag) => flag.kind === 'many-actions')).toMatchObject({ count: 120 });
  });

  it('is a number that goes from one account to another again and again, and a quiet swap is not', async () => {
    const facility = await mintFacility(db);
    const [seller, buyer] = [await mintResident(db), await mintResident(db)];
    await handOver(facility, seller, buyer, 10);
    await raiseFlags(testContext(db, systemActor()));
    expect((await open()).map((flag) => flag.kind)).not.toContain('hand-over');
    await handOver(facility, seller, buyer, 90);
    await raiseFlags(testContext(db, systemActor()));
    expect((await open()).map((flag) => flag.kind)).not.toContain('hand-over');
    await handOver(facility, seller, buyer, 3);
    await raiseFlags(testContext(db, systemActor()));
    expect((await open()).find((flag) => flag.kind === 'hand-over')).toMatchObject({ count: 2 });
    const own = await listFacilityFlags(testContext(db, staffActor(facility.facilityId, 'manager')));
    expect(own.flags.map((flag) => flag.kind)).toEqual(['hand-over']);
    const other = testContext(db, staffActor((await mintFacility(db)).facilityId, 'manager'));
    expect((await listFacilityFlags(other)).flags).toEqual([]);
  });

  it('is closed by an official who may see it, and opens anew when it grows', async () => {
    const [flag] = (await open()).filter(({ kind }) => kind === 'many-accounts');
    if (!flag) throw new Error('nothing to judge');
    const wish = { flagId: flag.id, verdict: 'harmless' as const, note: '运营商出口地址' };
    await expect(reviewFlag(official(3), wish)).rejects.toMatchObject({ refusal: { rule: 'flag-not-found' } });
    await reviewFlag(official(2), wish);
    expect((await open()).map(({ id }) => id)).not.toContain(flag.id);
    const { rows } = await db.pool.query('select action from audit_events where subject_id = $1', [flag.id]);
    expect(rows).toEqual([{ action: 'behaviour.review' }]);
    await raiseFlags(testContext(db, systemActor()));
    expect((await open()).map(({ id }) => id)).not.toContain(flag.id);
    const { sidHash } = await signIn();
    await recordSightings(testContext(db, systemActor()), [
      { sidHash, address: '203.0.113.7', minute: new Date(), actions: 1 },
    ]);
    await raiseFlags(testContext(db, systemActor()));
    expect((await open()).map(({ id }) => id)).toContain(flag.id);
  });
});

type Person = { residentId: string; accountId: string };

/** The seller had number 1 of a session and gave it up; the buyer has it `minutes` later. */
async function handOver(
  facility: Awaited<ReturnType<typeof mintFacility>>,
  seller: Person,
  buyer: Person,
  minutes: number,
) {
  const { sessionId } = await mintSession(db, facility, { capacity: 1 });
  const given = new Date(Date.now() - 3 * 3_600_000);
  const insert = (person: Person, status: string, at: Date) =>
    db.pool.query(
      `insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code, fee_fen,
         cancel_by, created_at, updated_at)
       values ($1, gen_random_uuid(), $2, 1, $3, $4, 'web', $5, left(md5(random()::text), 8), 0, now(), $6, $6)`,
      [facility.facilityId, sessionId, person.residentId, person.accountId, status, at],
    );
  await insert(seller, 'cancelled', given);
  await insert(buyer, 'booked', new Date(given.getTime() + minutes * 60_000));
}
