import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import { book } from '../booking/book.ts';
import { newKey } from '../booking/testing/booking-house.ts';
import { addDays, regionDay, weekdayOf } from '../kernel/clock.ts';
import { residentActor, staffActor, testContext } from '../kernel/test-context.ts';
import { publishSessions } from '../schedules/publish-sessions.ts';
import { browse } from '../schedules/queries/browse.ts';
import { saveTemplate } from '../schedules/save-template.ts';
import { markSession, unmarkSession } from './mark-session.ts';
import { prepareDraws } from './prepare-draw.ts';
import { getDrawView, listDraws } from './queries/public.ts';
import { type DrawHouse, drawHouse } from './testing/draw-house.ts';

let house: DrawHouse;
beforeAll(async () => {
  house = await drawHouse();
});
afterAll(() => house.db.close());

const rule = (name: string) => ({ refusal: { rule: name } });

describe('marking a session', () => {
  it('publishes the promise of a seed, closes the race, and is done once', async () => {
    const { key, sessionId } = await house.drawn();
    await markSession(house.staff('manager'), { sessionId, minutes: 90, reason: '再标一次' });
    const { draw } = await getDrawView(house.system(), key);
    expect(draw).toMatchObject({ phase: 'coming', seed: null, digest: null, numbers: 3, requests: 0 });
    expect(draw.closesAt.getTime() - draw.opensAt.getTime()).toBe(60 * 60_000);
    expect(await house.audits(sessionId)).toEqual(['draws.promise', 'draws.mark']);
    house.at(70);
    const person = await mintResident(house.db);
    const ctx = testContext(house.db, residentActor(person), { clock: house.clock });
    const wish = { ...key, key: newKey(), residentId: person.residentId };
    await expect(book(ctx, wish)).rejects.toMatchObject(rule('by-draw'));
    expect(await house.ledger(sessionId)).toEqual({ free: 3 });
  });

  it('comes with each session that a template lays out, which is promised before its time', async () => {
    house.at(0);
    const { facilityId, departmentId } = await mintFacility(house.db);
    const planner = testContext(house.db, staffActor(facilityId, 'scheduler'), { clock: house.clock });
    const today = regionDay(house.clock.now());
    await saveTemplate(planner, {
      ...{ id: randomUUID(), departmentId, practitionerId: null },
      ...{
        weekday: weekdayOf(today),
        halfDay: 'am',
        startsAt: '08:00',
        endsAt: '12:00',
        numberType: 'expert',
        feeFen: 1000,
      },
      ...{ capacity: 5, quotas: { desk: 1 }, drawMinutes: 240, validFrom: addDays(today, 1), validTo: null },
    });
    await publishSessions(planner, facilityId);
    expect(await prepareDraws(house.system(), facilityId)).toBe(2);
    expect(await prepareDraws(house.system(), facilityId)).toBe(0);
    const { draws } = await listDraws(house.system(), { facilityId });
    expect(draws).toMatchObject([
      { phase: 'coming', numbers: 4, requests: 0 },
      { phase: 'coming', numbers: 4, requests: 0 },
    ]);
    const { sessions } = await browse(house.system(), { departmentId, days: 15 });
    expect(sessions.map((session) => session.state)).toEqual(['draw', 'draw']);
  });

  it('is refused once numbers are taken, when there is no time, and to others than those who plan', async () => {
    house.at(0);
    const session = await mintSession(house.db, house.facility, { capacity: 2 });
    await house.patientOf(session.sessionId);
    const wish = { sessionId: session.sessionId, minutes: 60, reason: '号源紧张' };
    const later = await mintSession(house.db, house.facility, {
      startsAt: new Date(house.clock.now().getTime() + 8 * 3_600_000),
    });
    await expect(markSession(house.staff('manager'), { ...wish, sessionId: later.sessionId })).rejects.toMatchObject(
      rule('draw-no-time'),
    );
    await expect(markSession(house.staff('desk'), wish)).rejects.toMatchObject(rule('role-needed'));
    const other = testContext(house.db, staffActor((await mintFacility(house.db)).facilityId, 'manager'));
    await expect(markSession(other, wish)).rejects.toMatchObject(rule('session-not-found'));
    const far = await mintSession(house.db, house.facility, {
      startsAt: new Date(house.clock.now().getTime() + 96 * 3_600_000),
    });
    await house.patientOf(far.sessionId);
    await expect(markSession(house.staff('manager'), { ...wish, sessionId: far.sessionId })).rejects.toMatchObject(
      rule('draw-already-selling'),
    );
  });

  it('can be undone before requests are taken and not after', async () => {
    const { sessionId } = await house.drawn();
    await unmarkSession(house.staff('scheduler'), { sessionId, reason: '加了班次' });
    const { rows } = await house.db.pool.query('select draw_opens_at, draw_closes_at from sessions where id = $1', [
      sessionId,
    ]);
    expect(rows).toEqual([{ draw_opens_at: null, draw_closes_at: null }]);
    const again = await house.drawn();
    house.at(61);
    const wish = { sessionId: again.sessionId, reason: '太晚了' };
    await expect(unmarkSession(house.staff('scheduler'), wish)).rejects.toMatchObject(rule('draw-under-way'));
  });
});
