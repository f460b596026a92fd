import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopSession } from '../booking/stop-session.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { lockWaiters, pausing } from '../testing/model/intercept.ts';
import { acceptWait, leaveWaitlist } from './decide-wait.ts';
import { at, visitDay, type WaitingHouse, waitingHouse } from './testing/waiting-house.ts';

let house: WaitingHouse;
beforeAll(async () => {
  house = await waitingHouse();
});
afterAll(() => house.db.close());
beforeEach(() => {
  house.setClock(at('2027-03-10', '10:00'));
  house.setChance(0.5);
});

const manager = () => testContext(house.db, staffActor(house.facilityId, 'manager'), house.swapped);
const which = (wait: { id: string }) => ({ facilityId: house.facilityId, entryId: wait.id });

describe('races', () => {
  it('two numbers at once go to the first two, one each', async () => {
    const { session, holders } = await house.fullSession({ capacity: 4, endsAt: at(visitDay, '11:00') });
    const people = [await house.waiterFor(session), await house.waiterFor(session), await house.waiterFor(session)];
    await Promise.all([house.giveUp(holders[0]!), house.giveUp(holders[1]!)]);
    await Promise.all([house.serve(session), house.serve(session), house.tick()]);
    expect(await Promise.all(people.map((one) => house.stateOf(one.wait.id)))).toEqual([
      'offered',
      'offered',
      'waiting',
    ]);
    expect(await house.ledger(session)).toEqual({ booked: 2, held: 2 });
  });

  it('taking, leaving and lapsing at once: one of them wins, and the number is in one place', async () => {
    for (let round = 0; round < 4; round += 1) {
      house.setClock(at('2027-03-10', '10:00'));
      const { session, holders } = await house.fullSession();
      const [first, second] = [await house.waiterFor(session), await house.waiterFor(session)];
      await house.giveUp(holders[0]!);
      await house.serve(session);
      house.setClock(new Date(at('2027-03-10', '12:00').getTime() + 1999));
      const outcomes = await Promise.allSettled([
        acceptWait(first.ctx, which(first.wait)),
        leaveWaitlist(first.ctx, which(first.wait)),
        house.tick(),
      ]);
      expect(outcomes[2]).toMatchObject({ status: 'fulfilled' });
      await house.serve(session);
      const state = await house.stateOf(first.wait.id);
      expect(['accepted', 'left']).toContain(state);
      expect(await house.ledger(session)).toEqual(state === 'accepted' ? { booked: 1 } : { held: 1 });
      expect(await house.stateOf(second.wait.id)).toBe(state === 'accepted' ? 'waiting' : 'offered');
    }
  });

  it('a number is being taken while its clinic is stopped: its taker is told and settled like everybody else', async () => {
    const { session, holders } = await house.fullSession();
    const first = await house.waiterFor(session);
    await house.giveUp(holders[0]!);
    await house.serve(session);
    const slow = pausing(house.db, ({ name }) => name === 'claim-kept-ticket');
    const taking = acceptWait({ ...first.ctx, db: slow.db }, which(first.wait));
    await slow.reached;
    const stopping = stopSession(manager(), { ...session, reason: '停诊' });
    await lockWaiters(house.db, 1);
    slow.go();
    await taking;
    expect(await stopping).toMatchObject({ affected: 1 });
    expect(await house.told(first.residentId)).toContain('clinic-stopped');
    expect(await house.ledger(session)).toEqual({ suspended: 1 });
  });

  it('somebody who joins while the last number comes back is not forgotten', async () => {
    for (let round = 0; round < 4; round += 1) {
      house.setClock(at('2027-03-10', '10:00'));
      const { session, holders } = await house.fullSession();
      const [joined] = await Promise.all([house.waiterFor(session), house.giveUp(holders[0]!)]);
      house.setClock(at('2027-03-10', '12:30'));
      await house.tick();
      expect(await house.stateOf(joined.wait.id)).toBe('offered');
    }
  });
});
