import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintResident } from '#db/testing/mint.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { residentActor, staffActor, testContext } from '../kernel/test-context.ts';
import { enterDraw } from './enter-draw.ts';
import { enterFor } from './enter-for.ts';
import { withdrawEntry } from './enter-own.ts';
import { listMyEntries } from './queries/mine.ts';
import { getDrawView } from './queries/public.ts';
import { listStaffDraws } from './queries/staff.ts';
import { type DrawHouse, drawHouse } from './testing/draw-house.ts';

let house: DrawHouse;
beforeAll(async () => {
  house = await drawHouse();
});
afterAll(() => house.db.close());

const rule = (name: string) => ({ refusal: { rule: name } });

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
    expect((await house.audits(sessionId)).filter((action) => action === 'draws.enter')).toHaveLength(1);
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
