import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { type BookingHouse, bookingHouse, newKey } from '../booking/testing/booking-house.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { checkInAtKiosk } from './check-in-at-kiosk.ts';
import { endScreen, makeScreen } from './keep-screens.ts';
import { getScreen, listScreens } from './queries/screens.ts';
import { clinicOf, inRoomOf } from './testing/clinic.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const inRoom = (patients?: number) => inRoomOf(house, patients);

describe('screens and kiosks', () => {
  async function make(kind: 'screen' | 'kiosk') {
    const desk = house.staff('desk');
    const wish = { kind, title: `${kind} ${newKey()}`, departmentId: null, room: null, shows: 'name' } as const;
    const { id } = await makeScreen(desk, wish);
    const path = (await listScreens(desk)).screens.find((screen) => screen.id === id)?.path ?? '';
    return { id, desk, input: { facilityId: house.facilityId, token: path.split('/').at(-1) ?? '' } };
  }
  const visitor = () => testContext(db, { kind: 'anonymous' });

  it('show masked names and rooms, by their own address only, until taken down', async () => {
    const { c } = await inRoom();
    const { id, desk, input } = await make('screen');
    const view = await getScreen({ ...visitor(), clock: c.desk.clock }, input);
    const line = view.lines.find((l) => l.sessionId === c.session.sessionId);
    expect(line).toMatchObject({
      called: [{ number: 1, name: '测**民', room: '1' }],
      next: [{ number: 2 }],
      waiting: 1,
    });
    expect(JSON.stringify(view)).not.toContain('测试居民');
    await expect(getScreen(visitor(), { ...input, token: 'A'.repeat(43) })).rejects.toThrow('screen-not-found');
    await endScreen(desk, id);
    await expect(getScreen(visitor(), input)).rejects.toThrow('screen-not-found');
    expect((await listScreens(testContext(db, staffActor('Xelse', 'desk')))).screens).toEqual([]);
  });

  it('check in by the proof, and say which hospital or day is the right one', async () => {
    const c = await clinicOf(house, 1);
    const { input } = await make('kiosk');
    const ctx = { ...visitor(), clock: c.desk.clock };
    const code = c.people[0]?.made.code ?? '';
    const qr = `HM1:${house.facilityId}:${code}`;
    await expect(checkInAtKiosk(ctx, { ...input, code: `HM1:XELSE:${code}` })).rejects.toThrow('wrong-hospital');
    await expect(checkInAtKiosk(ctx, { ...input, code: 'QQQQ7777' })).rejects.toThrow('code-not-found');
    const early = { now: () => new Date(c.session.startsAt.getTime() - 61 * 60_000) };
    await expect(checkInAtKiosk({ ...ctx, clock: early }, { ...input, code })).rejects.toThrow(
      /check-in-early|not-today/,
    );
    expect(await checkInAtKiosk(ctx, { ...input, code: qr })).toMatchObject({ shownName: '测**民', ahead: 0 });
    const coming = await mintSession(db, house.facility, { startsAt: new Date(Date.now() + 3 * 86_400_000) });
    const later = await house.patientOf(coming.sessionId);
    await expect(checkInAtKiosk(ctx, { ...input, code: later.made.code })).rejects.toThrow('not-today');
    const { input: screen } = await make('screen');
    await expect(checkInAtKiosk(ctx, { ...screen, code })).rejects.toThrow('screen-not-found');
  });
});
