import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintResident, mintSession } from '#db/testing/mint.ts';
import { book } from '../booking/book.ts';
import { cancel } from '../booking/cancel.ts';
import { type BookingHouse, bookingHouse, newKey } from '../booking/testing/booking-house.ts';
import { residentActor, testContext } from '../kernel/test-context.ts';
import { joinRush } from './join-rush.ts';
import { getRush } from './queries.ts';

let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
});
afterAll(() => house.db.close());

const rate = 60;
let nth = 0;

/** A session released at an instant of its own, and people whose clock is set by the test. */
async function release() {
  nth += 1;
  const releaseAt = new Date(Date.now() - 86_400_000 + nth * 3_600_000);
  const session = await mintSession(house.db, house.facility, { releaseAt, capacity: 30 });
  const where = { facilityId: session.facilityId, sessionId: session.sessionId };
  const at = (seconds: number) => ({ now: () => new Date(releaseAt.getTime() + seconds * 1000) });
  const person = async () => {
    const minted = await mintResident(house.db);
    const as = (seconds: number) => testContext(house.db, residentActor(minted), { clock: at(seconds) });
    const tryBook = (seconds: number, pass?: string) =>
      book(as(seconds), { ...where, key: newKey(), residentId: minted.residentId, pass });
    return { ...minted, as, tryBook };
  };
  /** So many people join before the release; the last of them in this process, which then knows of all. */
  const crowd = async (people: number) => {
    await house.db.pool.query('insert into rush_lines (release_at, before) values ($1, $2)', [releaseAt, people - 1]);
    await joinRush((await person()).as(-120), where);
  };
  const lineOf = async () =>
    (await house.db.pool.query('select before, after from rush_lines where release_at = $1', [releaseAt])).rows[0];
  return { releaseAt, where, person, crowd, lineOf };
}

describe('joining', () => {
  it('opens a quarter of an hour before the release, and is over half an hour after it', async () => {
    const { where, person } = await release();
    const { as } = await person();
    await expect(joinRush(as(-901), where)).rejects.toMatchObject({
      refusal: { rule: 'rush-early', nextAt: as(-900).clock.now() },
    });
    await expect(joinRush(as(1800), where)).rejects.toMatchObject({ refusal: { rule: 'rush-over' } });
    expect((await getRush(as(-901), where)).state).toBe('early');
    expect((await getRush(as(-900), where)).state).toBe('open');
  });

  it('twice with a pass changes nothing; a pass of somebody else is none', async () => {
    const { where, person, lineOf } = await release();
    const [one, two] = [await person(), await person()];
    const { pass } = await joinRush(one.as(-60), where);
    expect(await joinRush(one.as(5), { ...where, pass })).toMatchObject({ pass });
    expect(await lineOf()).toEqual({ before: 1, after: 0 });
    const other = await joinRush(two.as(5), { ...where, pass });
    expect(other.pass).not.toBe(pass);
    expect(await lineOf()).toEqual({ before: 1, after: 1 });
  });

  it('by forty at once after the release gives each a number of its own', async () => {
    const { where, person, lineOf } = await release();
    const people = await Promise.all(Array.from({ length: 40 }, person));
    const passes = await Promise.all(people.map((one) => joinRush(one.as(1), where)));
    const numbers = passes.map(({ pass }) => Number(pass.split('.')[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(await lineOf()).toEqual({ before: 0, after: 40 });
  });

  it('is not offered for a clinic that was stopped', async () => {
    const { where, person } = await release();
    const one = await person();
    await house.db.pool.query(`update sessions set status = 'suspended' where id = $1`, [where.sessionId]);
    expect((await getRush(one.as(-60), where)).state).toBe('none');
    await expect(joinRush(one.as(-60), where)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('needs a registered person and a session that exists', async () => {
    const { where, person } = await release();
    const one = await person();
    const nameless = { ...one.as(0), actor: { ...one.as(0).actor, residentId: null } };
    await expect(joinRush(nameless, where)).rejects.toMatchObject({ refusal: { rule: 'register-first' } });
    const nowhere = { ...where, sessionId: '00000000-0000-7000-8000-000000000000' };
    await expect(joinRush(one.as(0), nowhere)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('booking at the release', () => {
  it('asks nobody for a pass while few wait', async () => {
    const { where, person } = await release();
    const [one, two] = [await person(), await person()];
    await joinRush(one.as(-60), where);
    expect((await two.tryBook(1)).status).toBe('booked');
    expect((await getRush(two.as(1), where)).state).toBe('none');
  });

  it('lets each in at their turn, and only then', async () => {
    const { where, person, crowd } = await release();
    await crowd(100_000);
    const one = await person();
    const { pass } = await joinRush(one.as(-60), where);
    expect((await getRush(one.as(-60), { ...where, pass })).state).toBe('before');
    const seen = await getRush(one.as(1), { ...where, pass });
    const turn = (Number(seen.turnFrom) - Number(one.as(0).clock.now())) / 1000;
    expect(turn).toBeCloseTo((seen.place ?? 0) / rate - 5, 1);
    expect(seen).toMatchObject({ state: 'waiting', people: 100_001, free: 30 });
    await expect(one.tryBook(turn - 0.1, pass)).rejects.toMatchObject({
      code: 'busy',
      refusal: { rule: 'wait-turn', params: { place: seen.place }, nextAt: seen.turnFrom },
    });
    expect((await getRush(one.as(turn), { ...where, pass })).state).toBe('turn');
    expect((await one.tryBook(turn, pass)).status).toBe('booked');
  });

  it('sends who has no pass to the line, behind all who came before', async () => {
    const { where, person, crowd } = await release();
    await crowd(600);
    const late = await person();
    await expect(late.tryBook(0.01)).rejects.toMatchObject({ refusal: { rule: 'join-line', params: { people: 600 } } });
    const { pass } = await joinRush(late.as(0.02), where);
    expect(await getRush(late.as(0.02), { ...where, pass })).toMatchObject({
      state: 'waiting',
      place: 601,
      ahead: 299,
    });
    expect((await late.tryBook(5.1, pass)).status).toBe('booked');
  });

  it('holds up nobody who cancels, nor other releases', async () => {
    const crowded = await release();
    const one = await crowded.person();
    const calm = await release();
    const other = await calm.person();
    const made = await other.tryBook(1);
    await crowded.crowd(5000);
    await joinRush(one.as(-1), crowded.where);
    expect(
      await cancel(other.as(2), { facilityId: made.facilityId, appointmentId: made.id, reason: '' }),
    ).toMatchObject({
      status: 'cancelled',
    });
    expect((await (await calm.person()).tryBook(3)).status).toBe('booked');
  });
});
