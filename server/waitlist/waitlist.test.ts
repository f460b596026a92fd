import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../kernel/errors.ts';
import { pausing } from '../testing/model/intercept.ts';
import { acceptWait, leaveWaitlist } from './decide-wait.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { getWait, listMine } from './queries.ts';
import { seeLine } from './see-line.ts';
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

const ruleOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a Fault, got ${error}`);
  return error.refusal.rule;
};
const accept = (one: { ctx: Parameters<typeof acceptWait>[0]; wait: { id: string } }) =>
  acceptWait(one.ctx, { facilityId: house.facilityId, entryId: one.wait.id });
const leave = (one: { ctx: Parameters<typeof acceptWait>[0]; wait: { id: string } }) =>
  leaveWaitlist(one.ctx, { facilityId: house.facilityId, entryId: one.wait.id });

describe('joining', () => {
  it('takes a place at the end once, with an audit row; joining again finds it', async () => {
    const { session } = await house.fullSession();
    const first = await house.waiterFor(session);
    const second = await house.waiterFor(session);
    expect([first.wait.position, second.wait.position]).toEqual([1, 2]);
    expect((await house.waiterFor(session, second)).wait.id).toBe(second.wait.id);
    const audit = 'select count(*)::int as n from audit_events where action = $1 and subject_id = any($2)';
    const { rows } = await house.db.pool.query(audit, ['waitlist.join', [first.wait.id, second.wait.id]]);
    expect(rows[0]).toEqual({ n: 2 });
    expect(await seeLine(house.system, session)).toMatchObject({ waiting: 2, open: true, answerMinutes: 120 });
  });

  it('is refused while there are numbers, after the list ended, and for a visit on the same doctor and day', async () => {
    const open = await house.session();
    const person = await house.person();
    const join = (session: typeof open) => joinWaitlist(person.ctx, { ...session, residentId: person.residentId });
    expect(await ruleOf(join(open))).toBe('waitlist-not-full');
    const { session } = await house.fullSession();
    house.setClock(at(visitDay, '08:00'));
    expect(await ruleOf(join(session))).toBe('waitlist-over');
    house.setClock(at('2027-03-10', '10:00'));
    await house.patientOf(await house.session({ capacity: 3, startsAt: at(visitDay, '14:00') }), person);
    expect(await ruleOf(join(session))).toBe('same-doctor-day');
  });

  it('counts at most three waits of one person, also when they come at once', async () => {
    const person = await house.person();
    const sessions = await Promise.all(
      [18, 19, 20, 21, 22].map(
        async (day) => (await house.fullSession({ startsAt: at(`2027-03-${day}`, '09:00') })).session,
      ),
    );
    const joins = await Promise.allSettled(
      sessions.map((session) => joinWaitlist(person.ctx, { ...session, residentId: person.residentId })),
    );
    expect(joins.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    const { waits } = await listMine(person.ctx);
    expect(waits.filter((wait) => wait.state === 'waiting')).toHaveLength(3);
  });

  it('answers a second tap of the same moment with the place that took the last of the three', async () => {
    const person = await house.person();
    for (const day of ['20', '21']) {
      await house.waiterFor((await house.fullSession({ startsAt: at(`2027-03-${day}`, '09:00') })).session, person);
    }
    const { session } = await house.fullSession({ startsAt: at('2027-03-22', '09:00') });
    const late = pausing(house.db, ({ name }) => name === 'find-waiting-place');
    const join = { ...session, residentId: person.residentId };
    const second = joinWaitlist({ ...person.ctx, db: late.db }, join);
    await late.reached;
    const first = await joinWaitlist(person.ctx, join);
    late.go();
    expect((await second).id).toBe(first.id);
  });

  it('is for the account’s own people, and shows nobody else’s wait', async () => {
    const { session } = await house.fullSession();
    const [one, stranger] = [await house.waiterFor(session), await house.person()];
    expect(await ruleOf(joinWaitlist(stranger.ctx, { ...session, residentId: one.residentId }))).toBe(
      'resident-not-found',
    );
    expect(await ruleOf(getWait(stranger.ctx, house.facilityId, one.wait.id))).toBe('wait-not-found');
    expect(await ruleOf(leave({ ctx: stranger.ctx, wait: one.wait }))).toBe('wait-not-found');
    expect((await listMine(stranger.ctx)).waits).toEqual([]);
  });
});

describe('a number that comes back', () => {
  it('is kept for who waited first, and one tap takes it; tapping again answers the same', async () => {
    const { session, holders } = await house.fullSession();
    const [first, second] = [await house.waiterFor(session), await house.waiterFor(session)];
    await house.giveUp(holders[0]!);
    expect(await house.ledger(session)).toEqual({ quarantined: 1 });
    await house.serve(session);
    expect(await house.ledger(session)).toEqual({ held: 1 });
    expect(await house.told(first.residentId)).toEqual(['wait-offer']);
    expect(await house.stateOf(second.wait.id)).toBe('waiting');
    const { appointmentId } = await accept(first);
    expect(await accept(first)).toEqual({ appointmentId });
    expect(await house.ledger(session)).toEqual({ booked: 1 });
    expect(await house.told(first.residentId)).toEqual(['wait-offer', 'booked']);
    expect(await getWait(first.ctx, house.facilityId, first.wait.id)).toMatchObject({
      state: 'accepted',
      appointmentId,
    });
    expect(await ruleOf(accept(second))).toBe('wait-not-offered');
  });

  it('passes on when the time is over or it is turned down, and rests when nobody is left', async () => {
    const { session, holders } = await house.fullSession();
    const people = [await house.waiterFor(session), await house.waiterFor(session)];
    await house.giveUp(holders[0]!);
    await house.serve(session);
    house.setClock(at('2027-03-10', '12:30'));
    expect(await ruleOf(accept(people[0]!))).toBe('wait-lapsed');
    await house.tick();
    expect(await house.stateOf(people[0]!.wait.id)).toBe('lapsed');
    expect(await house.told(people[0]!.residentId)).toEqual(['wait-offer', 'wait-lapsed']);
    expect(await house.stateOf(people[1]!.wait.id)).toBe('offered');
    await leave(people[1]!);
    expect(await leave(people[1]!)).toEqual({ done: true });
    expect(await house.ledger(session)).toEqual({ quarantined: 1 });
    await house.tick();
    expect(await house.ledger(session)).toEqual({ quarantined: 1 });
    house.setClock(at('2027-03-10', '14:31'));
    await house.tick();
    expect(await house.ledger(session)).toEqual({ free: 1 });
    await house.patientOf(session);
    expect(await house.ledger(session)).toEqual({ booked: 1 });
  });

  it('goes past somebody who has another visit at that time, who keeps the place', async () => {
    const { session, holders } = await house.fullSession({ capacity: 2 });
    const [busy, next] = [await house.waiterFor(session), await house.waiterFor(session)];
    const other = await house.session({
      startsAt: at(visitDay, '09:00'),
      practitionerId: house.facility.practitionerId,
    });
    await house.patientOf(other, busy);
    await house.giveUp(holders[0]!);
    await house.serve(session);
    expect(await house.stateOf(busy.wait.id)).toBe('waiting');
    expect(await house.stateOf(next.wait.id)).toBe('offered');
    await house.giveUp(holders[1]!);
    await house.serve(session);
    expect(await house.stateOf(busy.wait.id)).toBe('offered');
  });

  it('rests until its random time when nobody waits; who joins meanwhile is asked by lot, not by speed', async () => {
    const { session, holders } = await house.fullSession();
    await house.giveUp(holders[0]!);
    const [quick, slow] = [await house.waiterFor(session), await house.waiterFor(session)];
    await house.tick();
    expect(await house.ledger(session)).toEqual({ quarantined: 1 });
    house.setClock(at('2027-03-10', '12:01'));
    house.setChance(0);
    await house.tick();
    expect([await house.stateOf(quick.wait.id), await house.stateOf(slow.wait.id)]).toEqual(['waiting', 'offered']);
  });

  it('is not offered at night, except for a visit of that morning', async () => {
    const [late, morning] = [
      await house.fullSession(),
      await house.fullSession({ startsAt: at('2027-03-11', '09:00') }),
    ];
    const [far, near] = [await house.waiterFor(late.session), await house.waiterFor(morning.session)];
    house.setClock(at('2027-03-10', '23:30'));
    await house.db.pool.query(`update appointments set cancel_by = '2028-01-01' where facility_id = $1`, [
      house.facilityId,
    ]);
    await house.giveUp(late.holders[0]!);
    await house.giveUp(morning.holders[0]!);
    await house.tick();
    expect(await house.stateOf(far.wait.id)).toBe('waiting');
    expect(await getWait(near.ctx, house.facilityId, near.wait.id)).toMatchObject({
      state: 'offered',
      expiresAt: at('2027-03-11', '06:30'),
    });
    house.setClock(at('2027-03-11', '07:00'));
    await house.tick();
    expect(await house.stateOf(far.wait.id)).toBe('offered');
  });
});

describe('the end of a list', () => {
  it('comes an hour before the clinic, with a message; what comes back then is for everybody', async () => {
    const { session, holders } = await house.fullSession();
    const waiting = await house.waiterFor(session);
    house.setClock(at(visitDay, '08:00'));
    await house.tick();
    expect(await house.stateOf(waiting.wait.id)).toBe('cleared');
    expect(await house.told(waiting.residentId)).toEqual(['wait-cleared']);
    expect((await listMine(waiting.ctx)).waits[0]).toMatchObject({ state: 'cleared', position: null });
    await house.db.pool.query(`update appointments set cancel_by = '2028-01-01' where session_id = $1`, [
      session.sessionId,
    ]);
    await house.giveUp(holders[0]!);
    house.setClock(at(visitDay, '10:20'));
    await house.tick();
    expect(await house.ledger(session)).toEqual({ free: 1 });
  });
});
