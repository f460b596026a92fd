import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { getSlip } from '../booking/proxy/queries.ts';
import { type BookingHouse, bookingHouse, newKey } from '../booking/testing/booking-house.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { listChoices } from '../notices/queries.ts';
import { setChoice } from '../notices/set-choice.ts';
import { offerFollowUp } from './offer-follow-up.ts';
import { declineFollowUp, pickFollowUp, pickFollowUpAtDesk } from './pick-follow-up.ts';
import { getFollowUp, getFollowUpAtDesk } from './queries/follow-ups.ts';
import { type Clinic, inRoomOf } from './testing/clinic.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const inRoom = (patients?: number) => inRoomOf(house, patients);

describe('a return visit', () => {
  const days = () => ({
    fromDate: addDays(regionDay(new Date()), 2),
    toDate: addDays(regionDay(new Date()), 6),
  });
  const free = (days: number) =>
    mintSession(db, house.facility, { startsAt: new Date(Date.now() + days * 86_400_000), capacity: 2 });

  it('is wished by the doctor and picked on the phone, once', async () => {
    const { c, doctor, first } = await inRoom();
    await free(4);
    await offerFollowUp(doctor, { appointmentId: first, ...days(), sameDoctor: false });
    const own = c.people[0]?.ctx as Clinic['people'][number]['ctx'];
    const { followUp } = await getFollowUp(own, house.facilityId, first);
    const time = followUp?.times[0];
    const pick = {
      ...{ facilityId: house.facilityId, followUpId: followUp?.id ?? '', key: newKey() },
      ...{ sessionId: time?.sessionId ?? '', windowStart: time?.windowStart ?? new Date() },
    };
    const stranger = c.people[1]?.ctx as Clinic['people'][number]['ctx'];
    await expect(pickFollowUp(stranger, pick)).rejects.toThrow('follow-up-not-found');
    const made = await pickFollowUp(own, pick);
    expect(await pickFollowUp(own, pick)).toEqual(made);
    expect((await getFollowUp(own, house.facilityId, first)).followUp).toMatchObject({
      status: 'booked',
      bookedId: made.appointmentId,
    });
  });

  it('is picked at the desk, or declined', async () => {
    const { c, doctor, first } = await inRoom();
    await free(5);
    const { followUpId } = await offerFollowUp(doctor, { appointmentId: first, ...days(), sameDoctor: false });
    const time = (await getFollowUpAtDesk(c.desk, first)).followUp?.times[0];
    const pick = {
      ...{ facilityId: house.facilityId, followUpId, key: newKey() },
      ...{ sessionId: time?.sessionId ?? '', windowStart: time?.windowStart ?? new Date() },
    };
    const made = await pickFollowUpAtDesk(c.desk, pick);
    expect(await getSlip(c.desk, made.appointmentId)).toMatchObject({
      consent: 'in-person',
      visit: { status: 'booked' },
    });
    const second = c.which(1).appointmentId;
    const other = await offerFollowUp(doctor, { appointmentId: second, ...days(), sameDoctor: false });
    const own = c.people[1]?.ctx as Clinic['people'][number]['ctx'];
    const which = { facilityId: house.facilityId, followUpId: other.followUpId };
    await declineFollowUp(own, which);
    await expect(pickFollowUp(own, { ...pick, ...which, key: newKey() })).rejects.toThrow(/follow-up-over|full/);
    const past = { fromDate: regionDay(new Date()), toDate: regionDay(new Date()) };
    const wish = { appointmentId: first, ...past, sameDoctor: false };
    await expect(offerFollowUp(doctor, wish)).rejects.toThrow('follow-up-days');
  });
});

it('a muted type still arrives, read and without an SMS; what is mandatory has no switch', async () => {
  const { c, doctor, first } = await inRoom();
  const own = c.people[0]?.ctx as Clinic['people'][number]['ctx'];
  const mine = c.people[0]?.residentId ?? '';
  await setChoice(own, [mine], { type: 'follow-up', channel: 'sms', wanted: false });
  await setChoice(own, [mine], { type: 'follow-up', channel: 'message', wanted: false });
  await expect(setChoice(own, [mine], { type: 'booking', channel: 'wechat', wanted: true })).rejects.toThrow('wechat');
  const day = addDays(regionDay(new Date()), 3);
  await offerFollowUp(doctor, { appointmentId: first, fromDate: day, toDate: day, sameDoctor: false });
  const { rows } = await db.pool.query(
    `select kind, sms_state as sms, read_at is not null as read, mandatory from notices where resident_id = $1 order by kind`,
    [mine],
  );
  expect(rows).toEqual([
    { kind: 'booked', sms: 'queued', read: false, mandatory: false },
    { kind: 'follow-up', sms: 'none', read: true, mandatory: false },
  ]);
  const { choices } = await listChoices(own, mine);
  expect(choices).toContainEqual({ type: 'follow-up', channel: 'sms', wanted: false });
  expect(choices).toContainEqual({ type: 'reminder', channel: 'sms', wanted: true });
});
