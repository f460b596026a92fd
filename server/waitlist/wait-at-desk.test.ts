import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { sealAsk } from '../booking/proxy/ask.ts';
import { getSlip } from '../booking/proxy/queries.ts';
import type { ContextOf } from '../kernel/context.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { at, visitDay, type WaitingHouse, waitingHouse } from './testing/waiting-house.ts';
import { acceptAtDesk, joinAtDesk, leaveAtDesk, listWaitsAtDesk } from './wait-at-desk.ts';

let house: WaitingHouse;
let village: ContextOf<'staff'>;
beforeAll(async () => {
  house = await waitingHouse();
  const { facilityId } = await mintFacility(house.db);
  await house.db.pool.query(`update facilities set kind = 'village_clinic', bookable = false where id = $1`, [
    facilityId,
  ]);
  village = testContext(house.db, staffActor(facilityId, 'doctor'), house.swapped);
});
afterAll(() => house.db.close());
beforeEach(() => house.setClock(at('2027-03-10', '10:00')));

const askOf = async (desk = village) => {
  const { residentId } = await house.person();
  return { residentId, ask: sealAsk(desk, residentId, 'in-person').ask };
};

describe('waiting for whoever asks at a desk', () => {
  it('takes one place by the rules of everybody, in the name of the desk, and says where the person stands', async () => {
    const { session } = await house.fullSession();
    const { ask, residentId } = await askOf();
    const wait = await joinAtDesk(village, { ask, ...session });
    expect(wait).toMatchObject({ residentId, state: 'waiting', position: 1 });
    expect((await joinAtDesk(village, { ask, ...session })).id).toBe(wait.id);
    expect((await listWaitsAtDesk(village, { ask })).waits.map((one) => one.id)).toEqual([wait.id]);
    const { rows: entries } = await house.db.pool.query(
      'select account_id, channel from waitlist_entries where id = $1',
      [wait.id],
    );
    expect(entries).toEqual([{ account_id: village.actor.accountId, channel: 'grassroots' }]);
    const { rows: reads } = await house.db.pool.query('select what, reason from access_events where resident_id = $1', [
      residentId,
    ]);
    expect(reads).toEqual([{ what: 'waitlist', reason: 'proxy-booking' }]);
  });

  it('takes the number that came back, once, with a slip of this desk', async () => {
    const { session, holders } = await house.fullSession();
    const { ask } = await askOf();
    const { id: entryId, facilityId } = await joinAtDesk(village, { ask, ...session });
    for (const holder of holders) await house.giveUp(holder);
    await house.serve(session);
    expect((await listWaitsAtDesk(village, { ask })).waits[0]?.state).toBe('offered');
    const made = await acceptAtDesk(village, { ask, facilityId, entryId });
    expect(await acceptAtDesk(village, { ask, facilityId, entryId })).toEqual(made);
    expect(await getSlip(village, made.appointmentId)).toMatchObject({
      consent: 'in-person',
      visit: { status: 'booked' },
    });
    const { rows } = await house.db.pool.query(
      'select count(*)::int as n from proxy_bookings where appointment_id = $1',
      [made.appointmentId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('leaves the list for the person, and touches nobody else’s place', async () => {
    const { session } = await house.fullSession({ startsAt: at(visitDay, '10:00') });
    const mine = await askOf();
    const other = await askOf();
    const { id: entryId, facilityId } = await joinAtDesk(village, { ask: mine.ask, ...session });
    const which = { facilityId, entryId };
    await expect(leaveAtDesk(village, { ask: other.ask, ...which })).rejects.toThrow('wait-not-found');
    await expect(acceptAtDesk(village, { ask: other.ask, ...which })).rejects.toThrow('wait-not-found');
    await leaveAtDesk(village, { ask: mine.ask, ...which });
    await leaveAtDesk(village, { ask: mine.ask, ...which });
    expect((await listWaitsAtDesk(village, { ask: mine.ask })).waits[0]?.state).toBe('left');
  });

  it('is for desks, doctors and managers, and only with the wish of the person', async () => {
    const { session } = await house.fullSession();
    const scheduler = testContext(house.db, staffActor(village.actor.facilityId, 'scheduler'), house.swapped);
    const { ask } = await askOf(scheduler);
    await expect(joinAtDesk(scheduler, { ask, ...session })).rejects.toThrow('role-needed');
    await expect(joinAtDesk(village, { ask, ...session })).rejects.toThrow('proxy-ask-over');
    await expect(listWaitsAtDesk(village, { ask: 'nothing that was ever sealed' })).rejects.toThrow('proxy-ask-over');
  });
});
