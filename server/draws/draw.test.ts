import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintResident, mintSession } from '#db/testing/mint.ts';
import { book } from '../booking/book.ts';
import { stopSession } from '../booking/stop-session.ts';
import { newKey } from '../booking/testing/booking-house.ts';
import { residentActor, testContext } from '../kernel/test-context.ts';
import { lockWaiters, pausing } from '../testing/model/intercept.ts';
import { checkPublicFile } from './check-public-file.ts';
import { listDue } from './jobs.ts';
import { performDraw } from './perform-draw.ts';
import { listMyEntries } from './queries/mine.ts';
import { getDrawView, getPublicFile } from './queries/public.ts';
import { type DrawHouse, drawHouse } from './testing/draw-house.ts';

let house: DrawHouse;
beforeAll(async () => {
  house = await drawHouse();
});
afterAll(() => house.db.close());

const rule = (name: string) => ({ refusal: { rule: name } });
const faults = async (key: { facilityId: string; sessionId: string }) =>
  checkPublicFile(await getPublicFile({ db: house.db, clock: house.clock }, key)).filter(({ fault }) => fault !== null);

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
    const line = await house.db.pool.query<{ residentId: string }>(
      `select resident_id as "residentId" from waitlist_entries where session_id = $1 and state = 'waiting' order by joined_at`,
      [sessionId],
    );
    expect(line.rows.map((row) => row.residentId)).toEqual(entries.slice(3).map((entry) => entry.residentId));
    const winner = people.find((one) => one.residentId === entries[0]?.residentId);
    if (!winner) throw new Error('no winner');
    expect((await listMyEntries(winner.ctx, {})).entries).toMatchObject([
      { status: 'won', place: 1, ticketNumber: 1, phase: 'drawn', appointmentId: entries[0]?.appointmentId },
    ]);
    expect((await house.audits(sessionId)).slice(-2)).toEqual(['draws.close', 'draws.finish']);
  });

  it('leaves who waits for enough already to join the line or not, and tells both kinds of losers so', async () => {
    const { key, sessionId } = await house.drawn({ capacity: 1 });
    const people = await house.entrants(sessionId, 3);
    const busy = people[0]?.residentId;
    for (const seat of [1, 2, 3]) {
      await house.db.pool.query(
        `insert into resident_waits (resident_id, entry_id, facility_id, session_id, date, seat, joined_at)
         values ($1, gen_random_uuid(), $2, gen_random_uuid(), current_date, $3, now())`,
        [busy, house.facilityId, seat],
      );
    }
    await house.perform(key);
    const losers = (await house.entries(sessionId)).slice(1);
    const able = losers.filter((entry) => entry.residentId !== busy);
    for (const { residentId, reason } of losers) {
      expect(reason).toBe(residentId === busy ? null : 'waits');
      const { rows } = await house.db.pool.query<{ number: number | null }>(
        `select params -> 'number' as number from notices where resident_id = $1 and kind = 'draw-lost'`,
        [residentId],
      );
      expect(rows).toEqual([
        { number: residentId === busy ? null : able.findIndex((one) => one.residentId === residentId) + 1 },
      ]);
    }
    const wait = await house.db.pool.query('select id from waitlist_entries where session_id = $1 order by joined_at', [
      sessionId,
    ]);
    expect(wait.rows).toEqual(able.map(({ id }) => ({ id })));
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

  it('lets pass whose online booking was paused since the request, but not whom the desk entered', async () => {
    const { key, sessionId } = await house.drawn();
    const [online, atDesk, other] = await house.entrants(sessionId, 3, ['web', 'desk', 'web']);
    if (!online || !atDesk || !other) throw new Error('nobody');
    for (const { residentId } of [online, atDesk]) {
      await house.db.pool.query(
        `insert into booking_bans (resident_id, id, scope, starts_at, ends_at, strikes_max, appointment_ids)
         values ($1, gen_random_uuid(), 'province', $2, $2::timestamptz + interval '90 days', 3, '{}')`,
        [residentId, house.clock.now()],
      );
    }
    await house.perform(key);
    const entries = await house.entries(sessionId);
    const of = (residentId: string) => entries.find((entry) => entry.residentId === residentId);
    expect(of(online.residentId)).toMatchObject({ status: 'passed', reason: 'pause-province' });
    expect([of(atDesk.residentId)?.status, of(other.residentId)?.status]).toEqual(['won', 'won']);
    expect(await house.ledger(sessionId)).toEqual({ booked: 2, free: 1 });
    expect(await house.notices(online.residentId)).toContain('draw-passed');
    expect(await faults(key)).toEqual([]);
  });
});

describe('a clinic that is stopped', () => {
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

  it('settles a winner whose number was being given while the clinic was stopped, and ends without a draw', async () => {
    const { key, sessionId } = await house.drawn({ capacity: 2 });
    const people = await house.entrants(sessionId, 3);
    house.at(130);
    const slow = pausing(house.db, ({ name }) => name === 'claim-kept-ticket');
    const drawing = performDraw(house.system(slow.db), key);
    await slow.reached;
    const stopping = stopSession(house.staff('manager'), { ...key, reason: '医生外出' });
    await lockWaiters(house.db, 1);
    slow.go();
    expect(await stopping).toMatchObject({ affected: 1 });
    await drawing;
    const told = await Promise.all(people.map((one) => house.notices(one.residentId)));
    expect(told.map((kinds) => kinds.at(-1)).sort()).toEqual(['clinic-stopped', 'draw-void', 'draw-void']);
    expect(await house.ledger(sessionId)).toEqual({ suspended: 2 });
  });
});
