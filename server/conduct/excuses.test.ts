import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { type BookingHouse, bookingHouse } from '../booking/testing/booking-house.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { declareFault, excuseFault } from './declare-fault.ts';
import { excuseVisit } from './excuse-visit.ts';
import { judgeVisits } from './jobs.ts';
import { listMissed } from './queries/missed.ts';
import { listConduct } from './queries/own.ts';
import { clinicFor, officialOf, personIn, workerAt } from './testing/missed.ts';

let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
});
afterAll(() => house.db.close());

const one = async <T>(text: string, values: unknown[]): Promise<T> => (await house.db.pool.query(text, values)).rows[0];
const statusOf = async (id: string) =>
  (await one<{ status: string }>('select status from appointments where id = $1', [id])).status;
const verdictOf = (id: string) => one('select verdict, cause from missed_visits where appointment_id = $1', [id]);
const refusal = (rule: string) => ({ refusal: { rule } });

describe('what excuses', () => {
  it('a failure declared afterwards takes strikes back; declared before, none is given', async () => {
    const { person, at } = await personIn(house);
    const clinic = await clinicFor(house, person);
    await judgeVisits(workerAt(house, clinic.after));
    const official = officialOf(house, clinic.after);
    const hours = { startsAt: new Date(clinic.after.getTime() - 7 * 3_600_000), endsAt: clinic.after };
    const wish = { facilityId: house.facilityId, ...hours, reason: '医院签到系统故障' };
    await expect(declareFault(officialOf(house, clinic.after, true), wish)).rejects.toMatchObject(
      refusal('facility-not-found'),
    );
    await declareFault(official, wish);
    const { id } = await one<{ id: string }>('select id from fault_windows where facility_id = $1', [house.facilityId]);
    expect(await excuseFault(workerAt(house, clinic.after), id)).toBeGreaterThan(0);
    expect(await excuseFault(workerAt(house, clinic.after), id)).toBe(0);
    expect((await listConduct(at(clinic.after))).people[0]).toMatchObject({
      ...{ live: 0, strikes: [{ liftedCause: 'fault-window' }] },
    });
    const later = await clinicFor(house, (await personIn(house)).person);
    await judgeVisits(workerAt(house, later.after));
    expect(await verdictOf(later.appointmentId)).toEqual({ verdict: 'excused', cause: 'fault-window' });
    await house.db.pool.query('delete from fault_windows');
  });

  it('the hospital’s own word: the person came after all; only its desk or manager, and it says who', async () => {
    const { person, at } = await personIn(house);
    const clinic = await clinicFor(house, person, { inDays: 4 });
    await judgeVisits(workerAt(house, clinic.after));
    const wish = { appointmentId: clinic.appointmentId, cause: 'came' as const, reason: '当时网络断了，人到了' };
    const now = { clock: { now: () => clinic.after } };
    const desk = testContext(house.db, staffActor(house.facilityId, 'desk'), now);
    const other = testContext(house.db, staffActor((await mintFacility(house.db)).facilityId, 'manager'), now);
    await expect(excuseVisit(other, wish)).rejects.toMatchObject(refusal('appointment-not-found'));
    await expect(excuseVisit(house.staff('doctor'), wish)).rejects.toMatchObject(refusal('role-needed'));
    const twice = await Promise.all([excuseVisit(desk, wish), excuseVisit(desk, wish)]);
    expect(twice.map((end) => end.lifted).sort()).toEqual([false, true]);
    expect(await statusOf(clinic.appointmentId)).toBe('arrived');
    expect((await listConduct(at(clinic.after))).people[0]).toMatchObject({ live: 0 });
    expect((await listMissed(desk, { days: 30 })).rows).toContainEqual(
      expect.objectContaining({ appointmentId: clinic.appointmentId, liftedCause: 'came' }),
    );
  });
});
