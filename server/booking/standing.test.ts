import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { mintSession } from '#db/testing/mint.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { testContext } from '../kernel/test-context.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { reschedule } from './reschedule.ts';
import { cancelRefusal, pauseRefusal, standingRefusal } from './standing-rules.ts';
import { type BookingHouse, bookingHouse, newKey } from './testing/booking-house.ts';
import { whoMayBook } from './who-may-book.ts';

const now = new Date('2026-06-01T12:00:00+08:00');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

describe('what a person’s standing allows', () => {
  const rules = { cancelsMax: 3, cancelDays: 30 };
  const limits = { sex: 'female', minAge: 14, maxAge: 60 } as const;
  const visit = { facilityId: 'A', date: '2026-06-10', departmentName: '妇科', limits };
  const standing = { sex: 'female', birthDate: '1990-01-01', bans: [], givenBack: [] };
  const asks = { staffed: false, changes: false };
  test.each([
    ['allows who fits', standing, undefined],
    ['the day before the birthday', { ...standing, birthDate: '2012-06-11' }, 'age-below'],
    ['on the birthday', { ...standing, birthDate: '2012-06-10' }, undefined],
    ['a year too old', { ...standing, birthDate: '1965-06-10' }, 'age-above'],
    ['another sex', { ...standing, sex: 'male' }, 'women-only'],
    ['a sex that is not on record', { ...standing, sex: 'unknown' }, undefined],
  ])('age and sex on the day of the visit: %s', (_, person, rule) => {
    expect(standingRefusal(person, visit, rules, asks, now)?.rule).toBe(rule);
  });
  it('lets staff book during a pause and past the cancellations, never past the department’s limits', () => {
    const ban = { scope: 'province', facilityId: null, endsAt: hours(5), strikes: 3 } as const;
    const paused = { ...standing, bans: [ban], givenBack: [hours(-1), hours(-2), hours(-3)] };
    expect(standingRefusal(paused, visit, rules, asks, now)?.rule).toBe('pause-province');
    expect(standingRefusal(paused, visit, rules, { ...asks, staffed: true }, now)).toBeNull();
    const man = { ...paused, sex: 'male' };
    expect(standingRefusal(man, visit, rules, { ...asks, staffed: true }, now)?.rule).toBe('women-only');
  });
  it('a change is no new booking, so a pause does not stand against it, but the count of changes does', () => {
    const ban = { scope: 'province', facilityId: null, endsAt: hours(5), strikes: 3 } as const;
    const change = { ...asks, changes: true };
    expect(standingRefusal({ ...standing, bans: [ban] }, visit, rules, change, now)).toBeNull();
    const often = { ...standing, givenBack: [hours(-1), hours(-2), hours(-3)] };
    expect(standingRefusal(often, visit, rules, change, now)?.rule).toBe('cancel-limit');
  });
  it('a pause of one hospital holds there alone, and none holds in its last instant', () => {
    const here = { scope: 'facility', facilityId: 'A', endsAt: hours(1), strikes: 2 } as const;
    expect(pauseRefusal([here], 'A', now)).toMatchObject({ rule: 'pause-facility', nextAt: hours(1) });
    expect(pauseRefusal([here], 'B', now)).toBeNull();
    expect(pauseRefusal([{ ...here, endsAt: now }], 'A', now)).toBeNull();
  });
  it('the next booking is possible once the oldest of the counted cancellations is past', () => {
    const given = [hours(-1), hours(-2), hours(-48), hours(-31 * 24)];
    expect(cancelRefusal(given, rules, now)).toEqual({
      ...{ rule: 'cancel-limit', params: { limit: 3, days: 30 }, nextAt: hours(28 * 24) },
    });
    expect(cancelRefusal(given, { ...rules, cancelsMax: 4 }, now)).toBeNull();
  });
});

let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
});
afterAll(() => house.db.close());

describe('in the commit of every booking', () => {
  it('too many cancellations refuse the next booking and change, in the batch and alone, until a stated time', async () => {
    const { facilityId } = house;
    await house.db.pool.query(
      `insert into booking_rules (facility_id, effective_from, cancels_max, cancel_days) values ($1, '2020-01-01', 3, 30)`,
      [facilityId],
    );
    const day = (n: number) => regionInstant(addDays(regionDay(new Date()), n), '09:00');
    const [first, other] = [await mintSession(house.db, house.facility), await mintSession(house.db, house.facility)];
    const kept = await mintSession(house.db, house.facility, { startsAt: day(2) });
    const patient = await house.patientOf(kept.sessionId);
    const wish = { facilityId, sessionId: first.sessionId, residentId: patient.residentId };
    for (let i = 0; i < 3; i += 1) {
      const made = await book(patient.ctx, { ...wish, key: newKey() });
      await cancel(patient.ctx, { facilityId, appointmentId: made.id, reason: '' });
      await cancel(patient.ctx, { facilityId, appointmentId: made.id, reason: '' });
    }
    const refusal = { refusal: { rule: 'cancel-limit', params: { limit: 3, days: 30 } } };
    await expect(book(patient.ctx, { ...wish, key: newKey() })).rejects.toMatchObject(refusal);
    const change = {
      facilityId,
      sessionId: other.sessionId,
      fromFacilityId: facilityId,
      appointmentId: patient.made.id,
    };
    await expect(reschedule(patient.ctx, { ...change, key: newKey() })).rejects.toMatchObject(refusal);
    const later = { clock: { now: () => new Date(Date.now() + 30 * 86_400_000) } };
    const again = await mintSession(house.db, house.facility, { startsAt: day(33) });
    const after = testContext(house.db, patient.ctx.actor, later);
    expect(await book(after, { ...wish, sessionId: again.sessionId, key: newKey() })).toMatchObject({
      status: 'booked',
    });
  });

  it('a department for children and one that rests over night refuse, and say so before', async () => {
    const { facilityId, facility } = house;
    await house.db.pool.query(
      `insert into department_limits (department_id, effective_from, max_age, changed_by, changed_at) values ($1, '2020-01-01', 14, 'test', now())`,
      [facility.departmentId],
    );
    const session = await mintSession(house.db, facility);
    const person = await house.db.pool.query('select id from residents limit 1');
    const patient = testContext(house.db, {
      ...{ kind: 'resident' as const, accountId: newKey(), residentId: person.rows[0].id, name: '' },
    });
    const wish = { facilityId, sessionId: session.sessionId, residentId: person.rows[0].id };
    const refusal = { rule: 'age-above', params: { age: 14, department: '内科' } };
    await expect(book(patient, { ...wish, key: newKey() })).rejects.toMatchObject({ refusal });
    expect((await whoMayBook(patient, { ...wish, changes: false })).people).toMatchObject([{ refusal }]);
    await house.db.pool.query('delete from department_limits');

    const at = Date.now();
    await house.db.pool.query('update sessions set cutoff_at = $2, reopens_at = $3 where id = $1', [
      ...[session.sessionId, new Date(at - 1000), new Date(at + 3_600_000)],
    ]);
    await expect(book(patient, { ...wish, key: newKey() })).rejects.toMatchObject({
      refusal: { rule: 'resting', nextAt: new Date(at + 3_600_000) },
    });
  });
});
