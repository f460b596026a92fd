import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import { book } from '../booking/book.ts';
import { stopSession } from '../booking/stop-session.ts';
import { newKey } from '../booking/testing/booking-house.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { residentActor, staffActor, testContext } from '../kernel/test-context.ts';
import { checkPublicFile } from './check-public-file.ts';
import { enterDraw } from './enter-draw.ts';
import { enterFor } from './enter-for.ts';
import { withdrawEntry } from './enter-own.ts';
import { listDue } from './jobs.ts';
import { markSession, unmarkSession } from './mark-session.ts';
import { performDraw } from './perform-draw.ts';
import { listMyEntries } from './queries/mine.ts';
import { getDrawView, getPublicFile } from './queries/public.ts';
import { listStaffDraws } from './queries/staff.ts';
import { type DrawHouse, drawHouse } from './testing/draw-house.ts';

let house: DrawHouse;
beforeAll(async () => {
  house = await drawHouse();
});
afterAll(() => house.db.close());

const rule = (name: string) => ({ refusal: { rule: name } });
const auditsOf = async (sessionId: string) => {
  const { rows } = await house.db.pool.query<{ action: string }>(
    `select action from audit_events where subject_id = $1 and action like 'draws.%' order by id`,
    [sessionId],
  );
  return rows.map((row) => row.action);
};
const faults = async (key: { facilityId: string; sessionId: string }) =>
  checkPublicFile(await getPublicFile({ db: house.db, clock: house.clock }, key)).filter(({ fault }) => fault !== null);

describe('marking a session', () => {
  it('publishes the promise of a seed, closes the race, and is done once', async () => {
    const { key, sessionId } = await house.drawn();
    await markSession(house.staff('manager'), { sessionId, minutes: 90, reason: '再标一次' });
    const { draw } = await getDrawView(house.system(), key);
    expect(draw).toMatchObject({ phase: 'coming', seed: null, digest: null, numbers: 3, requests: 0 });
    expect(draw.closesAt.getTime() - draw.opensAt.getTime()).toBe(60 * 60_000);
    expect(await auditsOf(sessionId)).toEqual(['draws.promise', 'draws.mark']);
    house.at(70);
    const person = await mintResident(house.db);
    const ctx = testContext(house.db, residentActor(person), { clock: house.clock });
    const wish = { ...key, key: newKey(), residentId: person.residentId };
    await expect(book(ctx, wish)).rejects.toMatchObject(rule('by-draw'));
    expect(await house.ledger(sessionId)).toEqual({ free: 3 });
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

describe('a request', () => {
  it('is one a person and session, by whichever channel and however often at once', async () => {
    const { key, sessionId } = await house.drawn();
    house.at(70);
    const person = await mintResident(house.db);
    const ctx = testContext(house.db, residentActor(person), { clock: house.clock });
    const wish = { ...key, residentId: person.residentId, accountId: person.accountId };
    const made = await Promise.all(
      (['web', 'desk', 'phone', 'web'] as const).map((channel) => enterDraw(ctx, { ...wish, channel })),
    );
    expect(new Set(made.map((one) => one.entryId)).size).toBe(1);
    expect(made.filter((one) => one.fresh)).toHaveLength(1);
    expect(await house.notices(person.residentId)).toEqual(['draw-entered']);
    expect((await auditsOf(sessionId)).filter((action) => action === 'draws.enter')).toHaveLength(1);
  });

  it('is taken at the desk, by phone and in a village clinic, with a receipt', async () => {
    const { key } = await house.drawn();
    house.at(70);
    const village = testContext(house.db, staffActor((await mintFacility(house.db)).facilityId, 'desk'), {
      clock: house.clock,
    });
    const person = {
      residentName: '张秀兰',
      residentIdNumber: `51990119480605122${idCheckCharacter('51990119480605122')}`,
    };
    const first = await enterFor(village, { ...key, ...person, asked: 'in-person' });
    expect(first).toMatchObject({
      fresh: true,
      residentName: '张秀兰',
      receipt: expect.stringMatching(/^[0-9A-F]{8}$/),
    });
    const again = await enterFor(house.staff('desk'), { ...key, ...person, asked: 'by-phone' });
    expect(again).toMatchObject({ fresh: false, receipt: first.receipt });
    const { draw } = await getDrawView(house.system(), key);
    expect(draw.byChannel).toEqual([{ channel: 'grassroots', requests: 1, won: 0 }]);
    expect((await listStaffDraws(house.staff('desk'))).own.map((line) => line.sessionId)).toContain(key.sessionId);
  });

  it('is refused before and after its time, and withdrawn only by its own people', async () => {
    const { key } = await house.drawn();
    const [person] = await house.entrants(key.sessionId, 1);
    if (!person) throw new Error('nobody');
    const wish = { ...key, entryId: person.entryId };
    const stranger = testContext(house.db, residentActor(await mintResident(house.db)), { clock: house.clock });
    await expect(withdrawEntry(stranger, wish)).rejects.toMatchObject(rule('entry-not-found'));
    expect((await listMyEntries(stranger, {})).entries).toEqual([]);
    await withdrawEntry(person.ctx, wish);
    await withdrawEntry(person.ctx, wish);
    const { residentId, accountId } = person;
    const enter = () => enterDraw(person.ctx, { ...key, residentId, accountId, channel: 'web' });
    expect(await enter()).toEqual({ entryId: person.entryId, fresh: true });
    house.at(50);
    await expect(enter()).rejects.toMatchObject(rule('draw-not-open'));
    house.at(120);
    await expect(enter()).rejects.toMatchObject(rule('draw-closed'));
    await expect(withdrawEntry(person.ctx, wish)).rejects.toMatchObject(rule('draw-closed'));
  });

  it('counts against a limit of undecided ones, also when all come at once', async () => {
    const draws = [];
    for (let i = 0; i < 7; i += 1) draws.push(await house.drawn({ numberType: i % 2 ? 'expert' : 'ordinary' }));
    house.at(70);
    const person = await mintResident(house.db);
    const ctx = testContext(house.db, residentActor(person), { clock: house.clock });
    const { residentId, accountId } = person;
    const results = await Promise.allSettled(
      draws.map(({ key }) => enterDraw(ctx, { ...key, residentId, accountId, channel: 'web' })),
    );
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
    const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const refusal of refusals) expect(refusal).toMatchObject(rule('draw-limit'));
  });
});

describe('the draw', () => {
  it('gives each number once in the order drawn, tells everybody, and can be done again from its file', async () => {
    const { key, sessionId } = await house.drawn();
    const people = await house.entrants(sessionId, 8, ['web', 'desk', 'phone', 'grassroots']);
    expect(await listDue(house.system())).toEqual([]);
    await house.perform(key);
    const entries = await house.entries(sessionId);
    expect(entries.map((entry) => entry.status)).toEqual([...Array(3).fill('won'), ...Array(5).fill('lost')]);
    expect(entries.slice(0, 3).map((entry) => entry.ticket)).toEqual([1, 2, 3]);
    expect(await house.ledger(sessionId)).toEqual({ booked: 3 });
    expect(await faults(key)).toEqual([]);
    for (const { residentId } of people) {
      const status = entries.find((entry) => entry.residentId === residentId)?.status;
      expect(await house.notices(residentId)).toEqual(['draw-entered', status === 'won' ? 'booked' : 'draw-lost']);
    }
    const winner = people.find((one) => one.residentId === entries[0]?.residentId);
    if (!winner) throw new Error('no winner');
    expect((await listMyEntries(winner.ctx, {})).entries).toMatchObject([
      { status: 'won', place: 1, ticketNumber: 1, phase: 'drawn', appointmentId: entries[0]?.appointmentId },
    ]);
    expect((await auditsOf(sessionId)).slice(-2)).toEqual(['draws.close', 'draws.finish']);
  });

  it('leaves what nobody asked for to whoever comes first', async () => {
    const { key, sessionId } = await house.drawn();
    await house.entrants(sessionId, 1);
    await house.perform(key);
    expect(await house.ledger(sessionId)).toEqual({ booked: 1, free: 2 });
    const person = await mintResident(house.db);
    const ctx = testContext(house.db, residentActor(person), { clock: house.clock });
    expect(await book(ctx, { ...key, key: newKey(), residentId: person.residentId })).toMatchObject({
      status: 'booked',
    });
    expect(await faults(key)).toEqual([]);
  });

  it('gives another window to a winner with a visit at that hour, and lets pass whom a rule forbids', async () => {
    const { key, sessionId, startsAt } = await house.drawn();
    const [first, second] = await house.entrants(sessionId, 2);
    if (!first || !second) throw new Error('nobody');
    // after the request: one gets a visit in the first window, the other the day's last allowed one
    const surgery = await house.db.pool.query<{ id: string }>(
      `insert into department_catalog (code, name) values ('902${Date.now() % 100_000}', '外科') returning code as id`,
    );
    const code = surgery.rows[0]?.id ?? '';
    const departmentId = `${house.facilityId}:${code}`;
    await house.db.pool.query(
      `insert into departments (id, facility_id, catalog_code, name) values ($1, $2, $3, '外科')`,
      [departmentId, house.facilityId, code],
    );
    const early = await mintSession(house.db, house.facility, {
      ...{ departmentId, startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000), capacity: 1 },
    });
    await book(first.ctx, { ...key, sessionId: early.sessionId, key: newKey(), residentId: first.residentId });
    for (const hour of [6, 8]) {
      const afternoon = await mintSession(house.db, house.facility, {
        ...{ departmentId, startsAt: new Date(startsAt.getTime() + hour * 3_600_000), capacity: 1 },
        ...{ practitionerId: hour === 6 ? null : house.facility.practitionerId },
      });
      await book(second.ctx, { ...key, sessionId: afternoon.sessionId, key: newKey(), residentId: second.residentId });
    }
    await house.perform(key);
    const entries = await house.entries(sessionId);
    const of = (residentId: string) => entries.find((entry) => entry.residentId === residentId);
    expect(of(first.residentId)).toMatchObject({ status: 'won', ticket: 2, later: true });
    expect(of(second.residentId)).toMatchObject({ status: 'passed', reason: 'day-limit' });
    expect(await house.notices(second.residentId)).toContain('draw-passed');
    expect(await faults(key)).toEqual([]);
  });

  it('does not take place when the clinic is stopped, and says so at once', async () => {
    const { key, sessionId } = await house.drawn();
    const [person] = await house.entrants(sessionId, 1);
    if (!person) throw new Error('nobody');
    await stopSession(house.staff('manager'), { ...key, reason: '医生外出' });
    expect(await listDue(house.system())).toContainEqual(key);
    await performDraw(house.system(), key);
    expect(await house.notices(person.residentId)).toEqual(['draw-entered', 'draw-void']);
    expect((await getDrawView(house.system(), key)).draw.phase).toBe('void');
    await expect(getPublicFile(house.system(), key)).rejects.toMatchObject(rule('draw-file-not-found'));
    expect(await house.ledger(sessionId)).toEqual({ suspended: 3 });
  });
});
