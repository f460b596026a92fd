import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { startSession } from '../access/start-session.ts';
import { newKey } from '../booking/testing/booking-house.ts';
import { deriveKey } from '../kernel/sealing.ts';
import { residentActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { createFront, type Front } from './front.ts';
import { cookieOf } from './testing/api-process.ts';

const secret = 's'.repeat(43);
const publicUrl = 'https://huimin.example';
/** The lane knows the address of the site's own calls; any other query takes the ordinary route. */
const lane = '/api/trpc/booking.book';
const ordinary = '/api/trpc/booking.book?x=1';
let db: TestDatabase;
let front: Front;
let url: string;
let facility: MintedFacility;

beforeAll(async () => {
  db = await openTestDatabase({ max: 6 });
  facility = await mintFacility(db);
  front = createFront({
    services: testContext(db, { kind: 'anonymous' }),
    keys: { authSecret: deriveKey(secret, 'auth').toString('hex'), internalToken: 'i'.repeat(64) },
    webUrl: 'http://127.0.0.1:9',
    publicUrl,
  });
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await front.drain(100);
  await db.close();
});

async function person() {
  const minted = await mintResident(db);
  const ctx = testContext(db, residentActor(minted));
  const { sid } = await transact(db, (tx) => startSession(tx, ctx, minted.accountId, 'resident'));
  return { ...minted, ctx, cookie: await cookieOf(sid, secret) };
}
type Person = Awaited<ReturnType<typeof person>>;

async function ask(path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const kept = ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options', 'retry-after'];
  const own = kept.map((name) => [name, answer.headers.get(name)]);
  return { status: answer.status, body: await answer.json(), headers: Object.fromEntries(own) };
}
const wishOf = (who: Person, session: { sessionId: string }, more: object = {}) => ({
  ...{ key: newKey(), facilityId: facility.facilityId, sessionId: session.sessionId, residentId: who.residentId },
  ...more,
});

describe('a booking through the lane', () => {
  it('is answered as the ordinary route answers it, and as the appointment reads afterwards', async () => {
    const me = await person();
    const session = await mintSession(db, facility);
    const wish = wishOf(me, session, { windowStart: { $at: session.startsAt.toISOString() } });
    const made = await ask(lane, wish, { cookie: me.cookie });
    expect(made).toMatchObject({ status: 200, body: { result: { data: { status: 'booked', ticketNumber: 1 } } } });
    // the same key gives the same appointment, which this route reads anew
    expect(await ask(ordinary, wish, { cookie: me.cookie })).toEqual(made);
    expect(await ask(lane, wish, { cookie: me.cookie })).toEqual(made);
    expect(await ask(`${lane}?batch=1`, { 0: wish }, { cookie: me.cookie })).toEqual({ ...made, body: [made.body] });
  });

  it.each([
    ['a full session', { capacity: 0 }],
    ['one not released', { releaseAt: new Date(Date.now() + 3_600_000) }],
    ['a stopped one', { status: 'suspended' as const }],
  ])('is refused like on the ordinary route: %s, at once and from memory', async (_, wishes) => {
    const me = await person();
    const session = await mintSession(db, facility, wishes);
    const plain = await ask(ordinary, wishOf(me, session), { cookie: me.cookie });
    expect(plain.status).toBe(422);
    for (let i = 0; i < 3; i += 1) {
      expect(await ask(lane, wishOf(me, session), { cookie: me.cookie })).toEqual(plain);
    }
  });

  it.each([
    ['no cookie', () => ({}), {}],
    ['a forged cookie', () => ({ cookie: 'authjs.session-token=a.b.c.d.e' }), {}],
    ['another origin', (me: Person) => ({ cookie: me.cookie, origin: 'https://evil.example' }), {}],
    ['text', (me: Person) => ({ cookie: me.cookie, 'content-type': 'text/plain' }), {}],
    ['no key', (me: Person) => ({ cookie: me.cookie }), { key: undefined }],
    ['a stranger', (me: Person) => ({ cookie: me.cookie }), { residentId: randomUUID() }],
    ['no such session', (me: Person) => ({ cookie: me.cookie }), { sessionId: randomUUID() }],
    ['a body beyond the lane', (me: Person) => ({ cookie: me.cookie }), { facilityId: 'x'.repeat(5000) }],
  ] as [string, (me: Person) => Record<string, string>, object][])('with %s ends alike', async (_, headers, more) => {
    const me = await person();
    const wish = wishOf(me, await mintSession(db, facility), more);
    const plain = await ask(ordinary, wish, headers(me));
    expect(plain.status).toBeGreaterThanOrEqual(400);
    expect(await ask(lane, wish, headers(me))).toEqual(plain);
  });

  it('that is no JSON ends alike', async () => {
    const me = await person();
    expect(await ask(lane, '{"key":', { cookie: me.cookie })).toEqual(
      await ask(ordinary, '{"key":', { cookie: me.cookie }),
    );
  });

  it('stops with the session that was revoked, at once', async () => {
    const me = await person();
    const session = await mintSession(db, facility);
    expect((await ask(lane, wishOf(me, session), { cookie: me.cookie })).status).toBe(200);
    await db.pool.query('update sign_in_sessions set revoked_at = now() where account_id = $1', [me.accountId]);
    expect((await ask(lane, wishOf(me, session), { cookie: me.cookie })).status).toBe(401);
  });

  it('says from memory what the page of the session says, and looks the visitor up before anything else', async () => {
    const me = await person();
    const [soldOut, open] = [await mintSession(db, facility, { capacity: 0 }), await mintSession(db, facility)];
    const refused = await ask(lane, wishOf(me, soldOut), { cookie: me.cookie });
    expect(refused.status).toBe(422);
    await db.pool.query('update sign_in_sessions set revoked_at = now() where account_id = $1', [me.accountId]);
    expect([401, 422]).toContain((await ask(lane, wishOf(me, soldOut), { cookie: me.cookie })).status);
    expect((await ask(lane, wishOf(me, open), { cookie: me.cookie })).status).toBe(401);
    // who is not signed in is asked to sign in, whatever is known
    expect((await ask(lane, wishOf(me, soldOut))).status).toBe(401);
  });

  it('finds its booking under the key even when the session is known to be sold out', async () => {
    const [me, other] = [await person(), await person()];
    const session = await mintSession(db, facility, { capacity: 1 });
    const wish = wishOf(me, session);
    const made = await ask(lane, wish, { cookie: me.cookie });
    expect((await ask(lane, wishOf(other, session), { cookie: other.cookie })).status).toBe(422);
    expect(await ask(lane, wish, { cookie: me.cookie })).toEqual(made);
  });
});
