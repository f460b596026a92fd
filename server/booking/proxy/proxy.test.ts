import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { idCheckCharacter } from '../../kernel/national-id.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { type BookingHouse, bookingHouse, newKey } from '../testing/booking-house.ts';
import { askMinutes } from './ask.ts';
import { bookForPerson } from './book-for-person.ts';
import { cancelForPerson } from './cancel-for-person.ts';
import { getSessionAtDesk, listSessionsAtDesk } from './find-sessions.ts';
import { identifyPerson } from './identify-person.ts';
import { getAskedPerson, getSlip, listProxyBookings } from './queries.ts';

let db: TestDatabase;
let house: BookingHouse;
let village: ContextOf<'staff'>;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
  const { facilityId } = await mintFacility(db);
  await db.pool.query(`update facilities set kind = 'village_clinic', bookable = false where id = $1`, [facilityId]);
  village = testContext(db, staffActor(facilityId, 'doctor'));
});
afterAll(() => db.close());

/** Nobody's number: its first six digits are of no place. */
function person(name = '高秀英') {
  const first17 = `519904${randomInt(1935, 1960)}0${randomInt(1, 10)}1${randomInt(10)}${String(randomInt(1000)).padStart(3, '0')}`;
  return { name, idNumber: first17 + idCheckCharacter(first17), phone: null, consent: 'in-person' } as const;
}
const wishOf = (session: { facilityId: string; sessionId: string }, ask: string) => ({
  ...{ ask, key: newKey(), facilityId: session.facilityId, sessionId: session.sessionId },
});

describe('booking for whoever asks', () => {
  it('registers the person on the spot, books on the same path, and leaves every trace', async () => {
    const session = await mintSession(db, house.facility);
    const who = person();
    const asked = await identifyPerson(village, who);
    expect(asked.registered).toBe(true);
    expect((await identifyPerson(village, who)).registered).toBe(false);
    const wish = wishOf(session, asked.ask);
    const made = await bookForPerson(village, wish);
    expect(await bookForPerson(village, wish)).toEqual(made);

    const { rows: visits } = await db.pool.query(
      'select channel, account_id, resident_id, status from appointments where id = $1',
      [made.appointmentId],
    );
    expect(visits).toEqual([
      { channel: 'grassroots', account_id: village.actor.accountId, resident_id: expect.any(String), status: 'booked' },
    ]);
    const { rows: audits } = await db.pool.query(
      `select facility_id, action, detail->>'consent' as consent from audit_events where actor_id = $1 order by at, action`,
      [village.actor.accountId],
    );
    expect(audits.map((row) => row.action).sort()).toEqual([
      ...['booking.book', 'booking.proxy', 'booking.proxy-identify', 'booking.proxy-identify'],
    ]);
    expect(audits.find((row) => row.action === 'booking.proxy')).toMatchObject({
      ...{ facility_id: house.facilityId, consent: 'in-person' },
    });
    const { rows: notices } = await db.pool.query('select kind from notices where resident_id = $1', [
      visits[0]?.resident_id,
    ]);
    expect(notices).toEqual([{ kind: 'booked' }]);
  });

  it('shows who asked with what is booked already, and the slip, each reading left in the person’s own list', async () => {
    const session = await mintSession(db, house.facility);
    const { ask } = await identifyPerson(village, { ...person('向阿木'), consent: 'by-phone' });
    const made = await bookForPerson(village, wishOf(session, ask));
    const shown = await getAskedPerson(village, ask);
    expect(shown).toMatchObject({ person: { name: '向阿木' }, consent: 'by-phone' });
    expect(shown.coming.map((visit) => visit.id)).toEqual([made.appointmentId]);
    const slip = await getSlip(village, made.appointmentId);
    expect(slip).toMatchObject({ visit: { residentName: '向阿木', status: 'booked' }, consent: 'by-phone' });
    const list = await listProxyBookings(village);
    expect(list.rows[0]).toMatchObject({ appointmentId: made.appointmentId, shownName: '向*木', status: 'booked' });
    expect(JSON.stringify(list)).not.toContain('向阿木');
    const { rows } = await db.pool.query(
      'select distinct reason from access_events where resident_id = (select resident_id from appointments where id = $1)',
      [made.appointmentId],
    );
    expect(rows).toEqual([{ reason: 'proxy-booking' }]);
  });

  it('holds to the rules of everybody: the second number at the same department is refused', async () => {
    const session = await mintSession(db, house.facility);
    const { ask } = await identifyPerson(village, person());
    await bookForPerson(village, wishOf(session, ask));
    await expect(bookForPerson(village, wishOf(session, ask))).rejects.toThrow('same-doctor-day');
  });

  it('gives out the desk’s own numbers at the own hospital only', async () => {
    const session = await mintSession(db, house.facility, { pool: 'desk' });
    const own = house.staff('desk');
    const elsewhere = await identifyPerson(village, person());
    await expect(bookForPerson(village, wishOf(session, elsewhere.ask))).rejects.toThrow('full');
    const here = await identifyPerson(own, { ...person(), consent: 'by-kin' });
    const made = await bookForPerson(own, wishOf(session, here.ask));
    const { rows } = await db.pool.query('select channel from appointments where id = $1', [made.appointmentId]);
    expect(rows).toEqual([{ channel: 'desk' }]);
  });

  it('gives a number up for the person who asked, and for nobody else', async () => {
    const session = await mintSession(db, house.facility);
    const other = await house.patientOf(session.sessionId);
    const { ask } = await identifyPerson(village, person());
    const made = await bookForPerson(village, wishOf(session, ask));
    const which = { ask, facilityId: house.facilityId };
    await expect(cancelForPerson(village, { ...which, appointmentId: other.made.id })).rejects.toThrow(
      'appointment-not-found',
    );
    await cancelForPerson(village, { ...which, appointmentId: made.appointmentId });
    await cancelForPerson(village, { ...which, appointmentId: made.appointmentId });
    expect(await house.ledger(session.sessionId)).toMatchObject({ booked: 1 });
    expect((await getAskedPerson(village, ask)).coming).toEqual([]);
  });

  it('opens nothing with another’s wish, a made-up one, or one past its time', async () => {
    const session = await mintSession(db, house.facility);
    const { ask } = await identifyPerson(village, person());
    const colleague = testContext(db, staffActor(village.actor.facilityId, 'doctor'));
    const late = { ...village, clock: { now: () => new Date(Date.now() + askMinutes * 60_000 + 1000) } };
    const otherUse = village.sealing.seal(JSON.stringify({ r: village.actor.accountId }));
    for (const [ctx, token] of [
      ...([
        [colleague, ask],
        [late, ask],
        [village, `${ask.slice(0, -3)}AAA`],
        [village, otherUse],
      ] as const),
    ]) {
      await expect(bookForPerson(ctx, wishOf(session, token))).rejects.toThrow('proxy-ask-over');
      await expect(getAskedPerson(ctx, token)).rejects.toThrow('proxy-ask-over');
    }
  });

  it('is not for schedulers, tells nothing to an ID number under another name, and hides other desks’ slips', async () => {
    const scheduler = testContext(db, staffActor(village.actor.facilityId, 'scheduler'));
    await expect(identifyPerson(scheduler, person())).rejects.toThrow('role-needed');
    const who = person('王桂芳');
    const { ask } = await identifyPerson(village, who);
    await expect(identifyPerson(village, { ...who, name: '李桂芳' })).rejects.toThrow('id-name-mismatch');
    const session = await mintSession(db, house.facility);
    const made = await bookForPerson(village, wishOf(session, ask));
    await expect(getSlip(house.staff('desk'), made.appointmentId)).rejects.toThrow('appointment-not-found');
    expect((await listProxyBookings(house.staff('manager'))).rows.map((row) => row.appointmentId)).not.toContain(
      made.appointmentId,
    );
  });

  it('makes one booking of two presses at once', async () => {
    const session = await mintSession(db, house.facility);
    const { ask } = await identifyPerson(village, person());
    const wish = wishOf(session, ask);
    const [one, two] = await Promise.all([bookForPerson(village, wish), bookForPerson(village, wish)]);
    expect(one).toEqual(two);
    expect(await house.ledger(session.sessionId)).toMatchObject({ booked: 1 });
  });
});

describe('numbers kept for a desk', () => {
  it('gives a township what hospitals keep for townships, and other hospitals’ desks nothing of it', async () => {
    const session = await mintSession(db, house.facility);
    await db.pool.query(`update tickets set pool = 'township' where session_id = $1`, [session.sessionId]);
    const other = testContext(db, staffActor((await mintFacility(db)).facilityId, 'desk'));
    const there = await identifyPerson(other, person());
    await expect(bookForPerson(other, wishOf(session, there.ask))).rejects.toThrow('full');
    const here = await identifyPerson(village, person());
    await bookForPerson(village, wishOf(session, here.ask));
    expect(await house.ledger(session.sessionId)).toMatchObject({ booked: 1 });
  });

  it('shows each desk the numbers it may give out, and how many of them are kept for it', async () => {
    const session = await mintSession(db, house.facility);
    const opensAt = new Date(Date.now() + 3_600_000).toISOString();
    await db.pool.query(`update sessions set pool_times = jsonb_build_object('township', $2::text) where id = $1`, [
      ...[session.sessionId, opensAt],
    ]);
    const { rowCount } = await db.pool.query(`update tickets set pool = 'township' where session_id = $1`, [
      session.sessionId,
    ]);
    const seen = async (ctx: ContextOf<'staff'>) => {
      const { facilityId, sessionId } = session;
      const { departmentId } = house.facility;
      const { sessions } = await listSessionsAtDesk(ctx, { departmentId, days: 14 });
      const { own, windows } = await getSessionAtDesk(ctx, { facilityId, sessionId });
      const free = windows.reduce((sum, window) => sum + window.free, 0);
      return { listed: sessions.find((one) => one.id === sessionId)?.free, free, own: own?.free ?? 0 };
    };
    expect(await seen(village)).toEqual({ listed: rowCount, free: rowCount, own: rowCount });
    const other = testContext(db, staffActor((await mintFacility(db)).facilityId, 'desk'));
    expect(await seen(other)).toEqual({ listed: 0, free: 0, own: 0 });
    await expect(seen(testContext(db, staffActor(village.actor.facilityId, 'scheduler')))).rejects.toThrow(
      'role-needed',
    );
  });
});
