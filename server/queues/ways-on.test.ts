import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentCatalog, departments } from '#db/schema/facilities.ts';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { type BookingHouse, bookingHouse, newKey } from '../booking/testing/booking-house.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { listChoices } from '../notices/queries.ts';
import { setChoice } from '../notices/set-choice.ts';
import { actOnEntry } from './act-on-entry.ts';
import { callNext } from './call-next.ts';
import { checkInAtKiosk } from './check-in-at-kiosk.ts';
import { endScreen, makeScreen } from './keep-screens.ts';
import { movePatient } from './move-patient.ts';
import { offerFollowUp } from './offer-follow-up.ts';
import { declineFollowUp, pickFollowUp, pickFollowUpAtDesk } from './pick-follow-up.ts';
import { getFollowUp, getFollowUpAtDesk } from './queries/follow-ups.ts';
import { getLine } from './queries/lines.ts';
import { getScreen, listScreens } from './queries/screens.ts';
import { requeue, setPriority } from './requeue.ts';
import { arriveAll, type Clinic, clinicOf } from './testing/clinic.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

/** A clinic whose first patient is with the doctor. */
async function inRoom(patients = 2) {
  const c = await clinicOf(house, patients);
  await arriveAll(c);
  const doctor = await c.open('1');
  await callNext(doctor, { finish: false });
  await actOnEntry(doctor, { appointmentId: c.which(0).appointmentId, act: 'enter' });
  return { c, doctor, first: c.which(0).appointmentId };
}

async function otherDepartment(): Promise<string> {
  const catalogCode = `8${house.facility.catalogCode.slice(1)}`;
  const id = `${house.facilityId}:${catalogCode}`;
  await db.orm.insert(departmentCatalog).values({ code: catalogCode, name: '外科' }).onConflictDoNothing();
  const row = { id, facilityId: house.facilityId, catalogCode, name: '外科' };
  await db.orm.insert(departments).values(row).onConflictDoNothing();
  return id;
}

const orderOf = async (c: Clinic) =>
  (await getLine(c.desk, c.session.sessionId)).entries.filter((e) => e.ahead !== null).map((e) => e.ticketNumber);

describe('somebody in the wrong department', () => {
  it('gets a number in the right one without a second fee, once, and repeating gives the same', async () => {
    const { c, doctor, first } = await inRoom();
    const right = await clinicOf(house, 0, await otherDepartment());
    const wish = { appointmentId: first, sessionId: right.session.sessionId, reason: '应看外科' };
    const [made, again] = await Promise.all([movePatient(doctor, wish), movePatient(doctor, wish)]);
    expect(again).toEqual(made);
    const { rows } = await db.pool.query(
      'select id = $2 as new, status, fee_fen as fee from appointments where resident_id = $1 order by new',
      [c.people[0]?.residentId, made.appointmentId],
    );
    expect(rows).toEqual([
      { new: false, status: 'fulfilled', fee: 1000 },
      { new: true, status: 'arrived', fee: 0 },
    ]);
    const surgeon = await right.open('9');
    expect(await callNext(surgeon, { finish: false })).toMatchObject({ appointmentId: made.appointmentId });
    await actOnEntry(surgeon, { appointmentId: made.appointmentId, act: 'enter' });
    const back = { appointmentId: made.appointmentId, sessionId: c.session.sessionId, reason: '再转一次' };
    await expect(movePatient(surgeon, back)).rejects.toThrow('moved-once');
    const audit = await db.pool.query(`select action from audit_events where subject_id = $1`, [first]);
    expect(audit.rows.filter((row) => row.action === 'queues.move')).toHaveLength(1);
  });

  it('is not moved within the department, nor before coming in', async () => {
    const { c, doctor, first } = await inRoom();
    const same = await clinicOf(house, 0);
    const wish = { sessionId: same.session.sessionId, reason: '换医生' };
    await expect(movePatient(doctor, { ...wish, appointmentId: first })).rejects.toThrow('same-department');
    const waiting = { ...wish, appointmentId: c.which(1).appointmentId };
    await expect(movePatient(doctor, waiting)).rejects.toThrow('queue-state');
  });
});

describe('triage', () => {
  it('puts an emergency first and says so; takes back what was given; only with a role', async () => {
    const c = await clinicOf(house, 3);
    await arriveAll(c);
    const wish = { appointmentId: c.which(2).appointmentId, reason: '胸痛' };
    await setPriority(c.desk, { ...wish, priority: 'emergency-2' });
    expect(await orderOf(c)).toEqual([3, 1, 2]);
    await setPriority(c.desk, { ...wish, priority: null });
    expect(await orderOf(c)).toEqual([1, 2, 3]);
    const scheduler = testContext(db, staffActor(house.facilityId, 'scheduler'));
    await expect(setPriority(scheduler, { ...wish, priority: 'elder' })).rejects.toThrow('role-needed');
  });

  it('lets somebody back from tests in after the facility’s number of people, under the same number', async () => {
    const { c, doctor, first } = await inRoom(5);
    await actOnEntry(doctor, { appointmentId: first, act: 'tests' });
    await requeue(c.desk, { appointmentId: first, why: 'back', reason: '' });
    await requeue(c.desk, { appointmentId: first, why: 'back', reason: '' });
    expect(await orderOf(c)).toEqual([2, 3, 1, 4, 5]);
    const calls: (string | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) {
      const called = await callNext(doctor, { finish: true });
      calls.push(called?.appointmentId);
      await actOnEntry(doctor, { appointmentId: called?.appointmentId ?? '', act: 'enter' });
    }
    expect(calls).toEqual([1, 2, 0].map((i) => c.which(i).appointmentId));
  });
});

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
    await pickFollowUpAtDesk(c.desk, pick);
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
